"""The translator's editor, in the place of wagtail-localize's: docs/adr/0024."""
