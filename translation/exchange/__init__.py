"""PO and XLIFF: words out to translators' own tools, and back in."""
