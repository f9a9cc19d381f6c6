"""Numbers in rigorous intervals."""
