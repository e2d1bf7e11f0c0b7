"""Which form of a thing an address or an ``Accept`` header asks for (RFC 9110)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
import re


HTML = "text/html"


class Form(StrEnum):
    """A form as data; its value is the suffix it has at the end of an address."""

    JSONLD = "jsonld"
    TURTLE = "ttl"
    JSON = "json"
    XML = "xml"
    CSV = "csv"
    ATOM = "atom"
    ICS = "ics"


FORM_LABELS = {
    Form.JSONLD: "Données liées (JSON-LD)",
    Form.TURTLE: "Données liées (Turtle)",
    Form.JSON: "OParl (JSON)",
    Form.XML: "Akoma Ntoso (XML)",
    Form.CSV: "Tableau (CSV, SCDL)",
    Form.ATOM: "Fil d'actualité (Atom)",
    Form.ICS: "Calendrier (iCalendar)",
}
MEDIA_TYPES = {
    Form.JSONLD: "application/ld+json",
    Form.TURTLE: "text/turtle",
    Form.JSON: "application/json",
    Form.XML: "application/akn+xml",
    Form.CSV: "text/csv",
    Form.ATOM: "application/atom+xml",
    Form.ICS: "text/calendar",
}
#: Other names under which a client asks for the same.
ALIASES = {
    "application/xml": Form.XML,
    "text/xml": Form.XML,
    "application/x-turtle": Form.TURTLE,
}
_TEXTS = (Form.TURTLE, Form.CSV, Form.ICS, Form.XML, Form.ATOM)
_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*")
_MOST = 40


class Kind(StrEnum):
    """What a permanent address leads to."""

    INSTITUTION = "institution"
    ASSEMBLY = "assembly"
    YEAR = "year"
    MEETING = "meeting"
    DECISION = "decision"


_LISTS = (Form.CSV, Form.ATOM, Form.ICS)
#: What each kind is offered as; the first is the one given when two are as good.
FORMS: dict[Kind, tuple[Form, ...]] = {
    Kind.INSTITUTION: (Form.JSONLD, Form.TURTLE, Form.JSON, *_LISTS),
    Kind.ASSEMBLY: (Form.JSONLD, Form.TURTLE, Form.JSON, *_LISTS),
    Kind.YEAR: (Form.JSONLD, Form.TURTLE, *_LISTS),
    Kind.MEETING: (Form.JSONLD, Form.TURTLE, Form.JSON, *_LISTS),
    Kind.DECISION: (Form.JSONLD, Form.TURTLE, Form.JSON, Form.XML),
}


@dataclass(frozen=True)
class _Range:
    kind: str
    quality: float


def split_suffix(name: str) -> tuple[str, Form] | None:
    """Return the name and the form of ``9.ttl``; None when it ends in no form."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem or suffix not in set(Form):
        return None
    return stem, Form(suffix)


def content_type(form: Form) -> str:
    """Return the value of ``Content-Type``; JSON is in UTF-8 without saying so."""
    charset = "; charset=utf-8" if form in _TEXTS else ""
    return f"{MEDIA_TYPES[form]}{charset}"


def negotiate(accept: str, offered: Iterable[Form]) -> Form | None:
    """Return the form an ``Accept`` header prefers to the page; None for the page.

    The page wins every tie, and answers whoever accepts nothing of what there is.
    """
    ranges = _ranges(accept)
    best, most = None, max(_quality(HTML, ranges), 0.0)
    for form in offered:
        quality = max(_quality(one, ranges) for one in _names(form))
        if quality > most:
            best, most = form, quality
    return best


def _names(form: Form) -> list[str]:
    return [MEDIA_TYPES[form], *(name for name, one in ALIASES.items() if one is form)]


def _ranges(accept: str) -> list[_Range]:
    found = []
    for part in accept.split(",")[:_MOST]:
        kind, *parameters = part.split(";")
        quality = 1.0
        for one in parameters:
            match = _QUALITY.fullmatch(one)
            quality = float(match[1]) if match else quality
        if kind.strip():
            found.append(_Range(kind.strip().lower(), quality))
    return found or [_Range("*/*", 1.0)]


def _quality(name: str, ranges: list[_Range]) -> float:
    """Return how much a type is wanted: the most exact range decides."""
    for wanted in (name, f"{name.partition('/')[0]}/*", "*/*"):
        found = [one.quality for one in ranges if one.kind == wanted]
        if found:
            return max(found)
    return 0.0
