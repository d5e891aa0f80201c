"""PressDesk: compose a press release, export it through house templates."""

__version__ = "0.1.0"
