"""When reviews are due: what a change of the rules does, how many fall due each week, a spread of them."""
