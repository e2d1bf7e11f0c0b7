"""What an item says in the assembly it goes to, where it says something else there."""

from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.preparation.ratification import ratification_texts
from communes.deliberations.domain.preparation.ratification import Ratified
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import plain_text
from plone.app.textfield import RichTextValue


def write_other_texts(copy: IMeetingItem, item: IMeetingItem) -> None:
    """Give the copy the texts written for the other assembly; empty ones are not."""
    if (item.send_to_title or "").strip():
        copy.title = item.send_to_title
    for name in ("motivation", "decision"):
        other = getattr(item, f"send_to_{name}")
        if plain_text(other):
            setattr(copy, name, other)


def write_ratification(copy: IMeetingItem, item: IMeetingItem) -> None:
    """Let the copy ask that the urgent decision of ``item`` be ratified."""
    found = Ratified(
        title=copy.title,
        motivation=_raw(copy.motivation),
        decision=_raw(copy.decision),
        urgency_motivation=item.urgency_motivation or "",
        organ=settings_of(assembly_of(item)).name_with_article,
        day=now().date(),
    )
    title, motivation, decision = ratification_texts(found)
    copy.title = title
    copy.motivation = _rich(motivation)
    copy.decision = _rich(decision)
    copy.reindexObject()


def _raw(value: RichTextValue | None) -> str:
    return "" if value is None else (value.raw or "")


def _rich(html: str) -> RichTextValue:
    return RichTextValue(html, "text/html", "text/x-html-safe")
