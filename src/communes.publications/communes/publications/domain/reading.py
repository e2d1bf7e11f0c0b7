"""Reads a published meeting as it arrives, or refuses it whole.

It is the second lock: what an unmasked sender lets through is refused here.
"""

from collections.abc import Mapping
from communes.core.privacy.domain.passages import has_marks
from communes.publications.domain.errors import ProjectionRefused
from communes.publications.domain.errors import ProjectionUnreadable
from communes.publications.domain.projection import Annex
from communes.publications.domain.projection import DECISION
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from communes.publications.domain.projection import Person
from communes.publications.domain.projection import PROJECT
from communes.publications.domain.projection import Vote
from communes.publications.domain.projection import Withdrawal
from communes.publications.domain.values import Reader
import re


_SHA256 = re.compile(r"[0-9a-f]{64}")
_MEETING_ID = re.compile(r"\d{5}/[a-z][a-z0-9-]{0,40}/\d{4}/\d{1,4}")
_ANNEX_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_ID = re.compile(rf"{_MEETING_ID.pattern}/[A-Za-z0-9.-]{{1,20}}")
#: What nothing that is published as text may hold.
_ACTIVE = re.compile(
    r"<\s*(script|iframe|object|embed|style|form|svg|math)\b|\son\w+\s*=|javascript:",
    re.IGNORECASE,
)


def read_projection(data: Mapping[str, object]) -> Meeting:
    """Return the meeting that plain JSON values say.

    :raises ProjectionUnreadable: a value is missing or of another kind; names it.
    :raises ProjectionRefused: something in it may not be public; names the item.
    """
    source = Reader(data)
    meeting = Meeting(
        id=source.text("id", _MEETING_ID),
        nis=source.text("nis"),
        institution=source.text("institution"),
        assembly=source.text("assembly"),
        assembly_title=source.text("assembly_title"),
        organ=source.text("organ"),
        date=source.moment("date"),
        stage=source.one_of("stage", (PROJECT, DECISION)),
        version=source.number("version", 1),
        published_at=source.moment("published_at"),
        place=source.text("place", default=""),
        number=source.number("number", 0),
        ended_at=source.moment_or_none("ended_at"),
        chair=source.text("chair", default=""),
        secretary=source.text("secretary", default=""),
        present=tuple(map(_person, source.rows("present"))),
        excused=tuple(map(_person, source.rows("excused"))),
        items=tuple(
            _item(row, order) for order, row in enumerate(source.rows("items"), 1)
        ),
    )
    _refuse_twins(meeting)
    for item in meeting.items:
        _refuse_private(item, meeting)
    return meeting


def _person(row: Reader) -> Person:
    return Person(
        row.text("id"),
        row.text("name"),
        row.text("function", default=""),
        row.text("group", default=""),
    )


def _item(row: Reader, order: int) -> Item:
    withdrawn = row.row_or_none("withdrawn")
    return Item(
        id=row.text("id", _ID),
        order=order,
        number=row.text("number"),
        title=row.text("title"),
        closed=row.flag("closed"),
        withdrawn=None
        if withdrawn is None
        else Withdrawal(withdrawn.text("reason"), withdrawn.moment("moment")),
        votes=tuple(map(_vote, row.rows("votes"))),
        annexes=tuple(map(_annex, row.rows("annexes"))),
        representatives=row.texts("representatives"),
        **{name: row.text(name, default="") for name in _TEXTS},
    )


_TEXTS = (
    "summary",
    "motivation",
    "decision",
    "result",
    "vote_words",
    "category",
    "category_title",
    "reference",
)


def _vote(row: Reader) -> Vote:
    return Vote(
        secret=row.flag("secret"),
        yes=row.number("yes", 0),
        no=row.number("no", 0),
        abstain=row.number("abstain", 0),
        voted_yes=row.texts("voted_yes"),
        voted_no=row.texts("voted_no"),
        abstained=row.texts("abstained"),
        label=row.text("label", default=""),
    )


def _annex(row: Reader) -> Annex:
    return Annex(
        id=row.text("id", _ANNEX_ID),
        title=row.text("title"),
        filename=row.text("filename"),
        content_type=row.text("content_type"),
        size=row.number("size", 0),
        sha256=row.text("sha256", _SHA256),
    )


def _refuse_twins(meeting: Meeting) -> None:
    seen: set[str] = set()
    for item in meeting.items:
        if item.id in seen or not item.id.startswith(f"{meeting.id}/"):
            raise ProjectionUnreadable(
                place=item.id, problem="cet identifiant n'est pas unique à la séance"
            )
        seen.add(item.id)


def _refuse_private(item: Item, meeting: Meeting) -> None:
    texts = (item.summary, item.motivation, item.decision, item.vote_words)
    if item.closed and (any(texts) or item.votes or item.annexes):
        _refuse(item, "il est à huis clos et porte plus que son numéro.")
    if item.withdrawn and (any(texts) or item.annexes):
        _refuse(item, "il est retiré et porte encore un texte ou une annexe.")
    if any(has_marks(text) for text in (*texts, item.title)):
        _refuse(item, "un passage marqué comme donnée personnelle n'est pas masqué.")
    if any(_ACTIVE.search(text) for text in texts):
        _refuse(item, "un texte contient du contenu actif.")
    if any(vote.secret and _names(vote) for vote in item.votes):
        _refuse(item, "un scrutin secret porte des noms.")
    if not meeting.decided and (item.votes or item.vote_words or item.result):
        _refuse(item, "un projet porte déjà un vote.")


def _names(vote: Vote) -> tuple[str, ...]:
    return vote.voted_yes + vote.voted_no + vote.abstained


def _refuse(item: Item, problem: str) -> None:
    raise ProjectionRefused(number=item.number, problem=problem)
