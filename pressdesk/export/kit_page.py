"""The contact sheet of a press kit: a page that shows its pictures with their captions."""

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from pressdesk.export.job import Job
from pressdesk.export.kit_items import Item, labels
from pressdesk.export.kit_texts import place_shown, use_until
from pressdesk.export.markup import Content, Markup, block, element, join, style_sheet, void
from pressdesk.photos.render import Picture

_STYLE = """
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1.25rem; line-height: 1.45;
  font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0.25rem 0; }
a { color: inherit; }
.line { margin: 0.25rem 0; opacity: 0.8; }
.stamp { font-weight: 700; }
.sheet { display: grid; gap: 1.75rem 1.5rem; margin: 2rem 0; padding: 0; list-style: none;
  grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); }
figure { margin: 0; }
img { display: block; width: 100%; height: auto; aspect-ratio: 3 / 2; object-fit: contain;
  background: #8883; }
figcaption { margin-top: 0.5rem; font-size: 0.9375rem; overflow-wrap: anywhere; }
dl { margin: 0.5rem 0; font-size: 0.8125rem; }
dt { float: left; clear: left; margin-right: 0.4em; opacity: 0.75; }
dd { margin: 0; }
.files { margin: 0.5rem 0 0; font-size: 0.8125rem; }
.name { font-size: 0.8125rem; font-weight: 600; overflow-wrap: anywhere; margin: 0.5rem 0 0; }
"""


def contact_sheet(
    job: Job, kit: Sequence[Item], sizes: Sequence[tuple[Picture, Picture, Picture]]
) -> str:
    """Write the page; ``sizes`` are the full, web and small picture of each item."""
    fields, own = job.view.fields, labels(job)
    title = fields.headline or fields.label["news"]
    head = (
        void("meta", charset="utf-8"),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="robots", content="noindex"),
        element("title", f"{own['kit']}: {title}"),
        element("style", style_sheet(_STYLE)),
    )
    top = [
        element("p", text, class_=kind)
        for text, kind in (
            *((fields.stamp, "stamp"), (fields.notice, "stamp")),
            *((fields.release_line, "line"), (fields.issuer, "line")),
        )
        if text
    ]
    shown = [element("li", _figure(job, *pair)) for pair in zip(kit, sizes, strict=True)]
    sheet = block("ul", shown, class_="sheet") if kit else element("p", own["none"])
    body = block(
        "body",
        (
            block("header", (*top, element("h1", f"{own['kit']}: {title}"))),
            block("main", (sheet,)),
            element("footer", element("p", fields.rights)) if fields.rights else "",
        ),
    )
    page = block("html", (block("head", head), body), lang=fields.language, dir=fields.direction)
    return f"<!DOCTYPE html>\n{page}\n"


def _figure(job: Job, item: Item, sizes: tuple[Picture, Picture, Picture]) -> Markup:
    full, web, small = sizes
    own = labels(job)
    picture = void(
        "img",
        src=quote(f"thumbnails/{item.name}"),
        width=small.width,
        height=small.height,
        alt=item.alt,
        loading="lazy",
    )
    files = join(
        (
            _link(own["full"], f"full/{item.name}", full, own["pixels"]),
            _link(own["web"], f"web/{item.name}", web, own["pixels"]),
        ),
        " · ",
    )
    details = list(_details(job, item))
    told: tuple[Content, ...] = (
        element("p", item.name, class_="name"),
        element("div", item.caption) if item.caption else "",
        element("div", item.credit, class_="line") if item.credit else "",
        block("dl", details) if details else "",
        element("p", files, class_="files"),
    )
    return block("figure", (picture, block("figcaption", told)))


def _details(job: Job, item: Item) -> Iterator[Markup]:
    own, photo = labels(job), item.photo
    for label, text in (
        (own["people"], "; ".join(item.people)),
        (own["copyright"], photo.copyright),
        (own["place"], place_shown(photo)),
        (own["usage"], photo.usage),
        (own["license"], photo.license_url),
        (own["until"], use_until(job, item)),
    ):
        if text:
            yield element("dt", label)
            yield element("dd", text)


def _link(label: str, path: str, picture: Picture, pixels: str) -> Markup:
    size = f" ({picture.width} × {picture.height} {pixels})"
    return join((element("a", label, href=quote(path)), size))
