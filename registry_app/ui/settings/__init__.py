"""The settings in one window: what is kept in the register, and what is kept with the user on this computer."""
