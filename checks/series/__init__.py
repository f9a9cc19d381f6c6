"""Series near a limit point, and signs on intervals."""
