"""A monkey at the window: random keys, clicks, texts and answers, and what must hold whatever it does."""
