"""Builds the demonstration festival from the folder `demo/`."""
