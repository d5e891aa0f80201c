"""The window: everything that is seen and clicked on."""
