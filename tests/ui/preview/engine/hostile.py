"""Hostile markup, with every address in it turned to a listener that counts who comes."""

import json
import re
import socket
import threading
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

_ADDRESS = re.compile(r"(?:(?:https?|wss?|ftp):)?[/\\]{2}[\w.\-]+(?::\d+)?", re.IGNORECASE)


class Listener:
    """Listens on this machine and counts the connections, whatever they want."""

    def __init__(self) -> None:
        self.connections = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.1)
        self.host = f"127.0.0.1:{self._socket.getsockname()[1]}"
        self._is_open = True
        self._thread = threading.Thread(target=self._serve, name="listener")
        self._thread.start()

    def close(self) -> None:
        self._is_open = False
        self._thread.join()
        self._socket.close()

    def _serve(self) -> None:
        while self._is_open:
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            self.connections += 1
            with connection:
                connection.settimeout(0.2)
                try:
                    connection.recv(4096)
                    connection.sendall(b"HTTP/1.0 404 None\r\nContent-Length: 0\r\n\r\n")
                except OSError:
                    pass


def wait(milliseconds: int) -> None:
    """Let the page go on; there is no signal for a load that must not come."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def in_page(markup: str) -> str:
    return f"<!DOCTYPE html><title>a page</title><p>before</p>{markup}<p>after</p>"


def loaders(host: str) -> list[str]:
    """Each way we know in which a page loads something, or goes somewhere, without a script."""
    at = f"http://{host}"
    return [
        f'<img src="{at}/1.png">',
        f'<img srcset="{at}/2.png 1x">',
        f'<picture><source srcset="{at}/3.png"><img src="x"></picture>',
        f'<link rel="stylesheet" href="{at}/4.css">',
        f'<link rel="icon" href="{at}/5.ico">',
        f'<link rel="preload" as="image" href="{at}/6.png">',
        f'<link rel="prefetch" href="{at}/7">',
        f'<link rel="preconnect" href="{at}">',
        f'<link rel="dns-prefetch" href="{at}">',
        f'<link rel="prerender" href="{at}/8">',
        f'<link rel="modulepreload" href="{at}/9.js">',
        f'<link rel="manifest" href="{at}/10.json">',
        f'<style>@import url("{at}/11.css")</style>',
        f"<style>@font-face {{ font-family: x; src: url({at}/12) }} p {{ font-family: x }}</style>",
        f"<style>body {{ background: url({at}/13.png) }}</style>",
        f"<style>p::after {{ content: url({at}/14.png); cursor: url({at}/15.png), auto }}</style>",
        f'<p style="background: image-set(url({at}/16.png) 1x); mask: url({at}/17.svg#a)">text',
        f'<p style="filter: url({at}/18.svg#a); clip-path: url({at}/19.svg#b)">text',
        f'<iframe src="{at}/20"></iframe>',
        f'<iframe srcdoc="<img src={at}/21.png>"></iframe>',
        f'<object data="{at}/22"></object>',
        f'<embed src="{at}/23">',
        f'<video src="{at}/24" poster="{at}/25.png" autoplay></video>',
        f'<audio autoplay><source src="{at}/26"></audio>',
        f'<video><track default src="{at}/27.vtt"></video>',
        f'<svg><image href="{at}/28.png"/><use href="{at}/29.svg#a"/></svg>',
        f'<svg><filter id="f"><feImage href="{at}/30"/></filter><text filter="url(#f)">x</svg>',
        f'<input type="image" src="{at}/31.png">',
        f'<table background="{at}/32.png"><tr><td background="{at}/33.png">x</table>',
        f'<script src="{at}/34.js"></script>',
        f"<script>fetch('{at}/35'); new WebSocket('ws://{host}/36')</script>",
        f"<script>navigator.sendBeacon('{at}/37'); new EventSource('{at}/38')</script>",
        f"<script>new Image().src = '{at}/39'; import('{at}/40')</script>",
        f"<script>window.open('{at}/41'); location = '{at}/42'</script>",
        f"<img src=x onerror=\"fetch('{at}/43')\">",
        f'<meta http-equiv="refresh" content="0; url={at}/44">',
        f'<base href="{at}/"><img src="45.png">',
        f'<form action="{at}/46"><button autofocus>Go</button></form>',
        f'<a href="{at}/47" ping="{at}/48" target="_blank">link</a>',
        f'<a href="{at}/49" download>link</a>',
        f'<frameset><frame src="{at}/50"></frameset>',
        f'<script type="speculationrules">{{"prefetch": [{{"urls": ["{at}/51"]}}]}}</script>',
        f'<meta http-equiv="Link" content="<{at}/52.css>; rel=stylesheet">',
        f'<body background="{at}/53.png">',
        f'<svg><a xlink:href="{at}/54"><text y="20">link</text></a></svg>',
        f'<map name="m"><area href="{at}/55" shape="default"></map><img usemap="#m" src="x">',
        f'<?xml-stylesheet href="{at}/56.css"?>',
        f'<math href="{at}/57"><mi>x</mi></math>',
        '<iframe src="file:///etc/hostname"></iframe><img src="file:///etc/hostname">',
        '<meta http-equiv="refresh" content="0; url=file:///etc/hostname">',
        '<meta http-equiv="refresh" content="0; url=chrome://version">',
        '<meta http-equiv="refresh" content="0; url=pd://release/other">',
        '<meta http-equiv="refresh" content="0; url=data:text/html,<img src=\'x\'>">',
        '<iframe src="data:text/html,text"></iframe><iframe src="about:blank"></iframe>',
        '<iframe src="qrc:/x"></iframe><iframe src="pd://release/page"></iframe>',
    ]


def corpus_strings(hostile: Path, host: str) -> list[str]:
    """Every string of the corpora, each address in it turned to the host."""
    sheet = (hostile / "owasp" / "XSS_Filter_Evasion_Cheat_Sheet.md").read_text("utf-8")
    found: list[str] = [
        *json.loads((hostile / "blns" / "blns.json").read_text("utf-8")),
        *json.loads((hostile / "domxss" / "payloads.json").read_text("utf-8")),
        *re.findall(r"```\w*\n(.*?)\n```", sheet, re.DOTALL),
        *sheet.splitlines(),
    ]
    for file in sorted((hostile / "html5lib").iterdir()):
        found += _html5lib(file)
    turned = (_ADDRESS.sub(f"http://{host}", text) for text in dict.fromkeys(found))
    return [text for text in turned if text.strip()]


def _html5lib(file: Path) -> list[str]:
    text = file.read_text("utf-8", errors="replace")
    if file.suffix == ".dat":
        return re.findall(r"^#data\n(.*?)\n#(?:errors|encoding)", text, re.DOTALL | re.MULTILINE)
    if file.suffix == ".test":
        given = json.loads(text, strict=False)
        return [str(each.get("input", "")) for each in next(iter(given.values()))]
    return []
