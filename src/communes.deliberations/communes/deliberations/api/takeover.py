"""Bring an export of PloneMeeting, see what it would write, have it written."""

from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.jobs.api import enqueue
from communes.core.jobs.api import jobs
from communes.core.jobs.leases import JobState
from communes.core.organisation.api import services
from communes.deliberations.clients import plonemeeting as clients
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.plonemeeting.answers import answers_in
from communes.deliberations.domain.plonemeeting.answers import UnreadableExport
from communes.deliberations.domain.plonemeeting.answers import ZipFiles
from communes.deliberations.domain.plonemeeting.takeover import Takeover
from communes.deliberations.domain.plonemeeting.takeover import TakeoverNotReady
from communes.deliberations.domain.plonemeeting.takeover import TakeoverState
from communes.deliberations.permissions import MANAGE_ASSEMBLY
from communes.deliberations.storage import takeover as storage
from communes.deliberations.storage.clock import now
from communes.deliberations.storage.journal import note_change
from communes.deliberations.storage.person import full_name
from communes.deliberations.storage.publication import zoned
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from plone import api
from typing import IO
from uuid import uuid4


#: Name of the longer job.
JOB = "deliberations.takeover"


@dataclass(frozen=True)
class TakeoverView:
    """A taking over with how far the worker is: ``done`` of ``total`` objects.

    ``by`` is the name of who brought it, ``at`` when, with its zone.
    ``trouble`` is why the worker could not go on; it tries again, or was given up.
    """

    takeover: Takeover
    by: str
    at: datetime
    done: int = 0
    total: int = 0
    trouble: str = ""


def bring_export(
    assembly: IAssembly, file: IO[bytes], name: str, service: str = ""
) -> Takeover:
    """Keep a zip of answers and have it checked; nothing is written to the assembly.

    :param name: of the file, as it is told.
    :param service: id of the service that takes what no service here is named for.
    :raises MayNot: the user does not manage the assembly.
    :raises UnreadableExport: it is no zip, or holds no answer.
    """
    require(MANAGE_ASSEMBLY, assembly)
    answers_in(ZipFiles(file))
    made = _begun(assembly, name, service, "", TakeoverState.CHECKING)
    storage.keep_export(assembly, made.id, file)
    _ask_worker(assembly, made)
    return made


def bring_from(
    assembly: IAssembly, source: str, config: str, service: str = ""
) -> Takeover:
    """Have the worker read a PloneMeeting by its REST services, then check it.

    :param source: name of one of ``source_names``.
    :param config: id of the configuration there ("meeting-config-council").
    :raises MayNot: the user does not manage the assembly.
    :raises UnreadableExport: the operator named no such source.
    """
    require(MANAGE_ASSEMBLY, assembly)
    if clients.source(source) is None:
        raise UnreadableExport(
            field="source",
            problem=f"La source « {source} » n'est pas connue de ce serveur.",
        )
    made = _begun(assembly, source, service, config, TakeoverState.FETCHING)
    _ask_worker(assembly, made)
    return made


def write_takeover(assembly: IAssembly, id: str) -> Takeover:
    """Have the worker write what was checked; what is here already stays as it is.

    :raises MayNot: the user does not manage the assembly.
    :raises UnknownTakeover: there is none of that id.
    :raises TakeoverNotReady: it is not checked yet, or holds nothing.
    """
    require(MANAGE_ASSEMBLY, assembly)
    found = storage.takeover_of(assembly, id)
    if not found.may_be_written:
        raise TakeoverNotReady()
    made = replace(found, state=TakeoverState.WRITING)
    storage.keep_takeover(assembly, made)
    _ask_worker(assembly, made)
    return made


def forget_takeover(assembly: IAssembly, id: str) -> None:
    """Forget an export that was brought; what was written of it stays.

    :raises MayNot: the user does not manage the assembly.
    :raises UnknownTakeover: there is none of that id.
    """
    require(MANAGE_ASSEMBLY, assembly)
    storage.drop_takeover(assembly, id)


def takeovers(assembly: IAssembly) -> list[TakeoverView]:
    """Return the takings over of the assembly, the latest first.

    :raises MayNot: the user does not manage the assembly.
    """
    require(MANAGE_ASSEMBLY, assembly)
    return [_view(assembly, one) for one in storage.takeovers_of(assembly)]


def takeover(assembly: IAssembly, id: str) -> TakeoverView:
    """Return one of them.

    :raises MayNot: the user does not manage the assembly.
    :raises UnknownTakeover: there is none of that id.
    """
    require(MANAGE_ASSEMBLY, assembly)
    return _view(assembly, storage.takeover_of(assembly, id))


def source_names() -> tuple[str, ...]:
    """Return the names of the PloneMeetings this server may read."""
    return tuple(one.name for one in clients.sources())


def _begun(
    assembly: IAssembly, origin: str, service: str, config: str, state: TakeoverState
) -> Takeover:
    known = {one.id for one in services(api.portal.get())}
    if service and service not in known:
        raise UnreadableExport(
            field="service", problem=f"Le service « {service} » n'existe pas ici."
        )
    made = Takeover(
        id=uuid4().hex,
        origin=" ".join(origin.split())[:200],
        asked_by=current_user(),
        asked_on=now(),
        state=state,
        service=service,
        config=config,
    )
    storage.keep_takeover(assembly, made)
    note_change("import.brought", assembly, takeover=made.id)
    return made


def _ask_worker(assembly: IAssembly, takeover: Takeover) -> None:
    args = {"assembly": assembly.UID(), "takeover": takeover.id}
    enqueue(JOB, args, f"{takeover.id}:{takeover.state.value}", current_user())


def _view(assembly: IAssembly, takeover: Takeover) -> TakeoverView:
    seen = TakeoverView(
        takeover, full_name(takeover.asked_by), zoned(takeover.asked_on)
    )
    if not takeover.at_work:
        return seen
    key = f"{takeover.id}:{takeover.state.value}"
    known = (one for one in jobs(api.portal.get()) if one.name == JOB)
    job = next((one for one in known if one.key == key), None)
    if job is None:
        return seen
    trouble = job.reason if job.state is not JobState.DONE else ""
    return replace(seen, done=job.done, total=job.total, trouble=trouble)
