"""Ways to narrow the list: offers and complaints of the search box, filters below headings, chips above the list."""
