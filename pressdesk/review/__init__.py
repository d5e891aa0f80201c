"""Comparing what two people, or two days, made of one release."""
