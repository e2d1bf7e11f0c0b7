"""The texts of an item the public could read, and what was decided about them."""

from collections.abc import Iterator
from communes.core.access.permission import current_user
from communes.core.annexes.content import IAnnex
from communes.core.organisation.api import mandates
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.publicity.errors import NotMaskable
from communes.deliberations.domain.publicity.review import Doubt
from communes.deliberations.domain.publicity.review import doubts
from communes.deliberations.domain.publicity.review import masked_everywhere
from communes.deliberations.domain.publicity.review import ReadText
from communes.deliberations.domain.publicity.review import Review
from communes.deliberations.domain.publicity.review import ReviewStanding
from communes.deliberations.domain.publicity.review import standing
from communes.deliberations.storage import part
from communes.deliberations.storage.advice import citations
from communes.deliberations.storage.assembly import all_assemblies
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.vote import votes_of
from plone import api
from plone.app.textfield.value import RichTextValue


PART = "review_part"
#: The formatted texts of an item that a publication takes, in reading order.
FIELDS = {
    "summary": "Note de synthèse",
    "motivation": "Motivation",
    "decision": "Décision",
    "vote_text": "Résultat du vote",
}


def review_of(item: IMeetingItem) -> tuple[Review, int]:
    """Return what was decided of an item, and its revision."""
    data, revision = part.read(item, PART, dict)
    if not data:
        return Review(), revision
    return Review(**{**data, "left": frozenset(data["left"])}), revision


def save_review(
    item: IMeetingItem, review: Review, change: str, revision: int | None = None
) -> int:
    """Keep what was decided and return its new revision.

    :raises StaleRevision: somebody else decided since ``revision``.
    """
    return part.write(
        item,
        PART,
        {
            "left": sorted(review.left),
            "public_title": review.public_title,
            "fingerprint": review.fingerprint,
            "by": review.by,
            "on": review.on,
        },
        by=current_user(),
        change=change,
        revision=revision,
        what="La relecture de ce point",
    )


def texts_of(item: IMeetingItem) -> tuple[ReadText, ...]:
    """Return every text of an item that a publication would take, as it is stored."""
    return tuple(one for one in _texts(item) if one.source)


def standing_of(item: IMeetingItem) -> ReviewStanding:
    """Return whether the item was read again as it is now."""
    return standing(review_of(item)[0], texts_of(item))


def doubts_of(item: IMeetingItem) -> tuple[Doubt, ...]:
    """Return the passages of an item to decide upon."""
    return doubts(texts_of(item), review_of(item)[0], mandataries())


def mandataries() -> frozenset[str]:
    """Return the names that stay public: of all who hold or held a mandate."""
    site = api.portal.get()
    return frozenset(
        mandate.person.name
        for assembly in all_assemblies(site)
        for mandate in mandates(site, assembly.getId())
    )


def mark_passage(item: IMeetingItem, doubt: Doubt) -> None:
    """Mark the passage wherever it stands in its text; no word changes.

    Whoever edits the item meanwhile is told so; nothing else follows, neither
    advices nor notices: what the members read is the same.

    :raises NotMaskable: the text is a title, a file name or made by the house.
    """
    if doubt.text not in FIELDS:
        raise NotMaskable(what=doubt.label)
    value = getattr(item, doubt.text)
    html = masked_everywhere(value.raw or "", doubt)
    marked = RichTextValue(html, value.mimeType, value.outputMimeType)
    setattr(item, doubt.text, marked)
    part.write(item, "edits", None, by=current_user(), change="un passage masqué")


def annexes_in(item: IMeetingItem) -> tuple[object, ...]:
    """Return the annexes of an item in their order, whoever asks."""
    return tuple(one for one in item.objectValues() if IAnnex.providedBy(one))


def published_annexes(item: IMeetingItem) -> tuple[object, ...]:
    """Return the annexes a publication takes: publishable, and never confidential."""
    return tuple(
        one
        for one in annexes_in(item)
        if one.publishable and not one.confidential and one.file is not None
    )


def _texts(item: IMeetingItem) -> Iterator[ReadText]:
    own_title = review_of(item)[0].public_title
    yield ReadText(
        "title",
        "Objet pour le public" if own_title else "Objet",
        own_title or item.title,
        plain=True,
    )
    for name, label in FIELDS.items():
        value = getattr(item, name)
        yield ReadText(name, label, "" if value is None else value.raw or "")
    yield ReadText("citations", "Avis cités", citations(item))
    yield ReadText("ballots", "Intitulés des scrutins", _ballots(item), plain=True)
    for one in published_annexes(item):
        told = f"Annexe « {one.title} »"
        yield ReadText(f"{one.getId()}/title", told, one.title, plain=True)
        name = one.file.filename or ""
        yield ReadText(f"{one.getId()}/file", f"{told} : fichier", name, plain=True)


def _ballots(item: IMeetingItem) -> str:
    meeting = meeting_of(item)
    if meeting is None:
        return ""
    labels = []
    for vote in votes_of(meeting, item.UID())[0].votes:
        ballots = getattr(vote, "ballots", None)
        labels += [one.label for one in ballots] if ballots else [vote.label]
    return "\n".join(label for label in labels if label)
