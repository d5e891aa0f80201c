"""All controls in one picture: `python -m tests.ui.gallery OUT.png`."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from pressdesk.paths import shipped
from pressdesk.ui.controls.buttons import PlainButton, PrimaryButton, QuietButton
from pressdesk.ui.controls.cards import Card, Note
from pressdesk.ui.controls.labels import Divider, Pill, SectionLabel
from pressdesk.ui.controls.lamps import LampRow
from pressdesk.ui.controls.painting import Kind
from pressdesk.ui.fonts import reading_font
from pressdesk.ui.icons import Icons
from pressdesk.ui.theme import Scheme, apply

KINDS: tuple[Kind, ...] = ("neutral", "accent", "good", "warning", "danger")


def row(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    layout = QHBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return whole


def disabled(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def buttons(icons: Icons) -> QWidget:
    checked = PlainButton("Chosen")
    checked.setCheckable(True)
    checked.setChecked(True)
    return row(
        PrimaryButton("&Export…"),
        PrimaryButton("Send", icon=icons.icon("send", "on_accent")),
        disabled(PrimaryButton("Export…")),
        PlainButton("Send for approval…"),
        PlainButton("Write it", accent=True),
        PlainButton("Photo", icon=icons.icon("photo")),
        checked,
        disabled(PlainButton("Go")),
        QuietButton("Waive…"),
        QuietButton("More", icon=icons.icon("plus")),
        disabled(QuietButton("Open…")),
    )


def pills() -> QWidget:
    words = ("Draft · v1", "Published", "Approved · v5", "In review · v3", "Refused")
    return row(*(Pill(word, kind) for word, kind in zip(words, KINDS, strict=True)))


def cards(icons: Icons) -> QWidget:
    made: list[QWidget] = []
    for name, line in (
        ("News release", "Event, project"),
        ("Statement", "One voice"),
        ("新闻稿", "中文"),
    ):
        card = Card(name)
        layout = QVBoxLayout(card)
        picture = QLabel()
        picture.setPixmap(icons.icon("page", "muted").pixmap(QSize(64, 64)))
        layout.addWidget(picture)
        layout.addWidget(SectionLabel(name))
        layout.addWidget(QLabel(line))
        made.append(card)
    chosen = made[1]
    assert isinstance(chosen, Card)
    chosen.setCheckable(True)
    chosen.setChecked(True)
    return row(*made)


def notes() -> QWidget:
    whole = QWidget()
    layout = QGridLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    for number, kind in enumerate(("danger", "warning", "neutral")):
        note = Note(kind)
        column = QVBoxLayout(note)
        column.addWidget(SectionLabel("Photo 1 has no alternative text"))
        text = QLabel("People who cannot see the picture get nothing. Describe what it shows.")
        text.setWordWrap(True)
        column.addWidget(text)
        column.addWidget(
            row(PlainButton("Write it", accent=True), PlainButton("Go"), QuietButton("Waive…"))
        )
        layout.addWidget(note, 0, number)
    banner = Note("warning", tinted=True)
    line = QHBoxLayout(banner)
    line.addWidget(SectionLabel("One release has typing that was not saved"))
    line.addStretch(1)
    line.addWidget(PlainButton("Compare"))
    line.addWidget(PrimaryButton("Restore"))
    layout.addWidget(banner, 1, 0, 1, 3)
    return whole


def lamps() -> QWidget:
    some, all_said, mirrored, narrow = LampRow(), LampRow(), LampRow(), LampRow()
    some.show_said({"who", "credit"})
    all_said.show_said({"who", "where", "when", "credit", "alt"})
    mirrored.show_said({"who"})
    mirrored.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    narrow.setFixedWidth(narrow.sizeHint().width() * 2 // 3)
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(row(some, all_said))
    layout.addWidget(row(narrow, mirrored))
    return whole


def standard(icons: Icons) -> QWidget:
    bar = QToolBar()
    bar.setIconSize(QSize(20, 20) * (QApplication.font().pointSizeF() / 9))
    for name in ("bold", "italic", "link", "list-bullet", "quote", "photo", "person", "check"):
        action = QAction(icons.icon(name), name, bar)
        action.setCheckable(True)
        action.setChecked(name == "photo")
        action.setEnabled(name != "check")
        bar.addAction(action)
    line = QLineEdit()
    line.setPlaceholderText("Headline")
    spin, box, choice, radio = QSpinBox(), QComboBox(), QCheckBox("Decorative"), QRadioButton("Web")
    box.addItems(["Paragraph", "Heading"])
    choice.setChecked(True)
    radio.setChecked(True)
    progress = QProgressBar()
    progress.setValue(60)
    tabs = QTabBar()
    for name in ("People", "Photos", "Findings"):
        tabs.addTab(name)
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(row(bar, tabs))
    layout.addWidget(row(line, box, spin, choice, radio, progress))
    return whole


def lists(icons: Icons) -> QWidget:
    names = QListWidget()
    for name in ("Mira Harlow", "Sam Tilling", "王芳"):
        names.addItem(name)
        names.item(names.count() - 1).setIcon(icons.icon("person"))
    names.setCurrentRow(1)
    names.setFixedHeight(names.sizeHintForRow(0) * 4)
    text = QPlainTextEdit("The new bridge opens to walkers and cyclists.")
    text.setFixedHeight(names.height())
    text.selectAll()
    menu = QMenu()
    menu.setWindowFlags(Qt.WindowType.Widget)
    for name in ("open", "save", "export"):
        menu.addAction(icons.icon(name), name.capitalize() + "…")
    menu.actions()[2].setEnabled(False)
    menu.setActiveAction(menu.actions()[1])
    return row(names, text, menu)


def page(icons: Icons, size: float) -> QWidget:
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(20, 20, 20, 20)
    layout.setSpacing(14)
    headline = QLabel("“Intelligent Manufacturing” project 新闻稿")
    headline.setFont(reading_font(18, size))
    layout.addWidget(headline)
    for part in (buttons(icons), pills(), Divider(), cards(icons), notes(), lamps()):
        layout.addWidget(part)
    layout.addWidget(standard(icons))
    layout.addWidget(lists(icons))
    return whole


def picture(
    app: QApplication, icons: Icons, scheme: Scheme, size: float, direction: Qt.LayoutDirection
) -> QImage:
    apply(app, scheme, size)
    app.processEvents()
    whole = page(icons, size)
    whole.setLayoutDirection(direction)
    width = round(1000 * size)
    layout = whole.layout()
    assert layout
    whole.resize(width, layout.totalHeightForWidth(width))
    whole.show()
    whole.activateWindow()
    focused = Card if size == 1 else PrimaryButton
    whole.findChildren(focused)[0].setFocus()
    app.processEvents()
    image = whole.grab().toImage()
    whole.close()
    return image


def main(out: Path) -> None:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    icons = Icons(shipped("resources") / "icons")
    images = [
        picture(app, icons, "light", 1.0, Qt.LayoutDirection.LeftToRight),
        picture(app, icons, "dark", 1.0, Qt.LayoutDirection.RightToLeft),
        picture(app, icons, "light", 2.0, Qt.LayoutDirection.LeftToRight),
    ]
    width = max(image.width() for image in images)
    whole = QImage(width, sum(image.height() for image in images), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.gray)
    painter = QPainter(whole)
    y = 0
    for image in images:
        painter.drawImage(0, y, image)
        y += image.height()
    painter.end()
    whole.save(str(out))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
