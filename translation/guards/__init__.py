"""What the admin does not let people do to originals and translations."""
