"""The preview in QtWebEngine: one page that is loaded once, and patched from then on."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineScript
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from pressdesk.paths import shipped
from pressdesk.ui.preview.lockdown import Interceptor, LockedPage, make_profile
from pressdesk.ui.preview.page import SCHEME, Sheet, patch_between
from pressdesk.ui.preview.photos import PagePhotos
from pressdesk.ui.preview.scheme import PAGE, SchemeHandler, register_scheme

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_MOST_CRASHES, _MOST_FAILURES = 1, 3
"""How often the page is loaded anew: after its process died, and after loading was broken off."""


class WebPage(QWebEngineView):
    """Shows sheets; the second one as a patch of the first."""

    link_activated = Signal(str)
    blocks_clicked = Signal(list)
    """The ids around what was clicked, innermost first."""
    sheet_shown = Signal()
    """The page is what was wanted last."""
    failed = Signal(str)
    """A sentence: why the page can't be shown any more."""

    def __init__(self, photos: PagePhotos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        register_scheme()
        self._interceptor = Interceptor()
        profile = make_profile(self._interceptor)
        self._page = LockedPage(profile, self)
        profile.setParent(self)  # after the page, which must go before it
        self._handler = SchemeHandler(photos, profile)
        profile.installUrlSchemeHandler(SCHEME.encode(), self._handler)
        self._page.scripts().insert(_our_script())
        self._page.link_activated.connect(self.link_activated)
        self._page.clicked.connect(self.blocks_clicked)
        photos.mended.connect(self._show_mended)
        self._page.ready.connect(self._begin_life)
        self._page.loadFinished.connect(self._end_loading)
        self._page.urlChanged.connect(self._stay)
        self._page.renderProcessTerminated.connect(self._mend)
        self.setPage(self._page)
        self.setAcceptDrops(False)
        self.addAction(self._page.action(QWebEnginePage.WebAction.Copy))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._wanted: Sheet | None = None
        self._shown: Sheet | None = None
        self._coming: Sheet | None = None
        """What the page is about to become."""
        self._block = ""
        self._crashes = self._failures = 0

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a sheet, as soon as the page has become the one before."""
        self._wanted = sheet
        self._advance()

    def go_to_block(self, block_id: str) -> None:
        """Scroll to a block of what is shown, or is about to be, unless it can be seen."""
        self._block = block_id
        if self._coming is None and self._shown is self._wanted:
            self._go()

    def set_ground(self, colour: str) -> None:
        """Set what is seen before the page is."""
        self._page.setBackgroundColor(QColor(colour))

    def set_zoom(self, factor: float) -> None:
        """Set how large everything is; 1 is the size of the page itself."""
        self.setZoomFactor(factor)

    def run(self, code: str, done: Callable[[Any], None] = lambda _: None) -> None:
        """Run code in our own world of the page; ``done`` gets the result."""
        self._page.runJavaScript(code, _WORLD, done)

    def _advance(self) -> None:
        wanted, shown = self._wanted, self._shown
        if wanted is None or self._coming is not None:
            return
        if shown is None:
            self._coming = wanted
            self._handler.page = wanted.html
            self._page.load(PAGE)
        elif wanted is shown:
            self._go()
            self.sheet_shown.emit()
        else:
            self._coming = wanted
            patch = patch_between(shown, wanted)
            if patch is None:
                self._replace_all()
                return
            told = (patch.shell, patch.count, patch.start, patch.removed, patch.added)
            names = ("shell", "count", "start", "removed", "added")
            code = f"pressdesk.patch({json.dumps(dict(zip(names, told, strict=True)))})"
            self.run(code, partial(self._end_patch, wanted))

    def _replace_all(self) -> None:
        if self._coming is not None:
            code = f"pressdesk.replaceAll({json.dumps(self._coming.html)})"
            self.run(code, partial(self._end_patch, self._coming))

    def _end_patch(self, sheet: Sheet, result: object) -> None:
        if sheet is not self._coming:
            return  # it is loaded anew
        match result:
            case "whole":
                self._replace_all()
            case "done" | "failed":
                self._shown = sheet if result == "done" else None
                self._coming = None
                self._advance()
            case _:
                pass  # the page was closed

    def _begin_life(self) -> None:
        if self._coming is not None and self._shown is None:
            self._shown, self._coming = self._coming, None
            self._advance()

    def _end_loading(self, is_loaded: bool) -> None:
        if self._coming is None or self._shown is not None:
            return
        if is_loaded:
            # Once a navigation was refused, Qt 6.11 forgets the scripts of a page.
            self.run(_script())
        else:
            self._failures += 1
            self._load_anew(self._failures > _MOST_FAILURES)

    def _stay(self, url: QUrl) -> None:
        # A page may always go to about:blank: neither Qt nor the interceptor is asked.
        if url != PAGE and not url.isEmpty():
            self._failures += 1
            self._load_anew(self._failures > _MOST_FAILURES)

    def _load_anew(self, has_failed: bool) -> None:
        self._shown = self._coming = None
        if has_failed:
            self._wanted = None
            self.failed.emit(
                self.tr("The page can't be shown any more. Your text is not affected.")
            )
        else:
            QTimer.singleShot(0, self, self._advance)

    def _show_mended(self) -> None:
        """Ask for all pictures again: a page does not, once it was told that one is not there."""
        self._load_anew(has_failed=False)

    def _go(self) -> None:
        if self._block:
            self.run(f"pressdesk.goTo({json.dumps(self._block)})")
            self._block = ""

    def _mend(self, status: QWebEnginePage.RenderProcessTerminationStatus, code: int) -> None:
        if status != QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self._crashes += 1
            self._load_anew(self._crashes > _MOST_CRASHES)


def _script() -> str:
    return (shipped("resources") / "preview" / "page.js").read_text("utf-8")


def _our_script() -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName("pressdesk")
    script.setSourceCode(_script())
    script.setWorldId(_WORLD)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    return script
