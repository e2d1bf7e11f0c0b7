"""The worker's part of a taking over: fetch, check, write; begun again where it was."""

from communes.core.access.catalog import object_by_uid
from communes.core.errors.domain import DomainError
from communes.core.jobs.interfaces import IJobHandler
from communes.deliberations.api.plonemeeting import take_over
from communes.deliberations.api.takeover import JOB
from communes.deliberations.clients import plonemeeting as clients
from communes.deliberations.clients.interfaces import IPlonemeeting
from communes.deliberations.content.assembly import IAssembly
from communes.deliberations.domain.plonemeeting.answers import ANNEXES
from communes.deliberations.domain.plonemeeting.answers import KINDS
from communes.deliberations.domain.plonemeeting.answers import objects_of
from communes.deliberations.domain.plonemeeting.answers import read_answers
from communes.deliberations.domain.plonemeeting.answers import UnreadableExport
from communes.deliberations.domain.plonemeeting.answers import ZipFiles
from communes.deliberations.domain.plonemeeting.takeover import Takeover
from communes.deliberations.domain.plonemeeting.takeover import TakeoverState
from communes.deliberations.domain.plonemeeting.takeover import with_report
from communes.deliberations.storage import takeover as storage
from dataclasses import replace
from tempfile import TemporaryFile
from typing import Any
import zipfile
from zope.interface import implementer


__all__ = ["JOB", "TakeoverWork"]


@implementer(IJobHandler)
class TakeoverWork:
    """What can not be read stops the taking over; what is away is asked again."""

    lease_seconds = 300.0

    def run(self, site: Any, job: Any) -> None:
        assembly = object_by_uid(str(job.args["assembly"]))
        known = {one.id: one for one in _takeovers(assembly)}
        takeover = known.get(str(job.args["takeover"]))
        if takeover is None or not takeover.at_work:
            return
        try:
            if takeover.state is TakeoverState.FETCHING:
                fetch(assembly, takeover, clients_of(takeover), job)
                takeover = replace(takeover, state=TakeoverState.CHECKING)
                storage.keep_takeover(assembly, takeover)
                job.commit()
            self._take(assembly, takeover, job)
        except (DomainError, clients.SourceRefused) as error:
            stopped = replace(
                takeover, state=TakeoverState.FAILED, problem=str(error)[:500]
            )
            storage.keep_takeover(assembly, stopped)

    def _take(self, assembly: IAssembly, takeover: Takeover, job: Any) -> None:
        file = storage.open_export(assembly, takeover.id)
        if file is None:
            raise UnreadableExport(problem="L'archive de cette reprise manque.")

        def kept(done: int, total: int) -> None:
            job.commit()
            job.progress(done, total)

        with file:
            files = ZipFiles(file)
            report = take_over(
                assembly,
                read_answers(files),
                files.below(ANNEXES),
                dry_run=takeover.state is TakeoverState.CHECKING,
                service=takeover.service,
                kept=kept,
            )
        storage.keep_takeover(assembly, with_report(takeover, report))


def clients_of(takeover: Takeover) -> IPlonemeeting:
    """Return what reads the source of a taking over.

    :raises SourceRefused: the operator has taken the source away meanwhile.
    """
    found = clients.source(takeover.origin)
    if found is None:
        raise clients.SourceRefused(f"{takeover.origin} is not named any more")
    return clients.RestPlonemeeting(found)


def fetch(
    assembly: IAssembly, takeover: Takeover, source: IPlonemeeting, job: Any
) -> None:
    """Write the answers and the annexes of a source into one zip, and keep that."""
    done = 0
    with TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for kind in KINDS:
                for number, text in enumerate(source.answers(kind, takeover.config)):
                    archive.writestr(f"{kind}-{number:05}.json", text)
                    for uid, url in annexes_in(objects_of(kind, text)):
                        archive.writestr(f"{ANNEXES}{uid}", source.file(url))
                    done += 1
                    job.progress(done, 0, kind)
        storage.keep_export(assembly, takeover.id, file)


def annexes_in(objects: list[object]) -> list[tuple[str, str]]:
    """Return (UID, address) of the files of the annexes that objects have."""
    found = []
    for one in objects:
        annexes = one.get("extra_include_annexes") if isinstance(one, dict) else None
        for annex in annexes if isinstance(annexes, list) else ():
            told = annex if isinstance(annex, dict) else {}
            file = told.get("file") if isinstance(told.get("file"), dict) else {}
            uid, url = told.get("UID"), file.get("download")
            if isinstance(uid, str) and isinstance(url, str) and uid.isalnum():
                found.append((uid, url))
    return found


def _takeovers(assembly: object) -> list[Takeover]:
    # The assembly may be gone since.
    return storage.takeovers_of(assembly) if IAssembly.providedBy(assembly) else []
