"""The keys of the photo desk, as the dialog of keyboard shortcuts lists them."""

# QT_TRANSLATE_NOOP gives back the string it marks; its stub says object.
# pyright: reportArgumentType=false, reportAssignmentType=false

from PySide6.QtCore import QT_TRANSLATE_NOOP

KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Quick look at a photo of the contact sheet"), ("Space",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Rate the chosen photos"), ("0 – 5",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Caption the chosen photo"), ("Return",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Use the chosen photos on the page"), ("Ctrl+Return",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Attach the chosen photos"), ("Ctrl+Shift+Return",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Remove the chosen photos"), ("Del",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Quick look: pixel by pixel, or whole"), ("Z",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Back to all photos"), ("Esc",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Next photo, in the same field"), ("Ctrl+PgDown",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Previous photo, in the same field"), ("Ctrl+PgUp",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Between picture and fields"), ("F6",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Patterns for the caption"), ("F4",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Next place of a pattern to fill in"), ("F8",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Picture: look, mark people, crop"), ("L", "P", "C")),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Picture: closer, less close, all of it"), ("+", "-", "0")),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "People: mark one more"), ("Ins",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "People: next mark"), ("N", "Tab")),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "People: name the mark"), ("Return", "F2")),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "People: remove the mark"), ("Del",)),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Crop: turn by a degree"), ("PgUp", "PgDown")),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Crop: turn finely"), ("Shift+PgUp", "Shift+PgDown")),
    (QT_TRANSLATE_NOOP("PhotoDeskKeys", "Crop: move the focal point by arrow keys"), ("F",)),
)
"""Words, and the portable text of the keys."""
