"""The controls of the crop: shape, straightening, focal point, reset, and what comes of it."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QWidget

from pressdesk.ui.controls.buttons import PlainButton, QuietButton
from pressdesk.ui.document import Document
from pressdesk.ui.panels.flow import Flow
from pressdesk.ui.photo_desk.crop_tool import MOST_DEGREES, CropTool
from pressdesk.ui.photo_desk.target_pictures import TargetPictures
from pressdesk.ui.pictures import Pictures

_PARTS = 10
"""Of a degree that the slider tells apart."""


class _Slider(QSlider):
    """A slider that leaves the wheel to what it stands in, and Home to straight."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_0, Qt.Key.Key_Delete):
            self.setValue(0)
        else:
            super().keyPressEvent(event)


class CropControls(Flow):
    """A row of controls that goes on in the next line where it is narrow."""

    def __init__(
        self,
        tool: CropTool,
        document: Document,
        pictures: Pictures,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent, spacing=10)
        self._tool = tool
        self._photo_id = ""
        self.shape = QComboBox()
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.degrees = QLabel()
        self.focus = PlainButton(self.tr("Focal point"))
        self.reset = QuietButton(self.tr("Reset"))
        self.targets = TargetPictures(document, pictures)
        self._build()
        tool.changed.connect(self._show)

    def _build(self) -> None:
        for words, ratio in (
            (self.tr("Free"), "free"),
            (self.tr("Original"), "original"),
            ("3:2", "3:2"),
            ("16:9", "16:9"),
            ("1200 × 630", "lead"),
        ):
            self.shape.addItem(words, ratio)
        self.shape.setObjectName("photoDesk.shape")
        self.shape.setAccessibleName(self.tr("Shape of the crop"))
        self.shape.setToolTip(
            self.tr("The shape that the frame keeps; 1200 × 630 is that of a link")
        )
        self.shape.setMinimumHeight(28)
        self.shape.activated.connect(lambda _: self._tool.set_ratio(self._ratio()))
        self.slider.setObjectName("photoDesk.angle")
        self.slider.setAccessibleName(self.tr("Straighten"))
        self.slider.setToolTip(
            self.tr("Straighten: arrow keys turn by a tenth of a degree, 0 goes back to level")
        )
        self.slider.setMinimumHeight(28)
        self.slider.setMinimumWidth(150)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(_PARTS)
        self.slider.valueChanged.connect(lambda value: self._tool.turn_to(value / _PARTS))
        self.slider.sliderReleased.connect(self._tool.finish)
        self.degrees.setMinimumHeight(28)
        self.focus.setObjectName("photoDesk.focus")
        self.focus.setCheckable(True)
        self.focus.setToolTip(
            self.tr("Let the arrow keys move the focal point (F); a click on the picture sets it")
        )
        self.focus.clicked.connect(self._tool.set_aims)
        self.reset.setObjectName("photoDesk.reset")
        self.reset.setToolTip(self.tr("Show the whole picture again; the file was never changed"))
        self.reset.clicked.connect(self._reset)
        label = QLabel(self.tr("Straighten"))
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setBuddy(self.slider)
        label.setMinimumHeight(28)
        for widget in (
            self.shape,
            label,
            self.slider,
            self.degrees,
            self.focus,
            self.reset,
            self.targets,
        ):
            self.add(widget)

    def _ratio(self) -> float | None:
        photo, shown = self._tool.photo, self._tool.frame
        if photo is None or shown is None:
            return None
        original = photo.width / photo.height
        is_upright = shown.width < shown.height
        return {
            "free": None,
            "original": original,
            "3:2": 2 / 3 if is_upright else 3 / 2,
            "16:9": 16 / 9,
            "lead": 1200 / 630,
        }[self.shape.currentData()]

    def _reset(self) -> None:
        self.shape.setCurrentIndex(0)
        self._tool.ratio = None
        self._tool.reset()

    def _show(self) -> None:
        photo = self._tool.seen
        if photo is not None and photo.id != self._photo_id:
            self._photo_id = photo.id
            self.shape.setCurrentIndex(0)
            self._tool.ratio = None
        angle = self._tool.angle
        most = round(max(MOST_DEGREES, abs(angle)) * _PARTS)
        with QSignalBlocker(self.slider):
            self.slider.setRange(-most, most)
            self.slider.setValue(round(angle * _PARTS))
        metrics = self.degrees.fontMetrics()
        self.degrees.setFixedWidth(metrics.horizontalAdvance("−15.0°") + 6)
        self.degrees.setText(f"{angle:.1f}°".replace("-", "−"))
        self.focus.setChecked(self._tool.aims)
        self.reset.setEnabled(photo is not None and photo.crop is not None)
        self.targets.show_photo(photo)
