"""Starting the site and keeping it running."""
