"""Read an item again before the public does: mask, leave, give it a public title."""

from communes.core.access.permission import current_user
from communes.core.access.permission import may
from communes.core.access.permission import require
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.publicity.errors import ReviewNotFinished
from communes.deliberations.domain.publicity.errors import UnknownSuggestion
from communes.deliberations.domain.publicity.review import Doubt
from communes.deliberations.domain.publicity.review import fingerprint
from communes.deliberations.domain.publicity.review import ReadText
from communes.deliberations.domain.publicity.review import Review
from communes.deliberations.domain.publicity.review import ReviewStanding
from communes.deliberations.permissions import MANAGE_MEETING
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from communes.deliberations.storage import part
from communes.deliberations.storage import review as storage
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.meeting import meeting_of
from communes.deliberations.storage.person import full_name
from communes.deliberations.storage.publication import zoned
from dataclasses import dataclass
from dataclasses import replace
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


MAX_TITLE = 500
#: The formatted texts of an item that a publication takes.
FIELDS = tuple(storage.FIELDS)


@dataclass(frozen=True)
class ReviewView:
    """The review of an item as a page shows it; ``revision`` goes with each act.

    ``by`` is the name of who read it last; ``annexes`` are (id, title, file name,
    publishable, confidential).
    """

    standing: ReviewStanding
    review: Review
    revision: int
    texts: tuple[ReadText, ...]
    doubts: tuple[Doubt, ...]
    annexes: tuple[tuple[str, str, str, bool, bool], ...]
    public: bool
    may_act: bool
    by: str = ""

    @property
    def open_doubts(self) -> tuple[Doubt, ...]:
        """The passages nobody decided upon yet."""
        return tuple(one for one in self.doubts if not one.left)


def may_review(item: IMeetingItem) -> bool:
    """Return whether the user may decide what is masked: who writes, who manages.

    Who keeps the meeting may once it is closed too: decisions are published then, and
    to mask changes no word of the act.
    """
    if may(MANAGE_MEETING, item) or may("Modify portal content", item):
        return True
    meeting = meeting_of(item)
    return meeting is not None and may(MANAGE_MEETING, meeting)


def may_read_review(item: IMeetingItem) -> bool:
    """Return whether the user belongs to those who prepare the item."""
    return may_review(item) or may(VIEW_INTERNAL_NOTES, item)


def review(item: IMeetingItem) -> ReviewView:
    """Return the review of an item with the passages to decide upon.

    :raises MayNot: the user does not prepare the item.
    """
    if not may_read_review(item):
        require(MANAGE_MEETING, item)
    kept, revision = storage.review_of(item)
    return ReviewView(
        standing=storage.standing_of(item),
        review=kept,
        revision=revision,
        texts=storage.texts_of(item),
        doubts=storage.doubts_of(item),
        annexes=tuple(
            (
                one.getId(),
                one.title,
                one.file.filename if one.file is not None else "",
                bool(one.publishable),
                bool(one.confidential),
            )
            for one in storage.annexes_in(item)
            if may("View", one)
        ),
        public=item.privacy == Privacy.PUBLIC,
        may_act=may_review(item),
        by=full_name(kept.by),
    )


def mask(item: IMeetingItem, key: str, revision: int | None = None) -> int:
    """Mark a suggested passage wherever it stands in its text.

    :param key: of a ``Doubt``.
    :raises MayNot: the user neither writes nor manages the item.
    :raises UnknownSuggestion: the passage changed or is gone.
    :raises NotMaskable: a title or a file name has no passage to mask.
    :raises StaleRevision: somebody else decided since ``revision``.
    """
    doubt = _asked(item, key, revision)
    storage.mark_passage(item, doubt)
    kept, _revision = storage.review_of(item)
    left = replace(kept, left=kept.left - {key})
    return storage.save_review(item, left, f"« {doubt.words} » masqué")


def leave(item: IMeetingItem, key: str, revision: int | None = None) -> int:
    """Decide that a suggested passage may be read by the public.

    :raises MayNot, UnknownSuggestion, StaleRevision: as ``mask``.
    """
    doubt = _asked(item, key, revision)
    kept, _revision = storage.review_of(item)
    left = replace(kept, left=kept.left | {key})
    return storage.save_review(item, left, f"« {doubt.words} » laissé")


def set_public_title(
    item: IMeetingItem, title: str, revision: int | None = None
) -> int:
    """Give the item the title the public reads; empty for its own.

    :raises MayNot, StaleRevision: as ``mask``.
    """
    _require(item)
    part.check(item, storage.PART, revision, "La relecture de ce point")
    kept, _revision = storage.review_of(item)
    said = " ".join(title.split())[:MAX_TITLE]
    changed = replace(kept, public_title=said)
    return storage.save_review(item, changed, "l'objet pour le public")


def set_publishable(item: IMeetingItem, annex: str, publishable: bool) -> None:
    """Say whether an annex goes with the publication.

    :raises MayNot: the user neither writes nor manages the item, or may not see it.
    """
    _require(item)
    found = {one.getId(): one for one in storage.annexes_in(item)}.get(annex)
    if found is None or not may("View", found):
        raise UnknownSuggestion(field="annex")
    found.publishable = publishable
    notify(ObjectModifiedEvent(found))


def finish_review(item: IMeetingItem, revision: int | None = None) -> int:
    """Say that every text was read as it is now.

    :raises ReviewNotFinished: passages wait for a decision; names them.
    :raises MayNot, StaleRevision: as ``mask``.
    """
    _require(item)
    part.check(item, storage.PART, revision, "La relecture de ce point")
    waiting = [one for one in storage.doubts_of(item) if not one.left]
    if waiting:
        raise ReviewNotFinished(*(_waiting(one) for one in waiting))
    kept, _revision = storage.review_of(item)
    done = replace(
        kept,
        fingerprint=fingerprint(storage.texts_of(item)),
        by=current_user(),
        on=zoned(now()).isoformat(),
    )
    return storage.save_review(item, done, "tout est relu")


def _asked(item: IMeetingItem, key: str, revision: int | None) -> Doubt:
    _require(item)
    part.check(item, storage.PART, revision, "La relecture de ce point")
    found = (one for one in storage.doubts_of(item) if one.key == key)
    doubt = next(found, None)
    if doubt is None:
        raise UnknownSuggestion(field="key")
    return doubt


def _require(item: IMeetingItem) -> None:
    if not may_review(item):
        require(MANAGE_MEETING, item)


def _waiting(doubt: Doubt) -> object:
    return because(
        "doubt_waits",
        "${text} : « ${words} » – masquez ce passage, ou laissez-le.",
        text=doubt.label,
        words=doubt.words,
    )
