"""The dialogs of the window, and the bar that finds and replaces."""
