"""How translations are read by somebody else before they go live."""
