"""A second opinion on every decision, by another method."""
