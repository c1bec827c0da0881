"""Reads implementation reports of the grassroots-democracy law and turns them into measures."""

__version__ = "0.1.0"
