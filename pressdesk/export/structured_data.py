"""What a page tells machines: schema.org's NewsArticle as JSON-LD, Open Graph, the X card.

Only what the release knows is told: without an issuer there is no publisher.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from pressdesk.export.html_body import Shown, Shows, figures, link_target
from pressdesk.export.job import Job
from pressdesk.export.view import FigureView, Quotation, body_texts
from pressdesk.model.body import plain
from pressdesk.model.identification import entries
from pressdesk.model.people import Contact, Person
from pressdesk.model.photo import SOURCE_TYPES, Photo
from pressdesk.model.release import Event, Release
from pressdesk.model.text import safe_link

Data = dict[str, Any]
_TITLE_LETTERS, _DESCRIPTION_LETTERS = 70, 200
"""What an X card shows."""


def news_article(job: Job, shows: Shows) -> Data:
    """Describe the release as a schema.org NewsArticle."""
    release, fields = job.release, job.view.fields
    urn = release.id.urn
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": urn,
        **_known(
            identifier=urn,
            headline=fields.headline,
            alternativeHeadline=fields.deck,
            description=fields.summary,
            dateline=fields.dateline,
            inLanguage=fields.language,
            datePublished=_published(job),
            dateModified=_instant(job.view.saved),
            version=fields.version,
            creativeWorkStatus="Published",
            genre=fields.label["news"],
            articleSection=fields.category,
            keywords=list(fields.keywords),
            about=_event(release.event) if release.event else None,
            publisher=_publisher(release),
            author=_thing("Organization", name=release.issuer),
            mentions=[_person(person) for person in (*release.speaking, *release.others)],
            image=list(_images(job, shows)),
            hasPart=list(_quotations(job)),
            copyrightNotice=fields.rights,
            wordCount=release.words,
            articleBody="\n".join(text for text in body_texts(job.view) if text),
        ),
    }


def social_card(job: Job, lead: tuple[FigureView, Shown] | None) -> Iterator[tuple[str, str, str]]:
    """Give the metadata that a link to the page unfolds to: attribute, name, content.

    ``lead`` is the figure of ``lead_figure``, and its picture as a card.
    """
    fields = job.view.fields
    graph = {
        "og:type": "article",
        "og:title": fields.headline,
        "og:description": fields.summary,
        "og:site_name": job.release.issuer,
        "og:locale": _locale(fields.language),
        "article:published_time": _published(job),
        "article:modified_time": _instant(job.view.saved),
        "article:section": fields.category,
    }
    pairs = [("property", name, content) for name, content in graph.items()]
    pairs += [("property", "article:tag", keyword) for keyword in fields.keywords]
    card = {
        "twitter:card": "summary_large_image" if lead else "summary",
        "twitter:title": _cut(fields.headline, _TITLE_LETTERS),
        "twitter:description": _cut(fields.summary, _DESCRIPTION_LETTERS),
    }
    if lead:
        figure, shown = lead
        image = {
            "og:image": shown.src,
            "og:image:type": "image/jpeg",
            "og:image:width": str(shown.width),
            "og:image:height": str(shown.height),
            "og:image:alt": figure.alt,
        }
        pairs += [("property", name, content) for name, content in image.items()]
        card |= {"twitter:image": shown.src, "twitter:image:alt": figure.alt}
    pairs += [("name", name, content) for name, content in card.items()]
    yield from (pair for pair in pairs if pair[2])


def _known(**properties: Any) -> Data:
    return {name: value for name, value in properties.items() if value}


def _thing(kind: str, **properties: Any) -> Data:
    known = _known(**properties)
    return {"@type": kind, **known} if known else {}


def _published(job: Job) -> str:
    if job.release.embargo:
        return _instant(job.release.embargo.instant)
    return job.view.fields.date_iso


def _instant(instant: dt.datetime) -> str:
    return instant.isoformat(timespec="seconds")


def _publisher(release: Release) -> Data:
    if not release.issuer:
        return {}
    contacts = [_contact(contact) for contact in release.contacts]
    return _thing("Organization", name=release.issuer, contactPoint=contacts)


def _contact(contact: Contact) -> Data:
    return _thing(
        "ContactPoint",
        contactType=contact.role or "press",
        name=contact.name,
        email=contact.email,
        telephone=contact.phone,
    )


def _event(event: Event) -> Data:
    return _thing(
        "Event",
        name=event.name,
        startDate=event.start.isoformat() if event.start else "",
        endDate=event.end.isoformat() if event.end else "",
        location=_thing("Place", name=event.place),
        url=link_target(event.url),
    )


def _person(person: Person) -> Data:
    return _thing(
        "Person",
        name=person.name,
        givenName=person.given,
        familyName=person.family,
        alternateName=person.native if person.native != person.name else "",
        jobTitle=person.title,
        affiliation=_thing("Organization", name=person.organization),
    )


def _quotations(job: Job) -> Iterator[Data]:
    for piece in job.view.body:
        if isinstance(piece, Quotation):
            yield _thing(
                "Quotation",
                text="\n".join(plain(spans) for _, spans in piece.paragraphs),
                creator=_thing("Person", name=piece.speaker.name) if piece.speaker else None,
            )


def _images(job: Job, shows: Shows) -> Iterator[Data]:
    for figure in figures(job.view):
        photo = job.release.photo(figure.photo)
        yield {
            **_image(photo, shows[figure.id]),
            **_known(
                caption=plain(figure.caption),
                mentions=list(_seen(photo, job.release)),
            ),
        }


def _seen(photo: Photo, release: Release) -> Iterator[Data]:
    """Go through those who are seen in a photo and have a name."""
    for row in entries(photo, release):
        for entry in row:
            if entry.person is not None:
                yield _person(entry.person)
            elif entry.name:
                yield _thing("Person", name=entry.name)


def _image(photo: Photo, shown: Shown) -> Data:
    return _thing(
        "ImageObject",
        contentUrl="" if shown.is_embedded else shown.src,
        width=shown.width,
        height=shown.height,
        encodingFormat="image/jpeg",
        name=photo.title,
        headline=photo.headline,
        description=photo.description,
        creator=_thing("Person", name=photo.creator, jobTitle=photo.job_title),
        creditText=photo.credit,
        sourceOrganization=_thing("Organization", name=photo.source),
        copyrightNotice=photo.copyright,
        usageInfo=_thing("CreativeWork", text=photo.usage),
        license=safe_link(photo.license_url),
        contentLocation=_place(photo),
        digitalSourceType=SOURCE_TYPES + photo.source_type if photo.source_type else "",
        keywords=list(photo.keywords),
        dateCreated=photo.taken.isoformat() if photo.taken else "",
    )


def _place(photo: Photo) -> Data:
    """Tell which place a photo shows, never where on the globe its camera stood."""
    address = _thing(
        "PostalAddress",
        addressLocality=photo.city,
        addressRegion=photo.state,
        addressCountry=photo.country_code or photo.country,
    )
    return _thing("Place", name=photo.sublocation or photo.city, address=address)


def lead_figure(job: Job) -> FigureView | None:
    """Find the figure that stands for the page."""
    return next((each for each in figures(job.view) if not each.decorative), None)


def _locale(language: str) -> str:
    """Give ``zh_CN`` for ``zh-Hans-CN``; Open Graph knows no locale without a country."""
    first, *others = language.split("-")
    country = next((part for part in others if len(part) == 2 and part.isalpha()), "")
    return f"{first}_{country.upper()}" if country else ""


def _cut(text: str, letters: int) -> str:
    return text if len(text) <= letters else text[: letters - 1].rsplit(" ", 1)[0] + "…"
