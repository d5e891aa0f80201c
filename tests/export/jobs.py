"""Jobs that the tests of exporters begin with: the shipped pack, real pictures, no clock."""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pressdesk.export.exporter import file_stem
from pressdesk.export.job import Job
from pressdesk.export.packs import Pack, load_pack
from pressdesk.export.pictures import render_pictures
from pressdesk.export.view import to_view
from pressdesk.model.assets import Assets
from pressdesk.model.body import (
    Block,
    Cell,
    Figure,
    Heading,
    ListItem,
    Paragraph,
    Quote,
    Span,
    Table,
)
from pressdesk.model.people import Contact
from pressdesk.model.photo import Photo
from pressdesk.model.release import Boilerplate, Embargo, Event, Release, cleaned
from pressdesk.paths import shipped
from pressdesk.photos.render import WEB, Renderer
from tests.builders import a_paragraph, a_person, a_photo, a_release
from tests.photos.pictures import a_picture, encoded

NEWS = load_pack(shipped("templates") / "news")
SAVED = dt.datetime(2026, 3, 4, 14, 5, tzinfo=dt.UTC)
BEFORE = dt.datetime(2026, 3, 5, 6, tzinfo=dt.UTC)
EMBARGO = Embargo.at(dt.datetime(2026, 3, 6, 8, tzinfo=dt.UTC), "Asia/Shanghai")
AFTER = dt.datetime(2026, 3, 7, 6, tzinfo=dt.UTC)


def a_job(release: Release, assets: Assets | None = None, **given: Any) -> Job:
    """A job for a final without an embargo ahead, unless it is told otherwise."""
    pack, stage, now = given.get("pack", NEWS), given.get("stage", "final"), given.get("now", AFTER)
    release, _ = cleaned(release)
    assets = assets or Assets()
    view = to_view(release, pack, stage=stage, now=now, saved=SAVED)
    pictures = render_pictures(
        release,
        assets,
        given.get("targets", WEB),
        Renderer(None, workers=1),
        instructions=view.fields.embargo,
    )
    return Job(
        release=release,
        assets=assets,
        view=view,
        pack=pack,
        pictures=pictures,
        stem=file_stem(view, release),
    )


def a_pack(folder: Path, **files: str) -> Pack:
    """A copy of the shipped pack with ``html`` or ``css`` in place of its own."""
    shutil.copytree(NEWS.folder, folder / "house")
    for name, kind in (("release.html", "html"), ("style.css", "css")):
        if kind in files:
            (folder / "house" / name).write_text(files[kind], encoding="utf-8")
    return load_pack(folder / "house")


def photographed(*sizes: tuple[int, int], **fields: Any) -> tuple[Assets, tuple[Photo, ...]]:
    """Photos ``f1``, ``f2`` … of the given sizes, and the assets that hold them."""
    assets, photos = Assets(), []
    for number, (width, height) in enumerate(sizes, 1):
        assets, media = assets.with_bytes(encoded(a_picture(width, height), quality=80))
        named = {"name": f"bridge {number}.jpg", **fields}
        size = {"width": width, "height": height}
        photos.append(a_photo(f"f{number}", media=media, **size, **named))
    return assets, tuple(photos)


def a_figure(photo: str = "f1", caption: str = "The glass bridge.", block_id: str = "g1") -> Figure:
    return Figure(id=block_id, photo=photo, caption=(Span(caption),) if caption else ())


def a_rich_release(**fields: Any) -> tuple[Release, Assets]:
    """A release in English that has everything."""
    assets, photos = photographed((1300, 800), (600, 900), (640, 400))
    given: Mapping[str, Any] = {
        "version": 3,
        "issuer": "Lakeford University",
        "deck": "A glass bridge joins two mill towers & opens a workshop for schools",
        "category": "Latest News",
        "slug": "river-museum-opens",
        "keywords": ("museum", "water & people"),
        "embargo": EMBARGO,
        "people": (
            a_person("p1", family="HARLOW", order="family-first", native="哈罗美"),
            a_person("p2", family="Okafor", given="Tobias", title="professor", role="moderator"),
            a_person("p3", family="Wright", given="Beatriz", title="mayor", organization=""),
        ),
        "speakers": ("p2", "p1"),
        "photos": photos,
        "body": _rich_body(),
        "attached": (a_figure("f3", "The mill towers at night", "g3"),),
        "contacts": (
            Contact(
                id="c1",
                name="Jo Petrov",
                role="Communications Office",
                organization="Lakeford University",
                email="press@lakeford.example",
                phone="+86 10 5555 0100",
            ),
            Contact(id="c2", name="Night desk", phone="+86 10 5555 0199 ext. 4"),
        ),
        "boilerplates": (
            Boilerplate(
                id="t1",
                heading="About the River Museum",
                text="It tells how people and water have shaped each other.\n\nFounded in 1971.",
            ),
        ),
        "note": "Photos in full size are attached.\n\nInterviews can be arranged.",
        "rights": "© 2026 Lakeford University",
        "event": Event(name="Opening", start=dt.date(2026, 3, 5), place="Lakeford"),
    }
    return a_release(**{**given, **fields}), assets


def _rich_body() -> tuple[Block, ...]:
    return (
        a_paragraph("The museum opened its new wing on Thursday."),
        Paragraph(
            id="b2",
            spans=(
                Span("It was designed by the "),
                Span("School of ", link="https://example.org/a?b=1&c=2"),
                Span("Architecture", bold=True, link="https://example.org/a?b=1&c=2"),
                Span(", said "),
                Span("磨坊", lang="zh"),
                Span(" people; see H"),
                Span("2", script="sub"),
                Span("O.\nOn two lines."),
            ),
        ),
        a_figure(caption="The glass bridge between the towers."),
        Heading(id="b3", spans=(Span("What visitors will find"),)),
        ListItem(id="b4", spans=(Span("a relief map"),)),
        ListItem(id="b5", spans=(Span("of the basin"),), level=1, numbered=True),
        ListItem(id="b6", spans=(Span("a workshop"),)),
        Quote(id="b7", spans=(Span("Children try things out."),), speaker="p1"),
        Quote(id="b8", spans=(Span("Nobody under eighteen pays."),), speaker="p1"),
        a_figure("f2", "Mira Harlow speaks.", "g2"),
        Heading(id="b9", spans=(Span("Visitors"),), level=3),
        Table(
            id="b10",
            align=("", "right"),
            rows=tuple(
                tuple(Cell((Span(text),)) for text in row)
                for row in (("Year", "Visitors"), ("2024", "81,400"), ("2025", "96,250"))
            ),
        ),
        a_paragraph("The wing is open daily.", "b11"),
    )


def a_chinese_release() -> tuple[Release, Assets]:
    """A release in Chinese with a photo, a quotation and a speaker."""
    assets, photos = photographed((700, 400), alt="两座塔楼之间的玻璃桥", credit="湖津大学")
    release = a_release(
        language="zh-CN",
        issuer="湖津大学",
        headline="河流博物馆新馆开放",
        deck="玻璃桥连接两座旧磨坊塔楼",
        category="最新消息",
        place="湖津",
        slug="river-museum-zh",
        people=(a_person(family="何", given="美岚", order="family-first", title="馆长"),),
        speakers=("p1",),
        photos=photos,
        body=(
            a_paragraph("河流博物馆的新馆于星期四开放。新馆将湖区历史的展览面积扩大了一倍。"),
            a_figure(caption="嘉宾听取开幕致辞。"),
            Quote(id="b2", spans=(Span("他们说：用来动手试试。"),), speaker="p1"),
        ),
        contacts=(Contact(id="c1", name="宣传办公室", email="press@lakeford.example"),),
    )
    return release, assets
