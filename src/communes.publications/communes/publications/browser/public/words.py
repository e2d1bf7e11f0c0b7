"""The words of the public pages that more than one of them says."""

from communes.core.parts.domain.values import Tag
from communes.publications.domain.formats.oslo import RESULTS
from communes.publications.domain.projection import Item
from communes.publications.domain.states import DecisionStage
from communes.publications.domain.states import STAGE_LABELS
from communes.publications.i18n import label


_KINDS = {
    DecisionStage.PROJECT: "wait",
    DecisionStage.DECISION: "ok",
    DecisionStage.WITHDRAWN: "late",
    DecisionStage.GONE: "off",
}
_REFUSED = frozenset({"refused"})
_LATER = frozenset({"delayed", "postponed_next_meeting", "removed"})


def stage_tag(stage: str) -> Tag:
    """Return what a meeting or an item is, in a word."""
    known = DecisionStage(stage)
    return Tag(label(STAGE_LABELS, known), _KINDS[known])


def item_tag(item: Item) -> Tag | None:
    """Return what became of an item; None for a draft or a closed one."""
    if item.withdrawn:
        return stage_tag(DecisionStage.WITHDRAWN)
    if not item.result:
        return None
    kind = "late" if item.result in _REFUSED else "ok"
    kind = "wait" if item.result in _LATER else kind
    return Tag(RESULTS.get(item.result, item.result), kind)


def size(octets: int) -> str:
    """Return « 48 ko », « 1,2 Mo »."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))} ko"
    return f"{octets / 1_000_000:.1f} Mo".replace(".", ",")
