"""A second kernel: proved obligations as Rocq theorems, and their check."""
