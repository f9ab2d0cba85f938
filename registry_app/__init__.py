"""A ward's register of community-security models."""

__version__ = "0.4.0"
