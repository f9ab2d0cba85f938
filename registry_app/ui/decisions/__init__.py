"""What is decided about models: the dialog that takes a decision, with a look beforehand at what it moves."""
