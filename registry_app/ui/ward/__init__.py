"""What the ward says of itself."""
