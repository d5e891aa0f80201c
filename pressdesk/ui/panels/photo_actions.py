"""What can be done with the use of a photo."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pressdesk.model.uses import PhotoUse
from pressdesk.ui.controls.buttons import PlainButton
from pressdesk.ui.icons import Icons
from pressdesk.ui.panels.flow import Flow


class PhotoActions(Flow):
    """The buttons that fit how a photo is used now."""

    lead_wanted = Signal()
    place_wanted = Signal()
    attach_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.lead = PlainButton(self.tr("Make lead"), icon=icons.icon("star"))
        self.place = PlainButton(self.tr("Place on page"), icon=icons.icon("page"))
        self.attach = PlainButton(self.tr("Attach"), icon=icons.icon("attach"))
        self.lead.setToolTip(self.tr("Make it the first picture of the page"))
        self.place.setToolTip(self.tr("Give it a place in the text, where the cursor is"))
        self.attach.setToolTip(self.tr("Send it with the release, without a place on the page"))
        self.lead.clicked.connect(self.lead_wanted)
        self.place.clicked.connect(self.place_wanted)
        self.attach.clicked.connect(self.attach_wanted)
        for button in (self.place, self.attach, self.lead):
            button.setAccessibleName(button.text())
            self.add(button)

    def show_use(self, use: PhotoUse) -> None:
        """Show what fits."""
        self.lead.setVisible(not use.is_lead)
        self.attach.setVisible(use.standing == "unused")
        self.place.setVisible(use.standing == "attached")
        self.setVisible(not use.is_lead)
