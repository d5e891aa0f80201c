"""End marks: the line a release closes with, which every pack prints for itself."""

import re

_END_MARK = re.compile(
    r"#\s?#\s?#"
    r"|[-–—]+\s?30\s?[-–—]+"
    r"|[-–—(\[]*\s?ends\s?[-–—)\]]*"
    r"|[-–—(\[]+\s?end\s?[-–—)\]]+"
    r"|[（(【\[]\s?(?:全文)?完\s?[）)】\]]",
    re.IGNORECASE,
)


def is_end_mark(line: str) -> bool:
    """Tell whether a line is an end mark and not text: ``###``, ``-30-``, ``ENDS``, ``（完）``."""
    return _END_MARK.fullmatch(line.strip()) is not None
