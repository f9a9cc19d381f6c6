"""Findings as text, LaTeX and JSON; decides nothing."""
