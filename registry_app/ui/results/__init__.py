"""Results of activity in the window: the table in which many figures are entered at once."""
