"""Figures: curves sampled in rigorous arithmetic from the relations of a paper's lines."""
