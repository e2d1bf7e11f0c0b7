"""``@@jobs``: what waits to be done, what failed and why, and one more try."""

from communes.core.i18n import _
from communes.core.jobs import api
from communes.core.jobs.domain import Letter
from communes.core.jobs.leases import Job
from communes.core.jobs.leases import JobState
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from Products.Five.browser import BrowserView


#: More than an operator reads; the rest shows when these are settled.
SHOWN = 200
JOB_TAGS = {
    JobState.QUEUED: Tag(_("job_queued", default="en attente"), "wait"),
    JobState.RUNNING: Tag(_("job_running", default="en cours"), "info"),
    JobState.DONE: Tag(_("job_done", default="terminé"), "ok"),
    JobState.DEAD: Tag(_("job_dead", default="abandonné"), "late"),
    JobState.SUPERSEDED: Tag(_("job_superseded", default="remplacé"), "off"),
}


@dataclass(frozen=True)
class Row:
    """One request or job, as the tables show it."""

    kind: str
    key: str
    tag: Tag
    reason: str
    asked: str
    retry: Action | None = None


@dataclass(frozen=True)
class Group:
    """One table, and what stands there when it is empty."""

    heading: str
    empty: str
    rows: list[Row]


class JobsPage(BrowserView):
    """What was given up comes first: it is what somebody must look at."""

    page_title = _("jobs_title", default="Travaux de fond")
    wants_patterns = False

    @property
    def facts(self) -> list[Fact]:
        return [
            Fact(
                _("jobs_pending", default="En attente"), str(api.pending(self.context))
            ),
            Fact(
                _("jobs_oldest", default="Le plus ancien attend depuis"),
                _(
                    "jobs_seconds",
                    default="${count} s",
                    mapping={"count": round(api.oldest_age(self.context))},
                ),
            ),
            Fact(_("jobs_failing", default="À réessayer"), str(len(self.failing))),
            Fact(_("jobs_dead", default="Abandonnés"), str(len(self.dead))),
        ]

    @property
    def groups(self) -> list[Group]:
        """The tables of the page, what somebody must look at first."""
        return [
            Group(
                _("jobs_dead_heading", default="Travaux abandonnés"),
                _("jobs_none_dead", default="Rien n'a été abandonné."),
                self.dead,
            ),
            Group(
                _("jobs_failing_heading", default="Travaux qui seront réessayés"),
                _("jobs_none_failing", default="Rien n'a échoué."),
                self.failing,
            ),
            Group(
                _("jobs_latest_heading", default="Derniers longs travaux"),
                _("jobs_none_latest", default="Aucun long travail n'a été demandé."),
                self.latest,
            ),
        ]

    @cached_property
    def dead(self) -> list[Row]:
        """What was given up: requests, then longer jobs."""
        letters = api.dead_letters(self.context)[:SHOWN]
        return [self._given_up(one) for one in letters] + [
            self._job(one, self._retry(job=str(one.id)))
            for one in api.jobs(self.context, JobState.DEAD, SHOWN)
        ]

    @cached_property
    def failing(self) -> list[Row]:
        """What failed and comes again by itself."""
        again = Tag(_("job_again", default="sera réessayé"), "wait")
        return [self._letter(one, again) for one in api.failing(self.context)[:SHOWN]]

    @cached_property
    def latest(self) -> list[Row]:
        """The latest of the longer jobs, whatever became of them."""
        return [self._job(one) for one in api.jobs(self.context, limit=25)]

    def _given_up(self, one: Letter) -> Row:
        retry = self._retry(kind=one.intent.kind, key=one.intent.key)
        return self._letter(one, JOB_TAGS[JobState.DEAD], retry)

    def _letter(self, one: Letter, tag: Tag, retry: Action | None = None) -> Row:
        intent = one.intent
        asked = _moment(intent.asked_at)
        return Row(intent.kind, intent.key, tag, one.reason, asked, retry)

    def _job(self, one: Job, retry: Action | None = None) -> Row:
        tag = JOB_TAGS[one.state]
        note = one.reason or one.note
        return Row(one.name, one.key, tag, note, _moment(one.asked_at), retry)

    def _retry(self, **values: str) -> Action:
        return Action(
            _("job_retry", default="Réessayer"),
            f"{self.context.absolute_url()}/@@jobs-retry",
            method="post",
            small=True,
            values=values,
        )


class Retry(Act):
    """``@@jobs-retry``: one request or job that was given up is tried again."""

    def act(self) -> dict:
        job = whole(self.given("job"), 0)
        if job:
            api.retry_job(self.context, job)
        else:
            api.revive(self.context, self.given("kind"), self.given("key"))
        return {"message": _("job_retried", default="Le travail sera repris.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/@@jobs"


def _moment(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds).astimezone():%d/%m/%Y %H:%M}"
