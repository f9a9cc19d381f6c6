"""One prover a file: obligations of one kind to decisions."""
