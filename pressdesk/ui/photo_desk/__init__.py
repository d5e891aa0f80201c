"""The photo desk: the contact sheet of a release, and a desk for each of its pictures."""
