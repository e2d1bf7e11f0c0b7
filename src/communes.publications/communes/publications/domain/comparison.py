"""Whether citizens may compare a decision with its draft, and what they compare.

A past version may hold what was masked or withdrawn since: it is only shown again
where nothing tells that this is why it changed.
"""

from collections.abc import Sequence
from communes.core.comparing.domain.difference import difference
from communes.core.comparing.domain.difference import Line
from communes.publications.domain.projection import Item
from communes.publications.domain.projection import Meeting
from dataclasses import dataclass


#: The class of the notice that stands for what was masked (communes.core.privacy).
_MASK = "texte-masque"
_TEXTS = ("title", "summary", "motivation", "decision")


@dataclass(frozen=True)
class Comparison:
    """A draft beside what was decided, block by block."""

    title: tuple[Line, ...]
    text: tuple[Line, ...]

    @property
    def changed(self) -> bool:
        """Whether a word differs."""
        return any(line.changed for line in (*self.title, *self.text))


def compared(versions: Sequence[Meeting], id: str) -> Comparison | None:
    """Return the last draft of an item beside its decision; None when it may not be.

    :param versions: every version that was shown, the first one first.

    Nothing is compared when the item has no draft or no decision, is withdrawn, when
    the decision was corrected after it had been published, or when it masks more than
    its draft did.
    """
    drafts = [_item(one, id) for one in versions if not one.decided]
    decisions = [_item(one, id) for one in versions if one.decided]
    if not versions or not versions[-1].decided or not drafts or not decisions:
        return None
    draft, first, now = drafts[-1], decisions[0], decisions[-1]
    if draft is None or now is None or first is None or now.withdrawn:
        return None
    if any(_texts(one) != _texts(now) for one in decisions if one is not None):
        return None
    if _masks(now) > _masks(draft):
        return None
    return Comparison(
        difference(_paragraph(draft.title), _paragraph(now.title)),
        difference(draft.motivation + draft.decision, now.motivation + now.decision),
    )


def _item(meeting: Meeting, id: str) -> Item | None:
    return next((one for one in meeting.items if one.id == id), None)


def _texts(item: Item) -> tuple[str, ...]:
    return tuple(getattr(item, name) for name in _TEXTS)


def _masks(item: Item) -> int:
    return sum(text.count(_MASK) for text in _texts(item))


def _paragraph(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<p>{escaped}</p>"
