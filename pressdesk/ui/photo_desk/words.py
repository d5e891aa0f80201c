"""The words of the contact sheet: filters, orders, and what is to be seen of a photo."""

from PySide6.QtCore import QCoreApplication, QLocale

from pressdesk.export.docx_layout import printed_mm
from pressdesk.model.photo import Photo
from pressdesk.photos.contact_sheet import Filter, Flag, Order, SheetPhoto
from pressdesk.photos.quality import (
    BLOWN,
    PRINT_DPI,
    SHARP,
    WEB_PX,
    Quality,
    effective_dpi,
)
from pressdesk.ui.controls.lamps import word_of
from pressdesk.ui.controls.painting import Kind

_STARS = 5


def filter_words(name: Filter) -> str:
    """Give the words of a filter."""
    translate = QCoreApplication.translate
    return {
        "all": translate("ContactSheet", "All"),
        "no-caption": translate("ContactSheet", "No caption"),
        "no-credit": translate("ContactSheet", "No credit"),
        "no-alt": translate("ContactSheet", "No alternative text"),
        "too-small": translate("ContactSheet", "Too small"),
        "unused": translate("ContactSheet", "Not used"),
    }[name]


def nothing_words(name: Filter) -> str:
    """Say that no photo passes a filter."""
    translate = QCoreApplication.translate
    return {
        "all": translate("ContactSheet", "No photos yet. Drop files or folders here."),
        "no-caption": translate("ContactSheet", "Every photo has a caption."),
        "no-credit": translate("ContactSheet", "Every photo has a credit."),
        "no-alt": translate("ContactSheet", "Every photo has an alternative text."),
        "too-small": translate("ContactSheet", "No photo is too small."),
        "unused": translate("ContactSheet", "Every photo is used."),
    }[name]


def order_words(name: Order) -> str:
    """Give the words of an order."""
    translate = QCoreApplication.translate
    return {
        "release": translate("ContactSheet", "In order of the release"),
        "taken": translate("ContactSheet", "By day taken"),
        "name": translate("ContactSheet", "By name"),
        "rating": translate("ContactSheet", "By rating"),
    }[name]


def flag_words(flag: Flag, like: str = "") -> str:
    """Give the words of a flag; ``like`` names the photo that another looks like."""
    translate = QCoreApplication.translate
    return {
        "consent-refused": translate("ContactSheet", "consent refused"),
        "consent-asked": translate("ContactSheet", "consent missing"),
        "consent-over": translate("ContactSheet", "consent expired"),
        "use-over": translate("ContactSheet", "right expired"),
        "too-small": translate("ContactSheet", "too small"),
        "blurred": translate("ContactSheet", "blurred"),
        "blown": translate("ContactSheet", "blown out"),
        "like": translate("ContactSheet", "like {name}").replace("{name}", like),
        "lead": translate("ContactSheet", "lead"),
        "attached": translate("ContactSheet", "attached only"),
        "unused": translate("ContactSheet", "not used"),
    }[flag]


def flag_kind(flag: Flag) -> Kind:
    """Give the kind of a flag; the word says it, the colour only helps."""
    if flag in ("consent-refused", "consent-asked", "consent-over", "use-over"):
        return "danger"
    if flag in ("too-small", "blurred", "blown", "like"):
        return "warning"
    return "accent" if flag == "lead" else "neutral"


def stars(rating: int) -> str:
    """Draw a rating; nothing for none."""
    return "★" * rating + "☆" * (_STARS - rating) if rating else ""


def spoken(one: SheetPhoto, flags: tuple[Flag, ...], like: str) -> str:
    """Say what is seen of a photo, for those who do not see it."""
    translate = QCoreApplication.translate
    photo = one.photo
    parts = [photo.name or translate("ContactSheet", "Photo without a name")]
    if photo.rating:
        parts.append(translate("ContactSheet", "{n} of 5 stars").replace("{n}", str(photo.rating)))
    if not one.has_caption:
        parts.append(translate("ContactSheet", "no caption"))
    if "credit" in one.missing:
        parts.append(translate("ContactSheet", "no credit"))
    if "alt" in one.missing:
        parts.append(translate("ContactSheet", "no alternative text"))
    silent = [word_of(part) for part in one.missing if part in ("who", "where", "when")]
    if silent and one.has_caption:
        told = translate("ContactSheet", "caption lacks {parts}")
        parts.append(told.replace("{parts}", " ".join(silent)))
    parts += [flag_words(flag, like) for flag in flags]
    if one.use.placed:
        parts.append(translate("ContactSheet", "used"))
    return ", ".join(parts)


def sentences(
    one: SheetPhoto, quality: Quality | None, flags: tuple[Flag, ...], like: str
) -> list[str]:
    """Say what is to be looked at in a photo, with the figures it was judged by."""
    translate = QCoreApplication.translate
    width = round(one.photo.width * (one.photo.crop.box.width if one.photo.crop else 1))
    found: list[str] = []
    for flag in flags:
        match flag:
            case "too-small":
                told = translate("ContactSheet", "It is {px} pixels wide; a web page asks for {n}.")
                found.append(told.replace("{px}", f"{width:,}").replace("{n}", f"{WEB_PX:,}"))
            case "blurred":
                told = translate(
                    "ContactSheet",
                    "It seems blurred: its sharpest parts measure {px}, sharp ones at least {n}.",
                )
                measured = f"{quality.sharpness:.0f}" if quality else "0"
                found.append(told.replace("{px}", measured).replace("{n}", f"{SHARP:.0f}"))
            case "blown":
                told = translate(
                    "ContactSheet", "{px} of it is pure white, without drawing; {n} is common."
                )
                measured = f"{quality.blown:.0%}" if quality else "0%"
                found.append(told.replace("{px}", measured).replace("{n}", f"{BLOWN:.0%}"))
            case "like":
                told = translate("ContactSheet", "It looks like “{name}”: keep the better one.")
                found.append(told.replace("{name}", like))
            case "consent-refused":
                found.append(translate("ContactSheet", "Those it shows refused its use."))
            case "consent-asked":
                found.append(translate("ContactSheet", "Those it shows have not agreed yet."))
            case "consent-over":
                found.append(translate("ContactSheet", "The consent of those it shows is over."))
            case "use-over":
                found.append(translate("ContactSheet", "The right to use it is over."))
            case _:
                pass
    found += _print_sentences(one.photo)
    return found + _pixel_sentences(quality) if quality else found


def _print_sentences(photo: Photo) -> list[str]:
    placed = printed_mm(photo)
    dpi = effective_dpi(photo, placed)
    if dpi >= PRINT_DPI:
        return []
    told = QCoreApplication.translate(
        "ContactSheet", "In a Word file it has {dpi} dots per inch at {cm} cm; print asks for {n}."
    )
    told = told.replace("{dpi}", f"{dpi:.0f}").replace("{n}", str(PRINT_DPI))
    return [told.replace("{cm}", QLocale().toString(placed / 10, "f", 1))]


def _pixel_sentences(quality: Quality) -> list[str]:
    """Say what an export changes of its pixels."""
    translate = QCoreApplication.translate
    found: list[str] = []
    if quality.transparent:
        found.append(translate("ContactSheet", "Parts of it are transparent: they become white."))
    if quality.bits > 8:
        told = translate("ContactSheet", "It has {n} bits a channel: exports have 8.")
        found.append(told.replace("{n}", str(quality.bits)))
    if quality.mode == "CMYK":
        found.append(translate("ContactSheet", "It is made for print (CMYK): exports are in sRGB."))
    elif quality.profile:
        told = translate("ContactSheet", "Its colours are those of “{name}”: exports are in sRGB.")
        found.append(told.replace("{name}", quality.profile))
    return found
