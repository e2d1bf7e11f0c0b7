"""The reception of meetings, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.publications.domain.changes import ChangeKind
from communes.publications.domain.projection import DECISION
from communes.publications.domain.projection import PROJECT
from communes.publications.domain.states import MeetingState
from communes.publications.domain.states import MeetingTransition
from communes.publications.services.reception.post import ACTS


_PLACE = ("communes.publications.content.published.IPublishedMeeting",)
_AT = "/{nis}/{assembly}/{year}/{meeting}/@publications-reception"
_ITEM = obj({"id": TEXT, "number": TEXT, "title": TEXT,
             "kind": one_of(*ChangeKind), "parts": many(TEXT)})  # fmt: skip
_WAITING = obj({"version": WHOLE, "stage": one_of(PROJECT, DECISION),
                "parts": many(TEXT), "items": many(_ITEM)})  # fmt: skip
_STATE = Given(
    "Where the meeting stands, and what waits.",
    obj({"@id": URL, "state": one_of(*MeetingState),
         "steps": many(one_of(*MeetingTransition)), "waiting": or_null(_WAITING)}),
)  # fmt: skip
_MEETING = obj({"@id": URL, "title": TEXT, "institution": TEXT})

OPERATIONS = (
    Operation(
        "GET",
        "/@publications-waiting",
        ("plone.base.interfaces.siteroot.IPloneSiteRoot",),
        "List the meetings of which a version waits for the current user",
        {
            200: Given(
                "The meetings, institution by institution.",
                obj({"@id": URL, "items_total": WHOLE, "items": many(_MEETING)}),
            )
        },
    ),
    Operation(
        "GET",
        _AT,
        _PLACE,
        "Say what a version that waits would change",
        {200: _STATE},
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        _AT,
        _PLACE,
        "Let through what waits, turn it back, or take the meeting off",
        {200: _STATE},
        "`items` are the ids to let through, all without it; `reason` is asked to turn "
        "back; `step` is one of the steps that `GET` names.",
        body=closed(
            obj(
                {"act": one_of(*ACTS)},
                items=many(TEXT),
                reason=TEXT,
                step=one_of(*MeetingTransition),
            )
        ),
        refusals=(400, 403, 404, 422),
    ),
)
