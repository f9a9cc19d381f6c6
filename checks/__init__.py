"""Decides the obligations of a paper; knows no paper itself."""
