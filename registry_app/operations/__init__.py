"""What a user does; where store, exchange and reports meet."""
