"""Values no form and no service may break on, whatever it expected."""

from base64 import b64encode
from hypothesis import HealthCheck
from hypothesis import settings
from typing import Any


MARKUP = "<b><script>alert(1)</script><p onclick='x()'>&bogus;<![CDATA[ ]]> <!-- -->"
ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
#: What somebody types into a box, or writes into an address.
TEXTS = (
    "",
    "x",
    " ",
    "\x00",
    "a\x00b\x1b[31m",
    "\u202egpj.exe",
    "é" * 12_000,
    "../../etc/passwd",
    "${portal_url} %s {0}",
    MARKUP,
    ENTITIES,
    '=HYPERLINK("http://x.example")',
    "javascript:alert(1)",
    "http://[::1",
    "//x.example",
    "a@b.example\r\nBcc: c@d.example",
    "2026-13-45T99:99",
    "0001-01-01T00:00:00",
    "9999-12-31T23:59:59+14:00",
    "9" * 400,
    "-1",
    "1e999",
    "nan",
    "²",
)
#: What a program sends beside, or instead.
VALUES: tuple[Any, ...] = (
    *TEXTS,
    None,
    True,
    0,
    -1,
    10**30,
    1.5,
    float("inf"),
    "\ud800",
    [],
    {},
    [[]],
    {"": None},
    ["\ud800", 1, {}],
    [None],
    ["x", "\x00"],
    [{}],
    {"a": {"b": [{}]}},
)
#: Files that lie about what they are.
FILES = {
    "page.jpg": b"<html><script>alert(1)</script></html>",
    "bombe.png": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff",
    "vide.pdf": b"",
    "programme.pdf": b"MZ\x90\x00" + b"\x00" * 64,
    "entites.svg": ENTITIES.encode() + b"<svg>&b;</svg>",
    "pas-du-texte.csv": b"\xff\xfe\x00adresse;=1+1\r\n\x00",
    "archive.zip": b"PK\x03\x04" + b"\xff" * 40,
    "agenda.ics": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:99999999\r\nRRULE:FREQ=",
    "../../etc/\x00.txt": b"x",
}
DATA = tuple(b64encode(one).decode() for one in FILES.values())


def attack(examples: int = 25) -> Any:
    """Return the settings of an attack: the same each time, with no data base."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
