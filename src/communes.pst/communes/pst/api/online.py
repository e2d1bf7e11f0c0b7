"""Publish what citizens read of a plan: frozen here, then sent to their site."""

from communes.core.access.permission import current_user
from communes.core.access.permission import require
from communes.core.journal.api import record
from communes.pst.api.publishing import public_view
from communes.pst.content.plan import IPlan
from communes.pst.domain.public_files import public_document
from communes.pst.domain.public_message import programme_body
from communes.pst.events import ProgrammePublished
from communes.pst.exceptions import NothingToPublish
from communes.pst.exceptions import NotOnline
from communes.pst.permissions import PUBLISH
from communes.pst.storage.online import digest_of
from communes.pst.storage.online import frozen_of
from communes.pst.storage.online import keep_frozen
from communes.pst.storage.online import Online
from communes.pst.storage.online import online_of
from communes.pst.storage.record import plan_record
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from zope.event import notify


@dataclass(frozen=True)
class Standing:
    """How a plan stands towards citizens.

    :param online: the version published last; None while there is none, or when it
        is withdrawn.
    :param differs: whether what would be published now says something else.
    """

    online: Online | None
    differs: bool


def publish_programme(plan: IPlan) -> Online:
    """Freeze what citizens read of a plan today, and have it sent to their sites.

    What agents change afterwards is not shown until they publish again.

    :raises MayNot: the user may not publish.
    :raises NothingToPublish: nothing of the plan is public.
    """
    require(PUBLISH, plan)
    document = _document(plan)
    if not document["elements"]:
        raise NothingToPublish(plan=plan.title)
    return _published(plan, document)


def withdraw_programme(plan: IPlan) -> Online:
    """Take the plan off the sites of the citizens.

    :raises MayNot: the user may not publish.
    :raises NotOnline: it is not there.
    """
    require(PUBLISH, plan)
    present = frozen_of(plan)
    if present is None or present.is_withdrawn:
        raise NotOnline(plan=plan.title)
    return _published(plan, None)


def standing(plan: IPlan) -> Standing:
    """Return how the plan stands towards citizens; loads each element once.

    :raises MayNot: the user may not publish.
    """
    require(PUBLISH, plan)
    present = frozen_of(plan)
    if present is None or present.is_withdrawn:
        return Standing(None, False)
    return Standing(present, digest_of(_document(plan)) != present.digest)


def _document(plan: IPlan) -> dict[str, object]:
    today = date.today()
    return public_document(plan_record(plan), public_view(plan, today), today)


def _published(plan: IPlan, document: dict[str, object] | None) -> Online:
    present = frozen_of(plan)
    version = 1 if present is None else present.version + 1
    moment = datetime.now().astimezone().isoformat(timespec="seconds")
    body = programme_body(plan.getId(), version, moment, document)
    made = online_of(body, current_user())
    keep_frozen(plan, made)
    act = "pst.withdrawn" if made.is_withdrawn else "pst.published"
    record(act, plan, version=version, digest=made.digest)
    notify(ProgrammePublished(plan, body))
    return made
