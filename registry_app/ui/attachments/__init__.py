"""Files beside a row of the register: looked at, added, opened, taken away."""
