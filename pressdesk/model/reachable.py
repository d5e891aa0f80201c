"""Whether an e-mail address or a telephone number looks like one that reaches somebody."""

import re

_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+")
_PHONE = re.compile(r"\+?[\d\s().\-/–]{5,}(?:\s*(?:ext\.?|x|转)\s*\d+)?", re.IGNORECASE)


def is_email(text: str) -> bool:
    """Tell whether a text has the form of one e-mail address, in letters of any script."""
    return _EMAIL.fullmatch(text.strip()) is not None


def is_phone(text: str) -> bool:
    """Tell whether a text has the form of one telephone number."""
    return _PHONE.fullmatch(text.strip()) is not None


def has_country_code(phone: str) -> bool:
    """Tell whether a number can be dialled from abroad as it is written."""
    return phone.strip().startswith(("+", "00"))
