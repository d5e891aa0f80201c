"""The kinds of pages that a Word template has, and the headers and footers that stand on them."""

from collections.abc import Iterator

from pressdesk.export.docx_package import Package
from pressdesk.export.docx_story import Story, WordTemplate
from pressdesk.export.docx_xml import Element, parse, q

_OFF = ("0", "false", "off")
_TITLES = {"default": "header", "first": "first-page header", "even": "even-page header"}
_REFERENCES = (q("w:headerReference"), q("w:footerReference"))


def pages(template: WordTemplate) -> Iterator[tuple[str, tuple[Story, ...]]]:
    """Go through the headers that are used, with what stands in each and in its footer.

    ECMA-376 part 1, 17.10: the first page has its own where the section says
    ``titlePg``, even pages where the settings say ``evenAndOddHeaders``; a section
    without one of its own takes that of the section before.
    """
    package = template.package
    stories = {story.part.name: story for story in template.stories}
    settings = package.related("settings")
    has_even = settings is not None and _is_on(parse(settings.data), "w:evenAndOddHeaders")
    sections = list(template.stories[0].root.iter(q("w:sectPr")))
    inherited: dict[tuple[str, str], Story] = {}
    for number, section in enumerate(sections, 1):
        inherited |= _own(section, package, stories)
        behind = f" of section {number}" if len(sections) > 1 else ""
        for kind, title in _TITLES.items():
            is_used = {"first": _is_on(section, "w:titlePg"), "even": has_even}.get(kind, True)
            if is_used:
                shown = (inherited.get((part, kind)) for part in _REFERENCES)
                yield f"{title}{behind}", tuple(story for story in shown if story is not None)


def _own(
    section: Element, package: Package, stories: dict[str, Story]
) -> dict[tuple[str, str], Story]:
    own: dict[tuple[str, str], Story] = {}
    for each in section:
        relation = package.main.relations.get(each.get(q("r:id")) or "")
        if each.tag in _REFERENCES and relation is not None and relation.target in stories:
            own[each.tag, each.get(q("w:type")) or "default"] = stories[relation.target]
    return own


def _is_on(parent: Element, name: str) -> bool:
    found = next((each for each in parent if each.tag == q(name)), None)
    return found is not None and (found.get(q("w:val")) or "1") not in _OFF
