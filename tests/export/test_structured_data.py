"""What a page tells machines is what the release knows, and no more."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from pressdesk.export.html_body import Shows
from pressdesk.export.html_pictures import beside, embedded
from pressdesk.export.html_pictures import card as card_beside
from pressdesk.export.job import Job
from pressdesk.export.structured_data import lead_figure, news_article, social_card
from pressdesk.model.release import Event
from tests.builders import a_mark, a_person, a_release
from tests.export.jobs import a_figure, a_job, a_rich_release, photographed


def a_rich_job(**fields: Any) -> tuple[Job, Shows]:
    release, assets = a_rich_release(**fields)
    job = a_job(release, assets)
    return job, beside(job)[0]


def told(job: Job) -> list[tuple[str, str, str]]:
    figure = lead_figure(job)
    return list(social_card(job, (figure, card_beside(job, figure)[0]) if figure else None))


def card(job: Job) -> dict[str, str]:
    return {name: content for _, name, content in told(job)}


def test_the_article_tells_its_text_dates_and_identity() -> None:
    job, shows = a_rich_job(embargo=None)
    article = news_article(job, shows)
    assert article["@id"] == article["identifier"]
    assert {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "urn:uuid:11111111-2222-4333-8444-555555555555",
        "headline": "River museum opens its new wing",
        "alternativeHeadline": job.release.deck,
        "description": job.release.deck,
        "dateline": "LAKEFORD, Norland, March 5, 2026 —",
        "inLanguage": "en",
        "datePublished": "2026-03-05",
        "dateModified": "2026-03-04T14:05:00+00:00",
        "version": "3",
        "genre": "News release",
        "articleSection": "Latest News",
        "keywords": ["museum", "water & people"],
        "copyrightNotice": "© 2026 Lakeford University",
        "wordCount": job.release.words,
    }.items() <= article.items()
    assert article["articleBody"].startswith("The museum opened its new wing on Thursday.\nIt was")


def test_people_quotes_and_the_event_are_things_of_their_own() -> None:
    job, shows = a_rich_job()
    article = news_article(job, shows)
    assert article["about"] == {
        "@type": "Event",
        "name": "Opening",
        "startDate": "2026-03-05",
        "location": {"@type": "Place", "name": "Lakeford"},
    }
    assert [person["name"] for person in article["mentions"]] == [
        *("Tobias Okafor", "HARLOW Mira", "Beatriz Wright"),
    ]
    assert article["mentions"][1] == {
        "@type": "Person",
        "name": "HARLOW Mira",
        "givenName": "Mira",
        "familyName": "HARLOW",
        "alternateName": "哈罗美",
        "jobTitle": "director",
        "affiliation": {"@type": "Organization", "name": "River Museum"},
    }
    assert article["hasPart"] == [
        {
            "@type": "Quotation",
            "text": "Children try things out.\nNobody under eighteen pays.",
            "creator": {"@type": "Person", "name": "HARLOW Mira"},
        }
    ]


def test_the_publisher_is_the_issuer_with_its_contacts() -> None:
    job, shows = a_rich_job()
    article = news_article(job, shows)
    assert article["author"] == {"@type": "Organization", "name": "Lakeford University"}
    assert article["publisher"]["contactPoint"][0] == {
        "@type": "ContactPoint",
        "contactType": "Communications Office",
        "name": "Jo Petrov",
        "email": "press@lakeford.example",
        "telephone": "+86 10 5555 0100",
    }


def test_without_an_issuer_there_is_no_publisher() -> None:
    job, shows = a_rich_job(issuer="")
    assert not {"publisher", "author"} & news_article(job, shows).keys()
    assert "og:site_name" not in card(job)


def test_a_picture_tells_its_caption_and_its_rights() -> None:
    assets, photos = photographed(
        (300, 200),
        creator="Sam Ito",
        copyright="© Lakeford",
        usage="Free with credit",
        description="A bridge",
        source="Archive",
        keywords=("bridge",),
        taken=dt.date(2026, 3, 4),
        people=("p1",),
        title="RM-17",
        job_title="Staff photographer",
        license_url="https://museum.example.org/terms",
        sublocation="Mill Quay",
        city="Lakeford",
        state="Lakeland",
        country="Norway",
        country_code="NO",
        source_type="digitalCapture",
    )
    release = a_release(photos=photos, body=(a_figure(),), people=(a_person(),))
    job = a_job(release, assets)
    (image,) = news_article(job, beside(job)[0])["image"]
    assert image == {
        "@type": "ImageObject",
        "contentUrl": "river-museum-opens-its-new-wing-photos/01-bridge-1-300.jpg",
        "width": 300,
        "height": 200,
        "encodingFormat": "image/jpeg",
        "caption": "The glass bridge.",
        "name": "RM-17",
        "description": "A bridge",
        "creator": {"@type": "Person", "name": "Sam Ito", "jobTitle": "Staff photographer"},
        "creditText": "River Museum",
        "sourceOrganization": {"@type": "Organization", "name": "Archive"},
        "copyrightNotice": "© Lakeford",
        "usageInfo": {"@type": "CreativeWork", "text": "Free with credit"},
        "license": "https://museum.example.org/terms",
        "contentLocation": {
            "@type": "Place",
            "name": "Mill Quay",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": "Lakeford",
                "addressRegion": "Lakeland",
                "addressCountry": "NO",
            },
        },
        "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
        "keywords": ["bridge"],
        "dateCreated": "2026-03-04",
        "mentions": [
            {
                "@type": "Person",
                "name": "Mira Harlow",
                "givenName": "Mira",
                "familyName": "Harlow",
                "jobTitle": "director",
                "affiliation": {"@type": "Organization", "name": "River Museum"},
            }
        ],
    }


def test_an_embedded_picture_has_no_address() -> None:
    release, assets = a_rich_release()
    job = a_job(release, assets)
    shows = embedded(job)
    assert all("contentUrl" not in image for image in news_article(job, shows)["image"])
    assert ("name", "twitter:card", "summary") in social_card(job, None)


def test_those_seen_in_a_picture_are_told_by_record_or_by_plain_name() -> None:
    assets, photos = photographed((300, 200))
    photo = replace(photos[0], marks=(a_mark(name="Jo Petrov"), a_mark("p1", 0.5), a_mark()))
    release = a_release(people=(a_person(),), photos=(photo,), body=(a_figure(),))
    job = a_job(release, assets)
    (image,) = news_article(job, beside(job)[0])["image"]
    assert [person["name"] for person in image["mentions"]] == ["Jo Petrov", "Mira Harlow"]
    assert image["mentions"][1]["jobTitle"] == "director"


def test_a_bare_release_tells_nothing_empty() -> None:
    article = news_article(a_job(a_release()), {})
    assert all(article.values())
    assert not {"image", "mentions", "about", "hasPart", "keywords"} & article.keys()


def test_an_event_links_only_where_it_is_safe() -> None:
    for url, expected in (
        ("javascript:alert(1)", None),
        ("https://a.example/", "https://a.example/"),
    ):
        release = a_release(event=Event(name="Opening", url=url))
        assert news_article(a_job(release), {})["about"].get("url") == expected


def test_the_card_shows_the_first_picture_that_says_something() -> None:
    job, _ = a_rich_job(embargo=None)
    found = card(job)
    assert {
        "og:type": "article",
        "og:title": "River museum opens its new wing",
        "og:site_name": "Lakeford University",
        "og:image": "river-museum-opens-photos/01-bridge-1-card.jpg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:type": "image/jpeg",
        "og:image:alt": "A bridge of glass between two brick towers",
        "article:published_time": "2026-03-05",
        "article:section": "Latest News",
        "article:tag": "water & people",
        "twitter:card": "summary_large_image",
        "twitter:title": "River museum opens its new wing",
        "twitter:image:alt": "A bridge of glass between two brick towers",
    }.items() <= found.items()


def test_open_graph_is_told_by_property_and_the_x_card_by_name() -> None:
    job, _ = a_rich_job()
    for attribute, name, content in told(job):
        assert attribute == ("name" if name.startswith("twitter:") else "property")
        assert content


def test_the_card_cuts_what_is_too_long_between_words() -> None:
    job = a_job(a_release(headline="word " * 30, deck="word " * 60))
    found = card(job)
    assert found["twitter:title"] == "word " * 12 + "word…"
    assert len(found["twitter:description"]) <= 200
    assert found["og:title"] == ("word " * 30).strip()


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en-GB", "en_GB"), ("zh-Hans-CN", "zh_CN"), ("en", None), ("zh-Hant", None)],
)
def test_a_locale_is_told_only_with_its_country(language: str, locale: str | None) -> None:
    assert card(a_job(a_release(language=language))).get("og:locale") == locale
