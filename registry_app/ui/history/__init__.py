"""The history of the register or of one model, as a tree of actions and what each changed."""
