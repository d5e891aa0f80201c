"""A release in a few lines, as `pressdesk show` prints it."""

from collections.abc import Iterator

from pressdesk.model.release import Release, content_hash


def summary_lines(release: Release) -> Iterator[str]:
    """Go through the lines that tell what a release holds."""
    yield release.headline or "(no headline)"
    if release.deck:
        yield release.deck
    yield ""
    yield f"State      {release.state}, version {release.version}, {content_hash(release)[:7]}"
    when = release.date.isoformat() if release.date else "no date"
    yield f"Dateline   {release.place or 'no place'}, {when}"
    if release.embargo:
        yield f"Embargo    {release.embargo.instant.isoformat()} ({release.embargo.zone})"
    yield f"Language   {release.language}"
    yield f"Template   {release.template}"
    blocks, words = len(release.body), release.words
    yield f"Body       {_counted(blocks, 'block')}, {_counted(words, 'word')}"
    for person in release.people:
        role = "speaks" if person.id in release.speakers else "named"
        native = f" {person.native}" if person.native else ""
        yield f"Person     {person.name}{native}, {person.position or 'no title'} ({role})"
    placed = {figure.photo for figure in release.figures}
    for photo in release.photos:
        alt = "decorative" if photo.decorative else ("alt" if photo.alt else "no alt")
        credit = photo.credit or photo.creator or "no credit"
        use = "" if photo.id in placed else ", not used"
        name = photo.name or photo.id
        yield f"Photo      {name}, {photo.width} × {photo.height}, {credit}, {alt}{use}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
