"""The releases opened lately, as rows that say what each is and how it stands."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pressdesk.model.assets import Assets
from pressdesk.model.photo import Photo
from pressdesk.model.problem import PressDeskError
from pressdesk.model.release import Release
from pressdesk.ui.colours import colours_of
from pressdesk.ui.controls.cards import Card
from pressdesk.ui.controls.labels import Pill
from pressdesk.ui.dates import told_day, told_moment
from pressdesk.ui.fonts import reading_font
from pressdesk.ui.program import Program
from pressdesk.ui.tasks import Report, Task

if TYPE_CHECKING:
    from pressdesk.ui.pictures import Pictures

_THUMBNAIL = QSize(72, 48)


class RecentRelease(Struct, frozen=True):
    """What a row tells of a file."""

    path: Path
    release: Release | None
    """None where the file can't be read now."""
    assets: Assets
    saved: dt.datetime | None
    fault: str = ""
    is_damaged: bool = False
    """It can be opened: what is left of it is offered then."""


def read_recent(paths: Iterable[str]) -> list[RecentRelease]:
    """Read the files of the list; photos are not read."""
    # Start-up: the window is painted before the list is read.
    from pressdesk.storage.package import read_package
    from pressdesk.storage.salvage import is_damage

    found: list[RecentRelease] = []
    for path in map(Path, paths):
        try:
            package = read_package(path)
        except PressDeskError as error:
            found.append(RecentRelease(path, None, Assets(), None, error.why, is_damage(error)))
        else:
            saved = package.manifest.saved_at
            found.append(RecentRelease(path, package.release, package.assets, saved))
    return found


class RecentList(QWidget):
    """The rows; a file that is gone says so, and stays until it is taken out."""

    chosen = Signal(object)
    """The path of the release to open."""

    def __init__(self, program: Program, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._reading: Task | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        program.recent_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the list anew, in the background."""
        paths = self._program.store.recent.paths[:8]

        def work(_: Report) -> list[RecentRelease]:
            return read_recent(paths)

        def failed(error: Exception) -> None:
            raise error

        self._reading = self._program.tasks.run(
            self.tr("Reading recent releases"),
            work,
            done=self._show,
            failed=failed,
            owner=self,
            replaces=self._reading,
        )

    def _show(self, found: list[RecentRelease]) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item and (widget := item.widget()):
                widget.deleteLater()
        for recent in found:
            row = _Row(recent, self._program, self)
            if recent.release is None and not recent.is_damaged:
                row.clicked.connect(lambda _=False, path=recent.path: self._program.forget(path))
            else:
                row.clicked.connect(lambda _=False, path=recent.path: self.chosen.emit(path))
            self._rows.addWidget(row)
        if not found:
            empty = QLabel(self.tr("Releases that you save appear here."), self)
            empty.setForegroundRole(empty.palette().ColorRole.PlaceholderText)
            self._rows.addWidget(empty)


class _Row(Card):
    """One release."""

    def __init__(self, recent: RecentRelease, program: Program, parent: QWidget) -> None:
        release = recent.release
        title = (release.headline if release else "") or recent.path.stem
        super().__init__(title, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        headline = _Elided(title, self)
        language = release.language if release else ""
        font = reading_font(11.5, program.theme.text_size, language)
        font.setBold(True)
        headline.setFont(font)
        where = _Elided(recent.fault or _short(recent.path), self)
        where.setToolTip(str(recent.path))
        where.setForegroundRole(where.palette().ColorRole.PlaceholderText)
        words = QGridLayout()
        words.setSpacing(2)
        words.addWidget(headline, 0, 0)
        words.addWidget(where, 1, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(_Thumbnail(recent, program.pictures, self))
        row.addLayout(words, 1)
        if recent.is_damaged:
            row.addWidget(QLabel(self.tr("Click to see what is left of it"), self))
        elif release is None:
            row.addWidget(QLabel(self.tr("Click to take it out of the list"), self))
        else:
            row.addWidget(self._state(release))
            row.addWidget(_column(self._embargo(release), 26, self))
            row.addWidget(_column(self._when(recent.saved), 12, self))
        self.setAccessibleDescription(where.text())

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else QSize()

    def _state(self, release: Release) -> Pill:
        text, kind = {
            "draft": (self.tr("Draft"), "neutral"),
            "in-review": (self.tr("In review"), "warning"),
            "approved": (self.tr("Approved"), "good"),
            "published": (self.tr("Published"), "accent"),
        }[release.state]
        return Pill(f"{text} · v{release.version}", kind, self)  # pyright: ignore[reportArgumentType]

    def _embargo(self, release: Release) -> str:
        if release.embargo is None:
            return ""
        # Start-up: see above.
        from pressdesk.export.wording import zone

        local = release.embargo.instant.astimezone(zone(release.embargo.zone))
        if release.embargo.instant < dt.datetime.now(dt.UTC):
            return self.tr("Embargo over")
        return self.tr("Embargo {when}").replace("{when}", told_moment(local))

    def _when(self, saved: dt.datetime | None) -> str:
        if saved is None:
            return ""
        local, now = saved.astimezone(), dt.datetime.now().astimezone()
        if local.date() == now.date():
            return self.tr("Today {time}").replace("{time}", f"{local:%H:%M}")
        if local.date() == now.date() - dt.timedelta(days=1):
            return self.tr("Yesterday")
        return told_day(local)


class _Thumbnail(QWidget):
    """The lead photo, cut to one shape; a plain ground where there is none."""

    def __init__(self, recent: RecentRelease, pictures: "Pictures", parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(_THUMBNAIL)
        self._pictures = pictures
        self._assets = recent.assets
        self._photo = _lead(recent.release)
        pictures.ready.connect(self._arrived)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours_of(self.palette()).desk))
        image = self._image()
        if image is not None:
            target = QSize(image.size()).scaled(
                _THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatioByExpanding
            )
            place = self.rect()
            place.setSize(target)
            place.moveCenter(self.rect().center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)

    def _image(self) -> QImage | None:
        if self._photo is None:
            return None
        width = int(_THUMBNAIL.width() * 2 * self.devicePixelRatioF())
        return self._pictures.image(self._photo, self._assets, width)

    def _arrived(self, media: str) -> None:
        if self._photo is not None and media == self._photo.media:
            self.update()


class _Elided(QLabel):
    """A line of text that ends in dots where there is no room for all of it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        dots = Qt.TextElideMode.ElideRight
        text = self.fontMetrics().elidedText(self.text(), dots, self.width())
        painter.drawText(self.rect(), self.alignment() | Qt.AlignmentFlag.AlignVCenter, text)


def _column(text: str, letters: int, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setMinimumWidth(label.fontMetrics().averageCharWidth() * letters)
    label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
    return label


def _lead(release: Release | None) -> Photo | None:
    figures = release.figures if release else ()
    return release.photo(figures[0].photo) if release and figures else None


def _short(path: Path) -> str:
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)
