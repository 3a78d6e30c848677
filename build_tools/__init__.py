"""A generator of static knowledge banks."""

__version__ = "0.1.0"
