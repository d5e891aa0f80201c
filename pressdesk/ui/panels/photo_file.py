"""What there is to say of a photo's file: why it can't be shown, its size, what is left out."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pressdesk.model.photo import Photo
from pressdesk.model.problem import Problem
from pressdesk.ui.controls.cards import Note
from pressdesk.ui.dates import told_day
from pressdesk.ui.panels.field_box import Words
from pressdesk.ui.panels.photo_facts import Facts


class PhotoFault(Note):
    """The sentence that stands in place of a picture that can't be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("danger", parent, tinted=True)
        self._words = Words(is_quiet=False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self._words)
        self.say("")

    @property
    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def say(self, fault: str) -> None:
        """Show why, or nothing."""
        done = self.tr("This picture can’t be shown. {} Add the same file again, or remove it.")
        self._words.setText(done.format(fault) if fault else "")
        self.setVisible(bool(fault))


class PhotoFile(Words):
    """Name, size and date of the file, and what every export leaves out; a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("The picture file"))

    def show_file(self, photo: Photo, facts: Facts | None) -> None:
        """Show what is known by now."""
        size = self.tr("{} × {} pixels").format(photo.width, photo.height)
        kind = "JPEG" if photo.suffix == "jpg" else photo.suffix.upper()
        parts = [size, kind]
        if facts and facts.size_bytes:
            traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
            parts.append(QLocale().formattedDataSize(facts.size_bytes, 1, traditional))
        lines = [photo.name, " · ".join(parts)]
        if photo.taken:
            lines.append(self.tr("Taken {}").format(told_day(photo.taken)))
        if facts and facts.probe:
            private = ", ".join(self._private(part) for part in facts.probe.private)
            if private:
                lines.append(self.tr("Left out of every export: {}").format(private))
            lines += [self._told(problem) for problem in facts.probe.problems]
        self.say("\n".join(line for line in lines if line))

    def _told(self, problem: Problem) -> str:
        return {
            "PD-IMG-010": self.tr("Its XMP description can’t be read and is passed over."),
            "PD-IMG-011": self.tr("It holds several pictures; the first is used."),
            "PD-IMG-012": self.tr(
                "It is made for print without a colour profile: its colours are guessed."
            ),
        }.get(problem.code, problem.message)

    def _private(self, part: str) -> str:
        return {
            "position": self.tr("position"),
            "serial number": self.tr("serial number"),
            "owner": self.tr("owner"),
            "thumbnail": self.tr("thumbnail"),
            "maker note": self.tr("maker note"),
            "comment": self.tr("comment"),
        }.get(part, part)
