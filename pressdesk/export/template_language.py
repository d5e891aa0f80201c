"""The template language: the part of Jinja2 a house template may use, and what is wrong with one.

Word and web templates share it: fields, ``if``, ``for``, a few filters. There is
no arithmetic, no call, no assignment and no import, so a template can neither
reach code nor grow without bound (safety: Jinja2's sandbox alone stops neither
endless loops nor ``"a" * 10**9``).
"""
# pyright: reportUnknownMemberType=false
# (the tables of a Jinja2 environment are untyped)

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, get_args, get_origin

import jinja2
import msgspec
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from pressdesk.export.pack_rules import Wording
from pressdesk.export.view import ANCHORS, Fields

FILTERS = (
    "capitalize", "default", "escape", "first", "join", "last", "length", "lower", "tojson",
    "trim", "upper",
)  # fmt: skip
DEEPEST_LOOP = 3
LOOP = ("first", "last", "index", "index0", "length", "revindex")
_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.If,
    nodes.For, nodes.Filter, nodes.Test, nodes.Const, nodes.Compare, nodes.Operand, nodes.And,
    nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat, nodes.Keyword,
)  # fmt: skip
_TAG = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s)?\s*(\w+).*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\{ \{|\} \}")
_COMPANY = {
    "if": ("", "{% endif %}"),
    "elif": ("{% if 1 %}", "{% endif %}"),
    "else": ("{% if 1 %}", "{% endif %}"),
    "endif": ("{% if 1 %}", ""),
    "for": ("", "{% endfor %}"),
    "endfor": ("{% for x in y %}", ""),
}
"""Statements, and what has to stand before and behind each so that it can be read by itself."""
_PREFIXED = re.compile(r"\{%-?\s*(p|tr|tc|r)\s")
_SHAPE = "Write it as {{ headline }}, {% if deck %} or {% for person in speakers %}."
NO_DATELINE = (
    "The dateline has no place.",
    'Write {{ dateline }}, or set dateline = "lead" in template.toml.',
)
"""What is wrong, and what to do, where the pack leaves the dateline to templates without one."""
_CLOSES = {"endfor": "for", "endif": "if"}
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Fault(Struct, frozen=True):
    """What is wrong in a template's source, and in which line of it (from 1)."""

    code: str
    line: int
    message: str
    fix: str = ""


def environment() -> ImmutableSandboxedEnvironment:
    """Make the environment in which every template is rendered."""
    env = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    env.globals.clear()
    env.filters = {name: env.filters[name] for name in FILTERS}
    env.filters |= {"default": _default, "first": _first, "last": _last}
    env.tests = {name: env.tests[name] for name in ("defined", "none")}
    return env


def _default(value: Any, instead: Any = "", boolean: bool = True) -> Any:
    """Give something else for what is empty: every field is there, so none is undefined."""
    return instead if boolean and value in ("", ()) else value


def _first(value: Any) -> Any:
    """Give the first of a list, or "" of an empty one: a field without text prints nothing."""
    return next(iter(value), "")


def _last(value: Any) -> Any:
    return next(reversed(value), "")


@lru_cache(maxsize=64)
def compiled(source: str, *, is_text: bool = False) -> jinja2.Template:
    """Compile a source, once for all exports with it; ``is_text``: for plain text, not markup."""
    env = environment()
    if is_text:
        env.autoescape = env.trim_blocks = env.lstrip_blocks = False
    return env.from_string(source)


@lru_cache(maxsize=64)
def _tree(source: str) -> nodes.Template:
    """Parse a source, once for all that is asked of it."""
    return environment().parse(source)


def check_source(source: str, extra: Mapping[str, Any] = _NOTHING) -> tuple[Fault, ...]:
    """List every fault of a template's source, in the order of its lines.

    ``extra`` gives the fields a kind of template has besides those of ``Fields``,
    with their types.
    """
    return _faults(source, extra) if extra else _faults_once(source)


@lru_cache(maxsize=64)
def _faults_once(source: str) -> tuple[Fault, ...]:
    """List the faults of a source that each export asks for again."""
    return _faults(source, _NOTHING)


def _faults(source: str, extra: Mapping[str, Any]) -> tuple[Fault, ...]:
    faults = [*_broken_tags(source), *_unclosed(source)]
    if not faults:
        try:
            tree = _tree(source)
        except jinja2.TemplateSyntaxError as error:
            return (_unreadable(source, error.lineno),)
        faults = [*_forbidden(tree), *_nested(tree)]
        faults = faults or [*_unknown(tree, {**_scope(), **extra})]
    return tuple(sorted(faults, key=lambda fault: fault.line))


def used_fields(source: str) -> frozenset[str]:
    """Give the names of all fields a well-formed source uses; loop variables are not fields."""
    tree = _tree(source)
    return frozenset(
        name.name for name in tree.find_all(nodes.Name) if name.ctx == "load"
    ) - frozenset(name.name for name in tree.find_all(nodes.Name) if name.ctx == "store")


@lru_cache(maxsize=64)
def printed_fields(source: str) -> frozenset[str]:
    """Give the names of the fields a well-formed source prints, itself or one by one.

    What is only asked for, as in ``{% if deck %}``, prints nothing.
    """
    tree = _tree(source)
    looped = {name.name for name in tree.find_all(nodes.Name) if name.ctx == "store"}
    return frozenset(_printed(tree)) - looped


def prints_dateline(printed: Collection[str]) -> bool:
    """Tell whether fields give place and day, together or one by one."""
    return "dateline" in printed or (
        "place" in printed and ("date" in printed or "date_iso" in printed)
    )


def _printed(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Name):
        yield node.name
    asked = getattr(node, "test", None)
    for child in node.iter_child_nodes():
        if child is not asked:
            yield from _printed(child)


def _unreadable(source: str, line: int) -> Fault:
    """Name the tag that can't be read: the first that can't be read by itself."""
    for match in _TAG.finditer(source):
        tag, word = match.group(), match.group(1)
        before, behind = _COMPANY.get(word or "", ("", ""))
        try:
            environment().parse(f"{before}{tag}{behind}")
        except jinja2.TemplateSyntaxError:
            fix = _repair(tag, word or "")
            message = f"The tag “{tag}” can't be read."
            return Fault("PD-TPL-011", _line(source, match.start()), message, fix)
    text = source.split("\n")[line - 1].strip()
    return Fault("PD-TPL-011", line, f"The tags in “{text[:80]}” can't be read.", _SHAPE)


def _repair(tag: str, word: str) -> str:
    """Tell what most likely makes a tag unreadable."""
    prefixed = _PREFIXED.match(tag)
    if prefixed:
        return f"“{prefixed.group(1)}” is for the Word template; write {{% … %}} here."
    if word and word not in _COMPANY:
        return "A tag begins with if, elif, else, endif, for or endfor."
    if re.search(r"[“”„‟‘’‚«»]", tag):
        return 'Quotation marks in a tag are straight: "…".'
    if re.search(r"[^=!<>]=[^=]", tag):
        return "Two signs, ==, compare."
    return _SHAPE


def _line(source: str, place: int) -> int:
    return source.count("\n", 0, place) + 1


def _broken_tags(source: str) -> Iterator[Fault]:
    last = 0
    matches = [match for match in _TAG.finditer(source) if "\n" not in match.group()]
    for match in [*matches, None]:
        between = source[last : match.start() if match else len(source)]
        for stray in _STRAY.finditer(between):
            message = f"A tag is broken at “{stray.group()}”."
            fix = "Write each tag in one line, as {{ headline }} or {% if deck %}."
            yield Fault("PD-TPL-011", _line(source, last + stray.start()), message, fix)
        last = match.end() if match else last


def _unclosed(source: str) -> Iterator[Fault]:
    open_tags: list[tuple[str, int]] = []
    for match in _TAG.finditer(source):
        word, line = match.group(1), _line(source, match.start())
        if word in ("for", "if"):
            open_tags.append((word, line))
        elif word in _CLOSES:
            opener = open_tags.pop()[0] if open_tags else ""
            if opener != _CLOSES[word]:
                fix = f"Here “end{opener}” is due." if opener else "Take it away."
                yield Fault("PD-TPL-012", line, f"“{word}” closes nothing.", fix)
    for word, line in open_tags:
        fix = f"Put {{% end{word} %}} where it shall end."
        yield Fault("PD-TPL-012", line, f"The “{word}” that begins here is never closed.", fix)


def _forbidden(tree: nodes.Template) -> Iterator[Fault]:
    for node in _descendants(tree):
        name = getattr(node, "attr", "") or getattr(node, "name", "")
        if not isinstance(node, _NODES) or str(name).startswith("_"):
            kind = str(name) or type(node).__name__.lower()
            message = f"The template asks for something it may not do: “{kind}”."
            fix = "Use fields, if, for and the filters of the manual only."
            yield Fault("PD-TPL-003", node.lineno, message, fix)
        elif isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield _named("PD-TPL-013", node.lineno, "filter", node.name, FILTERS)


def _nested(node: nodes.Node, depth: int = 0) -> Iterator[Fault]:
    if isinstance(node, nodes.For):
        depth += 1
        if depth == DEEPEST_LOOP + 1:
            message = f"Loops are nested {depth} deep; the limit is {DEEPEST_LOOP}."
            yield Fault("PD-TPL-014", node.lineno, message, "A list within a list needs two.")
    for child in node.iter_child_nodes():
        yield from _nested(child, depth)


def _descendants(node: nodes.Node) -> Iterator[nodes.Node]:
    for child in node.iter_child_nodes():
        yield child
        yield from _descendants(child)


def _scope() -> dict[str, Any]:
    hints = {field.name: field.type for field in msgspec.structs.fields(Fields)}
    return {**hints, "label": Wording, **dict.fromkeys(ANCHORS, str)}


def _unknown(node: nodes.Node, scope: Mapping[str, Any]) -> Iterator[Fault]:
    """Check every name below a node against what is in scope there."""
    match node:
        case nodes.For(target=nodes.Name(name=name)):
            yield from _unknown_expression(node.iter, scope)
            inner = {**scope, name: _element(_type_of(node.iter, scope)), "loop": LOOP}
            for part in (*node.body, *([node.test] if node.test else [])):
                yield from _unknown(part, inner)
            for part in node.else_:
                yield from _unknown(part, scope)
        case nodes.Expr():
            yield from _unknown_expression(node, scope)
        case _:
            for child in node.iter_child_nodes():
                yield from _unknown(child, scope)


def _unknown_expression(node: nodes.Node, scope: Mapping[str, Any]) -> Iterator[Fault]:
    match node:
        case nodes.Name(name=name):
            if name not in scope:
                yield _named("PD-TPL-010", node.lineno, "field", name, scope)
        case nodes.Getattr(node=owner, attr=attr):
            before = list(_unknown_expression(owner, scope))
            yield from before
            known = _attributes(_type_of(owner, scope))
            if not before and attr not in known:
                yield _named("PD-TPL-010", node.lineno, "field", attr, known)
        case _:
            for child in node.iter_child_nodes():
                yield from _unknown_expression(child, scope)


def _type_of(node: nodes.Node, scope: Mapping[str, Any]) -> Any:
    match node:
        case nodes.Name(name=name):
            return scope.get(name)
        case nodes.Getattr(node=owner, attr=attr):
            return _attributes(_type_of(owner, scope)).get(attr)
        case _:
            return None


def _element(kind: Any) -> Any:
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def _attributes(kind: Any) -> Mapping[str, Any]:
    if kind is LOOP:
        return dict.fromkeys(LOOP, int)
    if isinstance(kind, type) and issubclass(kind, Struct):
        return {field.name: field.type for field in msgspec.structs.fields(kind)}
    return {}


def _named(code: str, line: int, kind: str, name: str, known: Any) -> Fault:
    # Start-up: a template without faults does not need it.
    from difflib import get_close_matches

    near = get_close_matches(name, list(known), n=1)
    fix = f"Did you mean “{near[0]}”?" if near else ""
    return Fault(code, line, f"There is no {kind} “{name}”.", fix)
