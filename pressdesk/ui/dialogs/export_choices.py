"""What is exported, how and where to: the half of the export dialog that a person fills in."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from pressdesk.export.packs import Pack
from pressdesk.export.view import Stage
from pressdesk.settings import Settings
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.controls.labels import SectionLabel
from pressdesk.ui.dialogs.pack_choice import PackChoice
from pressdesk.ui.dialogs.sheet import GAP, SMALL_GAP
from pressdesk.ui.document import Document
from pressdesk.ui.fields import LineField
from pressdesk.ui.prompts import Prompts


class ExportChoices(QWidget):
    """Formats, template, stage and folder."""

    changed = Signal()

    def __init__(
        self,
        document: Document,
        settings: Settings,
        packs: Mapping[str, Pack],
        prompts: Prompts,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prompts = prompts
        self.first_folder = _first_folder(document.path, settings.export_folder)
        """The folder that is proposed."""
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP)
        self._build_formats(settings.export_formats)
        self._build_template(packs, document.release.template)
        self._build_stage()
        self._build_folder()

    @property
    def formats(self) -> tuple[str, ...]:
        """Names of the formats that are chosen."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    @property
    def template(self) -> str:
        """Id of the pack that is chosen, whether it is installed or not."""
        return self._template.chosen

    @property
    def stage(self) -> Stage:
        return "final" if self._final.isChecked() else "draft"

    @property
    def folder(self) -> Path:
        return Path(self._folder.text().strip()).expanduser()

    @property
    def has_folder(self) -> bool:
        """Tell whether a folder is named at all."""
        return bool(self._folder.text().strip())

    def _build_formats(self, chosen: tuple[str, ...]) -> None:
        titles = {
            "docx": self.tr("&Word document"),
            "html": self.tr("Web page with &photos beside it"),
            "html-single": self.tr("Web page &in one file"),
            "txt": self.tr("P&lain text"),
            "md": self.tr("&Markdown with photos beside it"),
            "kit": self.tr("Press &kit: photos, captions and rights in one file"),
        }
        self._boxes: dict[str, QCheckBox] = {}
        for name, title in titles.items():
            self._boxes[name] = box = QCheckBox(title)
            box.setObjectName(f"format.{name}")
            box.setChecked(name in chosen)
            box.toggled.connect(self.changed)
        self._put(SectionLabel(self.tr("Formats")), *self._boxes.values())

    def _build_template(self, packs: Mapping[str, Pack], chosen: str) -> None:
        self._template = PackChoice(self.tr("Template"))
        self._template.show_packs(packs, chosen)
        self._template.chosen_changed.connect(self.changed)
        label = SectionLabel(self.tr("&Template"))
        label.setBuddy(self._template)
        self._put(label, self._template)

    def _build_stage(self) -> None:
        draft = QRadioButton(self.tr("&Draft: stamped with version and date"))
        draft.setChecked(True)
        self._final = QRadioButton(self.tr("&Final: for publication"))
        self._final.toggled.connect(self.changed)
        self._put(SectionLabel(self.tr("Stage")), draft, self._final)

    def _build_folder(self) -> None:
        self._folder = LineField("exportFolder", self.tr("Folder"))
        self._folder.setText(str(self.first_folder))
        self._folder.textChanged.connect(self.changed)
        browse = PlainButton(self.tr("&Browse…"))
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        label = SectionLabel(self.tr("F&older"))
        label.setBuddy(self._folder)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._folder, 1)
        line.addWidget(browse)
        self._put(label).addLayout(line)

    def _browse(self) -> None:
        chosen = self._prompts.folder(self, self.tr("Folder for the Export"), self.folder)
        if chosen:
            self._folder.setText(str(chosen))

    def _put(self, *widgets: QWidget) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(SMALL_GAP)
        for widget in widgets:
            part.addWidget(widget)
        self._rows.addLayout(part)
        return part


def _first_folder(path: Path | None, last: str) -> Path:
    """Propose a folder beside the release, or else where something was exported to last."""
    if path is not None:
        return path.with_name(f"{path.stem}-export")
    if last:
        return Path(last)
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(documents))
