"""Random claims whose truth is certain by the way in which they are made."""
