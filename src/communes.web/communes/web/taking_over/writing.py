"""The second step: what was read is written, content by content, each once."""

from communes.core.errors.domain import DomainError
from communes.web.domain.errors import SourceSilent
from communes.web.domain.links.anchors import below
from communes.web.domain.links.anchors import candidates
from communes.web.domain.links.anchors import replaced
from communes.web.domain.news import News
from communes.web.domain.taking_over.errors import NoPlace
from communes.web.domain.taking_over.mapping import mapped
from communes.web.domain.taking_over.ours import Piece
from communes.web.domain.taking_over.ours import Taken
from communes.web.domain.taking_over.ours import TextPage
from communes.web.domain.taking_over.ours import Upload
from communes.web.domain.taking_over.smartweb import section_id
from communes.web.domain.taking_over.source import read_source
from communes.web.domain.taking_over.source import Source
from communes.web.domain.taking_over.takeover import RowFate
from communes.web.domain.taking_over.takeover import TakenRow
from communes.web.links.values import changed_links
from communes.web.taking_over import storage
from communes.web.taking_over.filing import put_again
from communes.web.taking_over.filing import put_leading
from communes.web.taking_over.filing import put_upload
from communes.web.taking_over.filing import SourceLost
from communes.web.taking_over.finding import note_revision
from communes.web.taking_over.finding import ours_of
from communes.web.taking_over.holding import Holding
from communes.web.taking_over.making import make
from communes.web.taking_over.reader import SiteReader
from communes.web.taking_over.reading import row_for
from communes.web.taking_over.sectioning import put_file
from communes.web.taking_over.sectioning import put_piece
from dataclasses import replace
import transaction
from typing import Any


#: There is something to write for these.
TO_WRITE = frozenset({RowFate.CREATED, RowFate.UPDATED, RowFate.PARTLY})


class Writing:
    """Writes the contents of one taking over; ``base`` is the other site."""

    def __init__(
        self, site: Any, kept: storage.Kept, base: str, place: str, reader: SiteReader
    ) -> None:
        self.site = site
        self.kept = kept
        self.base = base
        self.reader = reader
        self.holding = Holding(site, kept, place)

    def write(self, number: int) -> None:
        """Write one content, whole or not at all; its line says what became of it.

        :raises SourceSilent: the other site is away; nothing of it was written.
        """
        row = storage.row_of(self.kept, number)
        if row is None or row.fate is RowFate.REFUSED:
            return
        source = self._source(number)
        row = row_for(self.site, source)
        if row.fate in TO_WRITE:
            row = self._tried(source, row)
        storage.keep_row(self.kept, number, row)

    def _tried(self, source: Source, row: TakenRow) -> TakenRow:
        before = transaction.savepoint(optimistic=True)
        try:
            obj, lost = self._written(source)
        except SourceLost as gone:
            before.rollback()
            said = str(gone.reason)
            return replace(row, fate=RowFate.REFUSED, reasons=(*row.reasons, said))
        except SourceSilent:
            before.rollback()
            raise
        except DomainError as refused:
            before.rollback()
            said = str(refused.reason)
            return replace(row, fate=RowFate.REFUSED, reasons=(said,))
        taken = storage.TakenHere(
            obj.UID(), source.modified.isoformat(), getattr(obj, "revision", 0)
        )
        storage.keep_taken(self.site, source.uid, taken)
        reasons = tuple(dict.fromkeys((*row.reasons, *lost)))
        fate = RowFate.PARTLY if reasons else row.fate
        return replace(row, fate=fate, reasons=reasons, uid=obj.UID())

    def _written(self, source: Source) -> tuple[Any, list[str]]:
        taken = self._anchored(source)
        held = taken.content
        known = ours_of(storage.taken_here(self.site, source.uid))
        if isinstance(held, Piece):
            return self._piece(source, taken, held), []
        if isinstance(held, Upload):
            return self._upload(source, held, known), []
        obj, lost = make(self.holding, taken, source, known)
        if taken.image is not None:
            lost = [*lost, *self._leading(obj, taken)]
        return obj, lost

    def _leading(self, obj: Any, taken: Taken) -> list[str]:
        words = taken.content.image_text if isinstance(taken.content, News) else ""
        before = transaction.savepoint(optimistic=True)
        try:
            put_leading(self.reader, obj, taken.image, words or "")
        except SourceLost as lost:
            return [str(lost.reason)]
        except SourceSilent:
            raise
        except DomainError as refused:
            before.rollback()
            return [str(refused.reason)]
        return []

    def _piece(self, source: Source, taken: Taken, held: Piece) -> Any:
        page = self.holding.above(taken.path, "Page")
        if page is None:
            raise NoPlace(name=source.title)
        put_piece(page, held, self._section_above(source.path))
        note_revision(self.site, page)
        return page

    def _upload(self, source: Source, held: Upload, known: Any) -> Any:
        if known is not None:
            put_again(self.reader, known, held)
            return known
        holder = self.holding.of_files(source.path)
        image = source.kind == "Image"
        made = put_upload(self.reader, holder, held, image)
        section = self._section_above(source.path)
        if section and hasattr(holder.aq_base, "sections"):
            put_file(holder, section, "gallery" if image else "files", made.getId())
            note_revision(self.site, holder)
        return made

    def _section_above(self, path: str) -> str:
        """Return the id of the section that stood right above a path, if one did."""
        uid = self.kept.paths.get(path.rpartition("/")[0], "")
        return section_id(uid) if uid else ""

    def _source(self, number: int) -> Source:
        return read_source(storage.source_of(self.kept, number), self.base)

    def _anchored(self, source: Source) -> Taken:
        """Return what a source becomes, its links naming what they lead to there.

        The last step makes them ours. Our cleaning takes pictures of other sites
        away: those of that one come too.
        """
        paths, page = self.kept.paths, self.base + source.path

        def anchor(address: str) -> str:
            path = below(address, page, self.base)
            for one in candidates(path) if path is not None else ():
                if one in paths and one != "/":
                    return f"resolveuid/{paths[one]}{path[len(one) :]}"
            return address

        taken = mapped(replace(source, html=replaced(source.html, anchor)))
        held = taken.content
        if isinstance(held, TextPage):
            rows = tuple(changed_links(row, anchor) for row in held.sections)
            return replace(taken, content=replace(held, sections=rows))
        if isinstance(held, Piece):
            row = changed_links(held.row, anchor)
            return replace(taken, content=replace(held, row=row))
        return taken
