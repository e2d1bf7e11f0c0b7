"""The door to coming from another site: try it, do it, see line by line what became."""

from collections import Counter
from collections.abc import Mapping
from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.web.api.contents import by_uid
from communes.web.content.folder import IFolder
from communes.web.domain.errors import HostRefused
from communes.web.domain.taking_over.errors import NoPlace
from communes.web.domain.taking_over.errors import NothingToWrite
from communes.web.domain.taking_over.errors import TakeoverBusy
from communes.web.domain.taking_over.errors import UnknownTakeover
from communes.web.domain.taking_over.takeover import TakenRow
from communes.web.domain.taking_over.takeover import Takeover
from communes.web.domain.taking_over.takeover import TakeoverState
from communes.web.outside.guard import declared_hosts
from communes.web.outside.guard import looked_up
from communes.web.permissions import MANAGE_SITE
from communes.web.taking_over import storage
from communes.web.taking_over.rest import RestSite
from communes.web.taking_over.working import go_on
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4


@dataclass(frozen=True)
class TakeoverReport:
    """``rows``: one page of lines; ``counts``: fate -> lines, of all of them."""

    takeover: Takeover
    rows: tuple[TakenRow, ...]
    total: int
    counts: Mapping[str, int]


def begin(site: Any, base: str, place: str = "", token: str = "") -> Takeover:
    """Have another site read; nothing is written until ``write``.

    :param base: its address, or that of one of its branches.
    :param place: UID of the folder that takes it in; empty for the site.
    :param token: JWT of somebody who may read more than anybody there.
    :raises MayNot: the user does not manage the site.
    :raises SourceSilent, HostRefused: the address is none that is asked from here.
    :raises UnknownContent, NoPlace: there is no such folder.
    :raises TakeoverBusy: the same site is being taken over.
    """
    takeover = prepare(site, base, place, token)
    go_on(takeover)
    return takeover


def prepare(site: Any, base: str, place: str = "", token: str = "") -> Takeover:
    """Keep a taking over that whoever asks for it has read; raises as ``begin``."""
    require(MANAGE_SITE, site)
    base = RestSite(base.strip()).base
    _refuse_host(base)
    if place and not IFolder.providedBy(by_uid(place)):
        raise NoPlace(field="place", name=by_uid(place).title)
    if any(one.base == base and one.at_work for one in storage.all_takeovers(site)):
        raise TakeoverBusy(field="base", name=base)
    takeover = Takeover(
        uuid4().hex[:12], base, place, current_user(),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )  # fmt: skip
    storage.begin(site, takeover, token.strip())
    record("web.takeover_read", site, base=base)
    return takeover


def write(site: Any, id: str) -> Takeover:
    """Have what was read written; what is here already is not written twice.

    :raises MayNot: the user does not manage the site.
    :raises UnknownTakeover: there is none of that number.
    :raises NothingToWrite: it is not read to its end, or written already.
    """
    takeover = prepare_writing(site, id)
    go_on(takeover)
    return takeover


def prepare_writing(site: Any, id: str) -> Takeover:
    """Let what was read be written by whoever asks for it; raises as ``write``."""
    kept = _kept(site, id)
    takeover = storage.takeover_of(kept)
    if takeover.state is not TakeoverState.READY:
        raise NothingToWrite(name=takeover.base)
    ready = replace(takeover, state=TakeoverState.WRITING, done=0)
    return _changed(site, kept, ready)


def resume(site: Any, id: str) -> Takeover:
    """Have one that something stopped go on where it was.

    :raises MayNot, UnknownTakeover: as ``write``.
    :raises NothingToWrite: nothing stopped it.
    """
    kept = _kept(site, id)
    takeover = storage.takeover_of(kept)
    if takeover.state is not TakeoverState.FAILED:
        raise NothingToWrite(name=takeover.base)
    state = TakeoverState(takeover.resumes)
    again = replace(takeover, state=state, problem="", resumes="")
    takeover = _changed(site, kept, again)
    go_on(takeover)
    return takeover


def forget(site: Any, id: str) -> None:
    """Forget a taking over, stopping it if need be; what it wrote stays.

    :raises MayNot, UnknownTakeover: as ``write``.
    """
    kept = _kept(site, id)
    record("web.takeover_forgotten", site, base=storage.takeover_of(kept).base)
    storage.drop(site, id)


def takeovers(site: Any) -> list[Takeover]:
    """Return the takings over of a site, the last first.

    :raises MayNot: the user does not manage the site.
    """
    require(MANAGE_SITE, site)
    return storage.all_takeovers(site)


def report(
    site: Any, id: str, fate: str = "", start: int = 0, most: int = 100
) -> TakeoverReport:
    """Return what becomes, or became, of each content of the other site.

    :param fate: a value of ``RowFate``: only the lines that met it.
    :raises MayNot, UnknownTakeover: as ``write``.
    """
    kept = _kept(site, id)
    rows = list(storage.rows_of(kept))
    wanted = [one for one in rows if not fate or one.fate == fate]
    return TakeoverReport(
        storage.takeover_of(kept),
        tuple(wanted[start : start + most]),
        len(wanted),
        dict(Counter(one.fate.value for one in rows)),
    )


def _changed(site: Any, kept: storage.Kept, takeover: Takeover) -> Takeover:
    storage.keep(kept, takeover)
    record("web.takeover_written", site, base=takeover.base)
    return takeover


def _kept(site: Any, id: str) -> storage.Kept:
    require(MANAGE_SITE, site)
    found = storage.kept_of(site, id)
    if found is None:
        raise UnknownTakeover(name=id[:40])
    return found


def _refuse_host(base: str) -> None:
    try:
        parts = urlsplit(base)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as wrong:
        raise HostRefused(field="base", host=base[:100]) from wrong
    if not parts.hostname or parts.username:
        raise HostRefused(field="base", host=base[:100])
    looked_up(parts.hostname, port, declared_hosts())
