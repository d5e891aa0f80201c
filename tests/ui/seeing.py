"""What a picture of a widget shows."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget


def colours_in(image: QImage, area: QRect | None = None) -> set[str]:
    area = area or image.rect()
    return {
        image.pixelColor(x, y).name()
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    }


def is_green(image: QImage, area: QRect) -> bool:
    colours = map(QColor, colours_in(image, area))
    return any(colour.green() > max(colour.red() + 40, colour.blue()) for colour in colours)


def focused(widget: QWidget) -> None:
    widget.activateWindow()
    widget.setFocus()
    QApplication.processEvents()
    assert widget.hasFocus()
