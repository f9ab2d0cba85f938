"""Help without a network: task cards, the list of shortcuts."""
