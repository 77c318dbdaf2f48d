"""Machine translation: off unless the environment asks for it, and never unread."""
