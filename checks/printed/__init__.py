"""Whether a line's print and its relations say the same, read by two different roads."""
