"""The first step: everything is read and told line by line, nothing is written."""

from collections.abc import Callable
from collections.abc import Mapping
from communes.core.errors.domain import DomainError
from communes.web.domain.errors import SourceSilent
from communes.web.domain.taking_over.errors import EditedHere
from communes.web.domain.taking_over.errors import RedirectsClosed
from communes.web.domain.taking_over.errors import TooManyContents
from communes.web.domain.taking_over.mapping import mapped
from communes.web.domain.taking_over.source import read_source
from communes.web.domain.taking_over.source import Source
from communes.web.domain.taking_over.takeover import MOST_CONTENTS
from communes.web.domain.taking_over.takeover import RowFate
from communes.web.domain.taking_over.takeover import TakenRow
from communes.web.domain.taking_over.takeover import Takeover
from communes.web.domain.taking_over.takeover import TakeoverState
from communes.web.taking_over import storage
from communes.web.taking_over.finding import ours_of
from communes.web.taking_over.finding import was_edited
from communes.web.taking_over.reader import SiteReader
from dataclasses import replace
from typing import Any


#: The line of the report that is of the site, not of one of its contents.
SITE_ROW = 0


def read_some(
    site: Any,
    kept: storage.Kept,
    takeover: Takeover,
    reader: SiteReader,
    enough: Callable[[int], bool],
) -> Takeover:
    """Read until it is enough, or all is read; return how far it is.

    :raises SourceSilent: the other site does not answer; what was read is kept.
    :raises TooManyContents: it holds more than any commune's.
    """
    count = takeover.read
    for given in reader.items(count):
        count += 1
        if count > MOST_CONTENTS:
            raise TooManyContents(most=MOST_CONTENTS)
        storage.keep_source(kept, count, given)
        storage.keep_row(kept, count, _told(site, kept, given, takeover.base))
        if enough(count):
            return replace(takeover, read=count)
    _read_redirects(kept, reader)
    return replace(takeover, read=count, state=TakeoverState.READY)


def _told(
    site: Any, kept: storage.Kept, given: Mapping[str, Any], base: str
) -> TakenRow:
    try:
        source = read_source(given, base)
    except DomainError as refused:
        place = str(given.get("@id") or "?")[:200]
        return TakenRow(place, "", "", RowFate.REFUSED, (str(refused.reason),))
    kept.paths[source.path] = source.uid
    return row_for(site, source)


def row_for(site: Any, source: Source) -> TakenRow:
    """Return what would become of a content now."""
    row = TakenRow(source.path, source.title, source.kind, RowFate.CREATED)
    try:
        taken = mapped(source)
    except DomainError as refused:
        return replace(row, fate=RowFate.REFUSED, reasons=(str(refused.reason),))
    lost = tuple(str(one) for one in taken.lost)
    known = storage.taken_here(site, source.uid)
    obj = ours_of(known)
    if known is None or obj is None:
        return replace(row, fate=RowFate.PARTLY if lost else row.fate, reasons=lost)
    row = replace(row, uid=known.uid)
    if known.modified == source.modified.isoformat():
        return replace(row, fate=RowFate.UNCHANGED)
    if was_edited(site, obj):
        said = str(EditedHere(name=source.title).reason)
        return replace(row, fate=RowFate.REFUSED, reasons=(said,))
    return replace(row, fate=RowFate.UPDATED, reasons=lost)


def _read_redirects(kept: storage.Kept, reader: SiteReader) -> None:
    try:
        for old, new in reader.redirects():
            kept.redirects[old] = new
    except SourceSilent:
        # Managers alone read them; the contents are worth taking without.
        said = str(RedirectsClosed().reason)
        row = TakenRow("/", "", "", RowFate.PARTLY, (said,))
        storage.keep_row(kept, SITE_ROW, row)
