"""The window: the only package that knows Qt."""

from . import features

features.ignore()
