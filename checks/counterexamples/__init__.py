"""Points at which a normal form is provably not zero."""
