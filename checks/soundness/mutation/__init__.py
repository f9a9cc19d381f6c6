"""Change what a paper says, one thing at a time: what is still proved was not checked."""
