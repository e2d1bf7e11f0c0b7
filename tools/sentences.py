"""Find in Python code the sentences that no extractor of gettext knows.

Rules speak without a translation machinery, so their sentences are not wrapped in
``_()``: the templates of refusals and reasons, the labels of enumerations and the
documentation of settings. This module reads the code without running it.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
import re


# The calls that make a reason, and where the sentence stands among their arguments.
REASONS = {"Reason": 1, "because": 1}


@dataclass(frozen=True)
class Sentence:
    """A sentence of the code; ``default`` is empty when the id is the sentence."""

    msgid: str
    default: str
    path: Path
    line: int


@dataclass(frozen=True)
class Module:
    """One file of code and what it says."""

    path: Path
    tree: ast.Module


def modules(package: Path) -> list[Module]:
    """Return the modules of a package, without its tests."""
    paths = (path for path in package.rglob("*.py") if "tests" not in path.parts)
    return [Module(one, ast.parse(one.read_text("utf-8"))) for one in sorted(paths)]


def text_of(node: ast.expr | None) -> str | None:
    """Return a literal text, or ``None`` for anything computed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def snake(name: str) -> str:
    """Return a class name as it stands in an id: ItemState -> item_state."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def called(node: ast.Call) -> str:
    """Return the bare name of what is called."""
    function = node.func
    return getattr(function, "id", "") or getattr(function, "attr", "")


def messages(module: Module) -> Iterator[tuple[ast.Call, str | None, str | None]]:
    """Yield every ``_()`` call with its id and its default, when they are literal."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called(node) == "_" and node.args:
            default = next((k.value for k in node.keywords if k.arg == "default"), None)
            second = node.args[1] if len(node.args) > 1 else None
            yield node, text_of(node.args[0]), text_of(default or second)


def templates(module: Module) -> Iterator[Sentence]:
    """Yield the sentences of refusals: the ``template`` of their classes."""
    for node in ast.walk(module.tree):
        for statement in node.body if isinstance(node, ast.ClassDef) else ():
            if _assigned(statement) == "template":
                text = text_of(getattr(statement, "value", None))
                if text is not None:
                    yield Sentence(text, "", module.path, statement.lineno)


def reasons(module: Module) -> Iterator[Sentence]:
    """Yield the sentences given to ``Reason``, ``because`` or a wrapper of theirs."""
    known = {**REASONS, **_wrappers(module)}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called(node) in known:
            text = text_of(_argument(node, known[called(node)]))
            if text is not None:
                yield Sentence(text, "", module.path, node.lineno)


def computed_reasons(module: Module) -> list[ast.Call]:
    """Return the calls whose sentence nothing can collect, as it is not literal."""
    inside = {
        id(call)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef) and _wrapped(node) is not None
        for call in ast.walk(node)
    }
    return [
        node
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and called(node) in REASONS
        and text_of(_argument(node, REASONS[called(node)])) is None
        and id(node) not in inside
    ]


def labels(module: Module, members: dict[str, dict[str, str]]) -> Iterator[Sentence]:
    """Yield the labels of enumerations: mappings whose name ends with ``_LABELS``.

    The id is ``label_<enumeration>_<value>``, as ``communes.core.i18n.label`` asks.
    ``members`` gives the values of every enumeration (see ``enumerations``).
    """
    for statement in module.tree.body:
        if not _assigned(statement).endswith("_LABELS"):
            continue
        for node in ast.walk(statement):
            for key, value in _pairs(node):
                kind, member = key.value.id, key.attr
                if member not in members.get(kind, ()):
                    raise SystemExit(f"{module.path}: no single enumeration {kind}")
                msgid = f"label_{snake(kind)}_{members[kind][member]}"
                yield Sentence(msgid, text_of(value) or "", module.path, key.lineno)


def enumerations(found: list[Module]) -> dict[str, dict[str, str]]:
    """Return the values of every enumeration: {"ItemState": {"PROPOSED": …}}.

    Two of one name in a package are left out: their words would share their ids.
    """
    classes = [
        node
        for module in found
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and any(
            isinstance(base, ast.Name) and base.id.endswith("Enum")
            for base in node.bases
        )
    ]
    names = [node.name for node in classes]
    return {
        node.name: {
            _assigned(statement): text_of(getattr(statement, "value", None)) or ""
            for statement in node.body
            if _assigned(statement)
        }
        for node in classes
        if names.count(node.name) == 1
    }


def setting_docs(module: Module) -> Iterator[Sentence]:
    """Yield what settings say of themselves; the id is ``setting_<class>_<field>``."""
    for node in ast.walk(module.tree):
        for statement in node.body if isinstance(node, ast.ClassDef) else ():
            value = getattr(statement, "value", None)
            if isinstance(value, ast.Call) and called(value) == "field":
                doc = _doc(value)
                name = f"setting_{snake(node.name)}_{_assigned(statement)}"
                if doc is not None:
                    yield Sentence(name, doc, module.path, statement.lineno)


def collected(
    found: list[Module], kit: list[Module] | None = None
) -> Iterator[Sentence]:
    """Yield every sentence of a package that is not wrapped in ``_()``.

    ``kit`` are the modules whose enumerations the package may name in its words.
    """
    members = {**enumerations(kit or []), **enumerations(found)}
    for module in found:
        yield from templates(module)
        yield from reasons(module)
        yield from labels(module, members)
        yield from setting_docs(module)


def _assigned(statement: ast.AST) -> str:
    if isinstance(statement, ast.AnnAssign):
        return getattr(statement.target, "id", "")
    if isinstance(statement, ast.Assign):
        return getattr(statement.targets[0], "id", "")
    return ""


def _argument(node: ast.Call, place: int) -> ast.expr | None:
    named = {keyword.arg: keyword.value for keyword in node.keywords}
    return node.args[place] if len(node.args) > place else named.get("template")


def _wrapped(function: ast.FunctionDef) -> int | None:
    """Return which argument of the function becomes the sentence of a reason."""
    names = [argument.arg for argument in function.args.args]
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and called(node) in REASONS:
            name = getattr(_argument(node, REASONS[called(node)]), "id", "")
            if name in names:
                return names.index(name)
    return None


def _wrappers(module: Module) -> dict[str, int]:
    functions = (n for n in ast.walk(module.tree) if isinstance(n, ast.FunctionDef))
    places = {one.name: _wrapped(one) for one in functions}
    return {name: place for name, place in places.items() if place is not None}


def _pairs(node: ast.AST) -> Iterator[tuple[ast.Attribute, ast.expr]]:
    for key, value in zip(
        getattr(node, "keys", ()), getattr(node, "values", ()), strict=True
    ):
        if isinstance(key, ast.Attribute) and isinstance(key.value, ast.Name):
            yield key, value


def _doc(call: ast.Call) -> str | None:
    metadata = next((k.value for k in call.keywords if k.arg == "metadata"), None)
    if isinstance(metadata, ast.Call) and metadata.args:
        return text_of(metadata.args[0])
    if isinstance(metadata, ast.Dict):
        named = {
            text_of(key): value
            for key, value in zip(metadata.keys, metadata.values, strict=True)
            if key
        }
        return text_of(named.get("doc"))
    return None
