from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from pressdesk.ui.colours import DARK, LIGHT
from tests.ui.gallery import main
from tests.ui.seeing import colours_in


def test_the_gallery_shows_every_control(tmp_path: Path):
    main(tmp_path / "gallery.png")
    image = QImage(str(tmp_path / "gallery.png"))
    assert image.width() > 1500
    assert {LIGHT.accent, DARK.accent} <= colours_in(image, QRect(0, 0, 1000, 1500))
