"""Whether premises can hold together: models of them, and what contradicts."""
