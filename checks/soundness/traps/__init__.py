"""Claims that look otherwise than they are: a file a subject."""
