"""``<site>/@communes-jobs``: the work after the commit, and one more try."""

from communes.core.errors.domain import InvalidInput
from communes.core.jobs import api
from communes.core.jobs.domain import Letter
from communes.core.jobs.leases import Job
from communes.core.jobs.leases import JobState
from communes.core.web.body import json_body
from communes.core.web.writing import WritingService
from datetime import datetime
from datetime import UTC
from plone.restapi.services import Service
from typing import Any


MOST = 200
KEYS = ("job", "kind", "key")


class NothingNamed(InvalidInput):
    """Cause: the body says neither a job nor a request. Cure: send one of them."""

    code = "job_not_named"
    template = (
        "Indiquez le travail à reprendre : « job » (son numéro) ou « kind » et « key »."
    )


class JobsGet(Service):
    """How much waits, what failed, what was given up and the latest longer jobs."""

    def reply(self) -> dict[str, Any]:
        site = self.context
        return {
            "@id": f"{site.absolute_url()}/@communes-jobs",
            "pending": api.pending(site),
            "oldest_seconds": round(api.oldest_age(site), 1),
            "failing": [_letter(one) for one in api.failing(site)[:MOST]],
            "given_up": [_letter(one) for one in api.dead_letters(site)[:MOST]],
            "jobs_given_up": [_job(one) for one in api.jobs(site, JobState.DEAD, MOST)],
            "latest_jobs": [_job(one) for one in api.jobs(site, limit=25)],
        }


class JobsPost(WritingService):
    """Has one request, or one longer job, that was given up tried again."""

    def write(self) -> None:
        body = json_body(self.request, KEYS)
        job, kind, key = body.get("job"), body.get("kind"), body.get("key")
        if isinstance(job, int) and not isinstance(job, bool):
            api.retry_job(self.context, job)
        elif isinstance(kind, str) and isinstance(key, str):
            api.revive(self.context, kind, key)
        else:
            raise NothingNamed()
        return self.reply_no_content()


def _letter(one: Letter) -> dict[str, Any]:
    return {
        "kind": one.intent.kind,
        "key": one.intent.key,
        "asked_at": _moment(one.intent.asked_at),
        "attempts": one.intent.attempts,
        "reason": one.reason,
    }


def _job(one: Job) -> dict[str, Any]:
    return {
        "job": one.id,
        "name": one.name,
        "key": one.key,
        "state": one.state.value,
        "asked_at": _moment(one.asked_at),
        "attempts": one.attempts,
        "reason": one.reason,
        "note": one.note,
        "done": one.done,
        "total": one.total,
    }


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
