"""What is inside a model – sites, teams, their members and households, camera points – shown and written down."""
