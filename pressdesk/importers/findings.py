"""What an importer notices in one file."""

from collections.abc import Iterable

from pressdesk.model.problem import Place, Problem, Problems, Severity


class Findings:
    """The problems found so far in one file."""

    def __init__(self, file: str, problems: Iterable[Problem] = ()) -> None:
        self.file = file
        self._problems = list(problems)

    def add(
        self,
        code: str,
        severity: Severity,
        message: str,
        *,
        fix: str = "",
        line: int = 0,
        field: str = "",
        item: str = "",
        text: str = "",
    ) -> None:
        """Note a problem; ``line`` counts from 1, 0 stands for the file as a whole."""
        place = Place(file=self.file, line=line, field=field, item=item, text=text)
        self._problems.append(
            Problem(code=code, severity=severity, message=message, place=place, fix=fix)
        )

    def extend(self, problems: Iterable[Problem]) -> None:
        self._problems.extend(problems)

    def all(self) -> Problems:
        """Give the problems in the order of the file; those about all of it come first."""
        return tuple(sorted(self._problems, key=lambda problem: problem.place.line))
