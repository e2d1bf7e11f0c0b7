"""The worker's part: asks for a calendar or feed, takes it in, says how it went."""

from communes.core.access.catalog import object_by_uid
from communes.core.errors.domain import DomainError
from communes.core.importing.domain import Report
from communes.core.jobs.api import enqueue
from communes.core.jobs.interfaces import IJobHandler
from communes.web.calendars.fetching import fetched
from communes.web.calendars.taking import take_in
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.interface import implementer


JOB = "communes.web.take_in"
#: Rows a branch keeps of its last report; the counts are of all.
MOST_ROWS = 200


@implementer(IJobHandler)
class TakingIn:
    """Takes in what an address gives, in the name of who asked for it."""

    lease_seconds = 300.0

    def run(self, site: Any, job: Any) -> None:
        """Do it for the branch the job names; nothing for one that is gone."""
        place = object_by_uid(str(job.args["place"]))
        if place is None:
            return
        url, dry_run = str(job.args["url"]), bool(job.args["dry_run"])
        publish = bool(job.args["publish"])
        try:
            data = fetched(url)
            report = take_in(place, data, dry_run=dry_run, publish=publish, source=url)
        except DomainError as refusal:
            note(place, url, problem=str(refusal))
        else:
            note(place, url, report)


def ask_for(place: Any, url: str, run_as: str, *, dry_run: bool, publish: bool) -> None:
    """Have an address asked and taken in after the commit."""
    args = {"place": place.UID(), "url": url, "dry_run": dry_run, "publish": publish}
    note(place, url)
    enqueue(JOB, args, f"{place.UID()}:{url}", run_as=run_as)


def note(place: Any, url: str, report: Report | None = None, problem: str = "") -> None:
    """Keep how the last taking in went; neither report nor problem: it is under way."""
    told: dict[str, Any] = {
        "url": url,
        "problem": problem,
        "at": datetime.now(UTC),
        "report": None,
    }
    if report is not None:
        plain = report.as_dict()
        told["report"] = {**plain, "rows": list(plain["rows"])[:MOST_ROWS]}
    place.last_taken = told
