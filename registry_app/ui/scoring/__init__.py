"""Grades year by year and score sheets: their editors, and the points that a review gives."""
