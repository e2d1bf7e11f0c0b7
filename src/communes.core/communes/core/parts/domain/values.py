"""The values a page hands to the parts: no markup, no request, no translation.

A ``Text`` is a sentence for the reader: a ``str``, or a message identifier of the
caller's catalogue (which is a ``str`` too) that the template translates.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Literal


Text = str
TagKind = Literal["info", "late", "wait", "ok", "off"]
StepState = Literal["todo", "done", "now", "aside"]
SeatState = Literal["yes", "no", "abstain", "none", "out"]
NoticeKind = Literal["wait", "ok", "info", "late"]
FieldKind = Literal[
    "text", "textarea", "richtext", "select", "date", "time", "amount", "number",
    "email", "password", "search", "checkbox", "checkboxes", "radios", "file",
]  # fmt: skip


@dataclass(frozen=True)
class Tag:
    """A state in one or two words; the colour only repeats what the word says."""

    word: Text
    kind: TagKind = "info"


@dataclass(frozen=True)
class Crumb:
    """One place above this page."""

    title: Text
    url: str = ""


@dataclass(frozen=True)
class Action:
    """Something that may be done here, or not yet, and then why.

    ``why`` filled means refused: the button is shown off with the sentence.
    ``method`` "post" makes a form of its own carrying ``values``; ``confirm`` is
    asked first. ``data`` gives ``data-…`` attributes to the scripts.
    """

    title: Text
    url: str = ""
    primary: bool = False
    danger: bool = False
    why: Text = ""
    method: Literal["get", "post", "button", "submit"] = "get"
    name: str = ""
    value: str = ""
    icon: str = ""
    confirm: Text = ""
    small: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, str] = field(default_factory=dict)

    @property
    def css(self) -> str:
        """The classes of the button."""
        words = ["btn"]
        if self.primary:
            words.append("btn-primary")
        if self.danger:
            words.append("btn-danger")
        if self.small:
            words.append("btn-sm")
        return " ".join(words)


@dataclass(frozen=True)
class Step:
    """One step in the life of a file and where the file stands to it."""

    title: Text
    state: StepState = "todo"


@dataclass(frozen=True)
class Tab:
    """A way to look at the same thing."""

    title: Text
    url: str
    current: bool = False
    count: str = ""


@dataclass(frozen=True)
class CounterCard:
    """A number that leads to the list it counts."""

    count: int
    title: Text
    url: str
    late: bool = False


@dataclass(frozen=True)
class Fact:
    """A term and its value in « en bref »."""

    term: Text
    value: Text
    url: str = ""


@dataclass(frozen=True)
class Event:
    """Something that happened, newest first in a timeline."""

    title: Text
    detail: Text = ""
    url: str = ""


@dataclass(frozen=True)
class Seat:
    """One seat in a vote or an attendance: ``mark`` is short, ``name`` is read."""

    mark: str
    name: str
    state: SeatState = "none"
    word: Text = ""


@dataclass(frozen=True)
class Chip:
    """A filter that is on (its link takes it away) or can be put on."""

    title: Text
    url: str
    on: bool = False


@dataclass(frozen=True)
class Option:
    """One choice of a select, of radios or of checkboxes."""

    value: str
    title: Text
    selected: bool = False


@dataclass(frozen=True)
class Field:
    """One field of a hand-written form, with what was typed and what is wrong."""

    name: str
    label: Text
    kind: FieldKind = "text"
    value: str = ""
    help: Text = ""
    error: Text = ""
    required: bool = False
    disabled: bool = False
    options: tuple[Option, ...] = ()
    unit: Text = ""
    placeholder: Text = ""
    autocomplete: str = ""
    rows: int = 4

    @property
    def id(self) -> str:
        """The identifier of the control, which the label and errors point to."""
        return f"field-{self.name}"

    @property
    def described_by(self) -> str:
        """The identifiers of help and error, or an empty string."""
        ids = [f"{self.id}-help"] if self.help else []
        if self.error:
            ids.append(f"{self.id}-error")
        return " ".join(ids)

    @property
    def input_type(self) -> str:
        """The ``type`` of the input; an amount is text: it takes « 184 500,00 »."""
        known = ("date", "time", "number", "email", "password", "search", "file")
        return self.kind if self.kind in known else "text"


@dataclass(frozen=True)
class Problem:
    """One line of the error summary and the field it leads to."""

    message: Text
    label: Text = ""
    target: str = ""


@dataclass(frozen=True)
class Notice:
    """A sentence at the top of the page, perhaps with a way back."""

    text: Text
    kind: NoticeKind = "info"
    undo_url: str = ""


@dataclass(frozen=True)
class PageLink:
    """One page of a list; without ``url`` it is a gap or the page shown."""

    label: str
    url: str = ""
    current: bool = False


@dataclass(frozen=True)
class Piece:
    """A piece of a text; ``found`` says that it is what was looked for."""

    text: str
    found: bool = False


@dataclass(frozen=True)
class Result:
    """One thing a search found: where the words stand, what it is, and about it."""

    title: tuple[Piece, ...]
    url: str
    tags: tuple[Tag, ...] = ()
    text: tuple[Piece, ...] = ()
    about: tuple[Text, ...] = ()
