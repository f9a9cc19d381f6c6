"""The normal form: expressions as fractions of polynomials over atoms, facts solved for atoms."""
