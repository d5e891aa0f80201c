"""The view of pages: sheets of paper below each other, painted as they come."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QBuffer, QByteArray, QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.painting import draw_ring
from pressdesk.ui.preview.word_pages import Link, Pages, Spot

_MARGIN_PX, _GAP_PX = 14, 14
_LARGEST = 1.5
"""Pixels to a point: no page fills a wide window with letters an inch high."""
_ZOOMS = (0.5, 4.0)
_STEP = 1.15
_ONWARD = 0.25
"""Share of the view above a block that is gone to."""


class _Place(Struct, frozen=True):
    """What stands at the top of the view."""

    page: int
    y_pt: float


class PagesView(QAbstractScrollArea):
    """Shows the pages of a PDF, as wide as there is room; keeps its place when they are others."""

    link_activated = Signal(str)
    blocks_clicked = Signal(list)
    """The id of the block that was clicked."""
    place_changed = Signal()
    """Another page is the one that is seen most of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordPages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._pages: Pages | None = None
        self._document: QPdfDocument | None = None
        self._renderer: QPdfPageRenderer | None = None
        self._images: dict[int, QImage] = {}
        self._asked: dict[int, QSize] = {}
        """The sizes in which pages of this document were asked for."""
        self._painted: dict[int, QSize] = {}
        """The sizes of those that came."""
        self._boxes: list[QRect] = []
        """Where the pages lie, below each other, before they are scrolled."""
        self._placeholder = ""
        self._zoom = 1.0
        self._page = 0
        self._pressed = QPoint()

    @property
    def pages(self) -> Pages | None:
        """What is shown."""
        return self._pages

    @property
    def count(self) -> int:
        return len(self._boxes)

    @property
    def page(self) -> int:
        """The page that is seen most of, from 0."""
        return self._page

    @property
    def is_painted(self) -> bool:
        """Tell whether what is seen are the pages that were given last, and sharp."""
        seen = self._seen()
        return bool(seen) and all(
            self._painted.get(page) == self._wanted_size(page) for page in seen
        )

    def show_pages(self, pages: Pages) -> None:
        """Show pages; where others were shown, the same place of the same page."""
        place = self._place()
        self._pages = pages
        if self._renderer is not None and self._document is not None:
            self._renderer.deleteLater()  # before what it reads
            self._document.deleteLater()
        self._renderer, self._document = QPdfPageRenderer(self), QPdfDocument(self)
        held = QBuffer(self._document)
        held.setData(QByteArray(pages.pdf))
        held.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document.load(held)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._take)
        self._asked, self._painted = {}, {}
        self._lay_out(place)

    def go_to_block(self, block_id: str) -> None:
        """Scroll to a block unless its beginning can be seen."""
        spots: Sequence[Spot] = self._pages.spots if self._pages else ()
        spot = next((each for each in spots if each.block == block_id), None)
        if spot is None:
            return
        bar = self.verticalScrollBar()
        y = self.place_of(spot.page, 0, spot.top_pt).y()
        height = self.viewport().height()
        if not 0 <= y <= height - 40:
            bar.setValue(bar.value() + y - round(height * _ONWARD))

    def place_of(self, page: int, x_pt: float, y_pt: float) -> QPoint:
        """Tell where in the view a place of a page is now."""
        at = QPointF(x_pt, y_pt) * self._scale(page)
        return self._boxes[page].topLeft() + at.toPoint() + self._shift()

    def set_placeholder(self, words: str) -> None:
        """Set what is said as long as there are no pages."""
        self._placeholder = words
        self.viewport().update()

    def set_zoom(self, factor: float) -> None:
        """Set how wide the pages are; 1 is as wide as there is room."""
        smallest, largest = _ZOOMS
        place = self._place()
        self._zoom = min(max(factor, smallest), largest)
        self._lay_out(place)

    def sizeHint(self) -> QSize:
        return QSize(480, 640)

    # What Qt asks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colours = colours_of(self.palette())
        painter.fillRect(event.rect(), QColor(colours.desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._seen():
            box = self._boxes[page].translated(self._shift())
            painter.fillRect(box, Qt.GlobalColor.white)
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(box, image)
            painter.setPen(QColor(colours.line))
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
            self._ask_for(page)
        if not self._boxes:
            painter.setPen(QColor(colours.muted))
            middle = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect(), middle, self._placeholder)
        if self.hasFocus():
            draw_ring(painter, self.viewport().rect(), 0, colours.accent)

    def resizeEvent(self, event: QResizeEvent) -> None:
        place = self._place()
        super().resizeEvent(event)
        self._lay_out(place)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()
        self._note_page()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case Qt.Key.Key_Space:
                is_back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                bar.setValue(bar.value() + (-1 if is_back else 1) * bar.pageStep())
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.set_zoom(self._zoom * _STEP)
            case Qt.Key.Key_Minus:
                self.set_zoom(self._zoom / _STEP)
            case Qt.Key.Key_0:
                self.set_zoom(1.0)
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * _STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        link = self._link_at(event.position())
        shape = Qt.CursorShape.PointingHandCursor if link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().setToolTip(link.target if link else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._pressed).manhattanLength() > 8:
            return
        if link := self._link_at(event.position()):
            self.link_activated.emit(link.target)
        elif spot := self._spot_at(event.position()):
            self.blocks_clicked.emit([spot.block])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()

    # Where the pages lie

    def _lay_out(self, place: _Place | None) -> None:
        room = self.viewport().size()
        self._boxes = []
        if self._pages is None:
            return
        fits = max(room.width() - 2 * _MARGIN_PX, 50)
        y, widest = _MARGIN_PX, 0
        for size in self._pages.sizes:
            width = round(min(fits, size.width() * _LARGEST) * self._zoom)
            height = round(width * size.height() / size.width())
            x = max((room.width() - width) // 2, _MARGIN_PX)
            self._boxes.append(QRect(x, y, width, height))
            y += height + _GAP_PX
            widest = max(widest, width + 2 * _MARGIN_PX)
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        for bar, whole, seen in (
            (down, y, room.height()),
            (across, widest, room.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(max(seen, 1))
            bar.setSingleStep(40)
        if place is not None:
            page = min(place.page, self.count - 1)
            down.setValue(self._boxes[page].top() + round(place.y_pt * self._scale(page)))
        self.viewport().update()
        self._note_page()

    def _place(self) -> _Place | None:
        y = self.verticalScrollBar().value()
        for page, box in enumerate(self._boxes):
            if y <= box.bottom():
                return _Place(page, (y - box.top()) / self._scale(page))
        return None

    def _scale(self, page: int) -> float:
        """Give the pixels to a point."""
        return self._boxes[page].width() / self._pages.sizes[page].width() if self._pages else 1.0

    def _shift(self) -> QPoint:
        return QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _seen(self) -> list[int]:
        view = self.viewport().rect().translated(-self._shift())
        return [page for page, box in enumerate(self._boxes) if box.intersects(view)]

    def _note_page(self) -> None:
        view = self.viewport().rect().translated(-self._shift())
        heights = [box.intersected(view).height() for box in self._boxes]
        page = heights.index(max(heights)) if heights else 0
        text = self._pages.texts[page] if self._pages and self.count else ""
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
        self._page = page
        self.place_changed.emit()

    def _page_at(self, at: QPointF) -> tuple[int, QPointF] | None:
        """Tell which page is at a place of the view, and where on it that is, in points."""
        place = at.toPoint() - self._shift()
        for page, box in enumerate(self._boxes):
            if box.contains(place):
                return page, QPointF(place - box.topLeft()) / self._scale(page)
        return None

    def _link_at(self, at: QPointF) -> Link | None:
        found = self._page_at(at)
        if found is None or self._pages is None:
            return None
        page, point = found
        for link in self._pages.links:
            left, top, width, height = link.box_pt
            is_in = left <= point.x() <= left + width and top <= point.y() <= top + height
            if link.page == page and is_in:
                return link
        return None

    def _spot_at(self, at: QPointF) -> Spot | None:
        """Give the block around a place; None above the first one."""
        found = self._page_at(at)
        if found is None or self._pages is None:
            return None
        page, point = found
        before = [
            spot for spot in self._pages.spots if (spot.page, spot.top_pt) <= (page, point.y())
        ]
        return before[-1] if before else None

    # Painting pages

    def _wanted_size(self, page: int) -> QSize:
        return self._boxes[page].size() * self.devicePixelRatioF()

    def _ask_for(self, page: int) -> None:
        size = self._wanted_size(page)
        if self._renderer is not None and self._asked.get(page) != size:
            self._asked[page] = size
            self._renderer.requestPage(page, size)

    def _take(self, page: int, size: QSize, image: QImage) -> None:
        if self.sender() is not self._renderer or image.isNull() or page >= self.count:
            return
        seen = self._seen()
        near = range(min(seen, default=page) - 1, max(seen, default=page) + 2)
        self._images = {each: kept for each, kept in self._images.items() if each in near}
        if page in near and size == self._asked.get(page):
            self._images[page], self._painted[page] = image, size
            self.viewport().update()
        for each in [each for each in self._asked if each not in near]:
            del self._asked[each]
            self._painted.pop(each, None)
