"""Worksheets: rows of text in and out."""
