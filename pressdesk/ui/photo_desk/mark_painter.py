"""How marks look: a box around each face, with the place in the order and the name below it."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from pressdesk.model.framing import WHOLE, Box
from pressdesk.model.photo import Mark, Photo
from pressdesk.model.release import Release
from pressdesk.model.rows import photo_frame, rows_of
from pressdesk.ui.photo_desk.stage import Stage

_SHADE = QColor(0, 0, 0, 150)
"""Over what the crop leaves out."""
_CHIP = QColor(20, 22, 28, 225)
_HALO = QColor(0, 0, 0, 170)
CURRENT = "#ffd34d"
"""Of what keys and mouse work on, whatever the theme: it lies on a picture."""
_HANDLE_PX = 7.0


def name_of(mark: Mark, release: Release) -> str:
    """Give the name of somebody who is marked."""
    people = {person.id: person for person in release.people}
    person = people.get(mark.person)
    name = (person.name or person.native) if person else mark.name
    return name or QCoreApplication.translate("Marks", "unknown")


def place_of(photo: Photo, mark: Mark) -> str:
    """Tell a mark's place: its number from the left, with the row where there are several."""
    rows = rows_of(photo)
    for number, row in enumerate(rows):
        if mark in row:
            at = row.index(mark) + 1
            return f"{at}" if len(rows) == 1 else f"{_row_word(number, len(rows))} {at}"
    return "–"


def words_of(photo: Photo, mark: Mark, release: Release) -> str:
    """Tell a mark in words: place and name, and whether the crop leaves it out."""
    place = place_of(photo, mark)
    if place == "–":
        outside = QCoreApplication.translate("Marks", "{name}, outside of the crop")
        return outside.replace("{name}", name_of(mark, release))
    return f"{place} {name_of(mark, release)}"


def paint_marks(
    painter: QPainter,
    stage: Stage,
    photo: Photo,
    release: Release,
    *,
    current: str,
    dragged: Box | None,
) -> None:
    """Paint all marks, the current one last, and where it is dragged to."""
    paint_shade(painter, stage, photo)
    for mark in sorted(photo.marks, key=lambda mark: mark.id == current):
        is_current = mark.id == current
        box = stage.box(dragged if is_current and dragged else mark.box)
        paint_box(painter, box, is_current=is_current, is_named=bool(mark.person or mark.name))
        words = f"{place_of(photo, mark)}  {name_of(mark, release)}"
        _paint_chip(painter, box, words, is_current=is_current)


def paint_shade(painter: QPainter, stage: Stage, photo: Photo) -> None:
    """Darken what the crop leaves out."""
    if photo.crop is None:
        return
    shade = QPainterPath()
    shade.addRect(stage.box(WHOLE))
    shown = QPainterPath()
    shown.addPolygon(stage.outline(photo_frame(photo)))
    shown.closeSubpath()
    painter.fillPath(shade.subtracted(shown), _SHADE)


def paint_box(painter: QPainter, box: QRectF, *, is_current: bool, is_named: bool) -> None:
    """Paint a light line on a dark one, seen on every picture; nobody's box is dashed."""
    style = Qt.PenStyle.SolidLine if is_named else Qt.PenStyle.DashLine
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_HALO, 5 if is_current else 4))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(
        QPen(QColor(CURRENT if is_current else "#ffffff"), 2.4 if is_current else 1.6, style)
    )
    painter.drawRoundedRect(box, 3, 3)
    if is_current:
        painter.setPen(QPen(_HALO, 1))
        painter.setBrush(QColor(CURRENT))
        for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()):
            half = QPointF(_HANDLE_PX / 2, _HANDLE_PX / 2)
            painter.drawRect(QRectF(corner - half, corner + half))


def _paint_chip(painter: QPainter, box: QRectF, words: str, *, is_current: bool) -> None:
    """Paint the name below the box, or above it where the picture ends; never beyond the view."""
    metrics = QFontMetricsF(painter.font())
    view = painter.viewport()
    width = min(metrics.horizontalAdvance(words) + 14, view.width() - 8.0)
    height = metrics.height() + 5
    left = min(max(box.center().x() - width / 2, 4.0), view.width() - width - 4)
    top = box.bottom() + 5
    if top + height > view.height() - 4:
        top = box.top() - height - 5
    chip = QRectF(left, top, width, height)
    painter.setPen(QPen(QColor(CURRENT if is_current else "#ffffff"), 1.2 if is_current else 0.6))
    painter.setBrush(_CHIP)
    painter.drawRoundedRect(chip, 4, 4)
    painter.setPen(QColor("#ffffff"))
    text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 12)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)


def _row_word(number: int, count: int) -> str:
    if number == 0:
        return QCoreApplication.translate("Marks", "front")
    if number == count - 1:
        return QCoreApplication.translate("Marks", "back")
    return QCoreApplication.translate("Marks", "row {}").format(number + 1)
