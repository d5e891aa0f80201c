"""Spelling: dictionaries where they are found, and the words of a text they do not know."""
