"""The release as frozen values, and the pure functions on them."""
