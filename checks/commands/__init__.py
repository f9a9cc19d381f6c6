"""One command a file: ``command`` in each is what ``cli`` finds."""
