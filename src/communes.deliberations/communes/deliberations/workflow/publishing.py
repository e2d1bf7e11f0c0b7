"""A publication being prepared: the projection, its files, its names."""

from collections.abc import Collection
from communes.core.organisation.api import services
from communes.deliberations.content.meeting import IMeeting
from communes.deliberations.content.meeting_item import IMeetingItem
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.publicity.errors import FileNotPublishable
from communes.deliberations.domain.publicity.identity import item_ids
from communes.deliberations.domain.publicity.identity import meeting_id
from communes.deliberations.domain.publicity.obstacles import ReviewedItem
from communes.deliberations.domain.publicity.projection import ItemPublication
from communes.deliberations.domain.publicity.projection import public_meeting
from communes.deliberations.domain.publicity.projection import Publication
from communes.deliberations.domain.publicity.records import PublicAnnex
from communes.deliberations.domain.publicity.records import PublicMeeting
from communes.deliberations.domain.publicity.records import Stage
from communes.deliberations.storage import publication as kept
from communes.deliberations.storage import review
from communes.deliberations.storage.agenda import agenda_of
from communes.deliberations.storage.assembly import assembly_of
from communes.deliberations.storage.assembly import settings_of
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.item import html_of
from communes.deliberations.storage.record import meeting_record
from communes.deliberations.storage.service import nis
from plone import api


def own_nis() -> str:
    """Return the NIS code of the institution; empty when it has none."""
    return nis(api.portal.get())


def reviewed(meeting: IMeeting) -> tuple[ReviewedItem, ...]:
    """Return the items of the agenda, each with how its review stands."""
    return tuple(
        ReviewedItem(
            row.uid,
            row.number_shown,
            row.state,
            row.brain.deliberations_privacy == Privacy.PUBLIC,
            review.standing_of(row.item()),
        )
        for row in agenda_of(meeting).rows
    )


class Draft:
    """A projection being made; remembers the files and names that go with it."""

    def __init__(self, meeting: IMeeting, stage: Stage) -> None:
        self.meeting, self.stage = meeting, stage
        self.last = kept.last_version(meeting)
        self.files: list[tuple[PublicAnnex, bytes]] = []
        self.refused: list[object] = []
        self.names: dict[str, str] = {}

    def projection(
        self, chosen: Collection[str] | None, lenient: bool = False
    ) -> PublicMeeting:
        """Return the next version; ``lenient`` notes the refused files instead."""
        meeting, rows = self.meeting, agenda_of(self.meeting).rows
        assembly = assembly_of(meeting)
        number, year = meeting.meeting_number or 0, meeting.date.year
        own = meeting_id(own_nis(), assembly.getId(), year, number)
        if self.last is not None:
            own = self.last.meeting.id
        numbers = {row.uid: row.number_shown for row in rows}
        names = item_ids(own, numbers, kept.names_of(meeting))
        taken = [row for row in rows if chosen is None or row.uid in chosen]
        self.names = {row.uid: names[row.uid] for row in taken}
        publication = Publication(
            id=own,
            nis=own_nis(),
            stage=self.stage,
            version=self.last.version + 1 if self.last else 1,
            published_at=kept.zoned(now()),
            date=kept.zoned(meeting.date),
            ended_at=kept.zoned(meeting.ended_at),
            items={
                row.uid: self._item(row, names[row.uid], row in taken, lenient)
                for row in rows
            },
        )
        record = meeting_record(meeting, closed=False)
        before = self.last.meeting if self.last else None
        return public_meeting(record, publication, before, chosen)

    def _item(
        self, row: object, name: str, taken: bool, lenient: bool
    ) -> ItemPublication:
        public = row.brain.deliberations_privacy == Privacy.PUBLIC
        if not public or not taken:
            return ItemPublication(name)
        item = row.item()
        settings = settings_of(assembly_of(self.meeting))
        categories = {one.id: one.title for one in settings.categories}
        known = {one.id: one.title for one in services(api.portal.get())}
        return ItemPublication(
            id=name,
            summary=html_of(item.summary),
            category_title=categories.get(item.category or "", ""),
            representatives=tuple(
                known[id] for id in item.groups_in_charge or () if id in known
            ),
            annexes=tuple(self._annexes(item, lenient)),
        )

    def _annexes(self, item: IMeetingItem, lenient: bool) -> list[PublicAnnex]:
        found = []
        for annex in review.published_annexes(item):
            try:
                told, data = kept.public_annex(annex)
            except FileNotPublishable as error:
                if not lenient:
                    raise
                self.refused.append(error.reason)
                continue
            self.files.append((told, data))
            found.append(told)
        return found
