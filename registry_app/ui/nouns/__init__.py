"""Pages of what is inside models: sites, teams, people, households, camera points. One page serves all of them."""
