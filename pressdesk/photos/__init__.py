"""Pictures: what a file says of itself, renditions of it, and what is written into them."""
