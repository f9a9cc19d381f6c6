"""Revisions of the paper: one a module, each with an object called ``revision``."""
