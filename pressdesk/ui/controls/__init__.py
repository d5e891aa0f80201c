"""Small painted widgets that are used all over the window; sizes follow the font."""
