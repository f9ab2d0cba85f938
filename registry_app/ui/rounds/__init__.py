"""Rounds of reviews: their page, opening, entering results, worksheets that come back, closing."""
