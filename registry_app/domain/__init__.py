"""What models, reviews, dates and words mean: pure Python, no Qt, no SQL, no files."""
