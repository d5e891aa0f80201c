"""Photo bytes by their SHA-256, read only when asked for."""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import BinaryIO

from pressdesk.model.problem import PressDeskError

Source = Callable[[], BinaryIO]
"""Opens the bytes of one photo; called each time they are wanted."""


class Assets:
    """An immutable set of photo bytes, keyed by SHA-256.

    The bytes may still be in the package they were saved in: a release of many
    hundred megabytes opens without its photos being read.
    """

    def __init__(self, sources: Mapping[str, Source] | None = None) -> None:
        self._sources = dict(sources or {})

    def __contains__(self, sha256: object) -> bool:
        return sha256 in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def open(self, sha256: str) -> BinaryIO:
        """Open the bytes of a photo; raises KeyError where there is none."""
        return self._sources[sha256]()

    def read(self, sha256: str) -> bytes:
        """Read the bytes of a photo; raises KeyError where there is none."""
        with self.open(sha256) as stream:
            return stream.read()

    def source(self, sha256: str) -> Source | None:
        """Give what opens the bytes of a photo: another one where they are read elsewhere."""
        return self._sources.get(sha256)

    def can_be_read(self, sha256: str) -> bool:
        """Tell whether the bytes of a photo are there, and are those that it names."""
        try:
            return hashlib.sha256(self.read(sha256)).hexdigest() == sha256
        except (KeyError, OSError, PressDeskError):
            return False

    def has_from(self, other: "Assets", sha256: str) -> bool:
        """Tell whether the bytes of a photo are read from where another set reads them."""
        source = self.source(sha256)
        return source is not None and source is other.source(sha256)

    def with_bytes(self, data: bytes) -> tuple["Assets", str]:
        """Add bytes held in memory; gives the larger set and their SHA-256."""
        sha256 = hashlib.sha256(data).hexdigest()
        return self.with_source(sha256, lambda: io.BytesIO(data)), sha256

    def with_source(self, sha256: str, source: Source) -> "Assets":
        """Add bytes that stay where they are."""
        if sha256 in self._sources:
            return self
        return Assets({**self._sources, sha256: source})

    def union(self, other: "Assets") -> "Assets":
        """Add another set; what both have is read where this one has it."""
        return Assets({**other._sources, **self._sources})

    def changed_since(self, before: "Assets") -> "Assets":
        """Keep what an earlier set did not have, or read elsewhere."""
        return self.only(sha256 for sha256 in self if not self.has_from(before, sha256))

    def only(self, wanted: Iterable[str]) -> "Assets":
        """Keep what is wanted; raises KeyError where one of them is missing."""
        return Assets({sha256: self._sources[sha256] for sha256 in wanted})
