"""Whether the provers can be trusted: traps, fuzzing, second opinions."""
