"""Whatever the code offers to an integrator stands in the reference."""

import ast
from documentation import DOCS
from documentation import reference
from documentation import ROOT
from documentation import sources
from pathlib import Path
import pytest
import re


KIT = ROOT / "src" / "communes.core" / "communes" / "core"
# Rooms that hold no building block.
OTHER = {"locales", "profiles", "tests"}
ROOMS = sorted(
    path.parent.name
    for path in KIT.glob("*/__init__.py")
    if path.parent.name not in OTHER
)


def page(room: str) -> Path:
    return DOCS / "reference" / "core" / f"{room}.md"


def public_functions(module: Path) -> list[str]:
    tree = ast.parse(module.read_text("utf-8"))
    names = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    return [name for name in names if not name.startswith("_")]


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_of_the_kit_has_its_page(room):
    assert page(room).is_file()


DOORS = sorted(KIT.rglob("api.py"))


@pytest.mark.parametrize("door", DOORS, ids=lambda path: path.parent.name)
def test_every_function_of_a_door_is_documented(door):
    room = door.relative_to(KIT).parts[0]
    text = page(room).read_text("utf-8")
    missing = [name for name in public_functions(door) if not documented(name, text)]
    assert missing == []


def documented(name: str, text: str) -> bool:
    return re.search(rf"`(\w+\.)*{re.escape(name)}[(`]", text) is not None


def test_every_service_is_documented():
    names = {
        name
        for path in sources("*.zcml")
        for name in re.findall(
            r'<plone:service[^>]*?\sname="(@[^"]+)"', path.read_text("utf-8")
        )
    }
    assert names
    text = reference()
    missing = sorted(name for name in names if not named(name, text))
    assert missing == []


def named(name: str, text: str) -> bool:
    """Whether the whole name is there, not just the beginning of a longer one."""
    return re.search(rf"{re.escape(name)}(?![\w-])", text) is not None


def test_every_permission_is_documented():
    titles = {
        title
        for path in sources("*.zcml")
        for title in re.findall(
            r'<permission\s[^>]*?title="([^"]+)"', path.read_text("utf-8")
        )
    }
    assert titles
    text = reference()
    assert sorted(title for title in titles if title not in text) == []


def records() -> set[str]:
    """Return the name of every registry record that a profile of the suite makes."""
    pattern = r'<records\s+interface="([^"]+)"(?:\s+prefix="([^"]+)")?'
    return {
        f"{prefix or interface}.{field}"
        for path in sources("profiles/default/registry/*.xml")
        for interface, prefix in re.findall(pattern, path.read_text("utf-8"))
        for field in fields(interface)
    }


def fields(interface: str) -> list[str]:
    module, name = interface.rsplit(".", 1)
    (path,) = ROOT.glob(f"src/*/{module.replace('.', '/')}.py")
    tree = ast.parse(path.read_text("utf-8"))
    (found,) = [n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == name]
    assigned = [node for node in found.body if isinstance(node, ast.Assign)]
    return [node.targets[0].id for node in assigned]


def test_every_registry_setting_is_documented():
    assert "communes.core.slug" in records()
    text = reference()
    assert sorted(name for name in records() if f"`{name}`" not in text) == []


@pytest.mark.parametrize("name", ["meeting.IMeeting", "meeting_item.IMeetingItem"])
def test_every_field_of_a_service_is_documented(name):
    text = (DOCS / "reference" / "deliberations" / "rest.md").read_text("utf-8")
    found = fields(f"communes.deliberations.content.{name}")
    assert [one for one in found if f"`{one}`" not in text] == []
