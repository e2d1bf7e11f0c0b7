"""Reads the file of one annex, apart from the indexing that must not wait for it."""

from communes.core.jobs.interfaces import IJobHandler
from communes.search.extraction.api import read_now
from communes.search.extraction.domain.outcome import Limits
from communes.search.indexing.lookup import objects_by_uid
from communes.search.indexing.processor import note
from typing import Any
from zope.interface import implementer


@implementer(IJobHandler)
class ExtractJob:
    """Reads, keeps the text, and has the annex indexed with it."""

    lease_seconds = 3.0 * Limits().seconds

    def run(self, site: Any, job: Any) -> None:
        """Do it for the annex whose ``uid`` the job names; nothing for one gone."""
        uid = str(job.args["uid"])
        for obj in objects_by_uid(site, [uid]).values():
            read_now(obj)
            note(uid)
