"""What a physics paper claims, equation by equation, and how it argues for it.

This package says; it decides nothing.  Deciding is the business of ``checks``.
"""
