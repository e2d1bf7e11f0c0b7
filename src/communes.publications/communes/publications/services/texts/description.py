"""Regulations and notices, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import REASON
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.publications.domain.publication.kinds import AUTHORITIES
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.publication.kinds import natures
from communes.publications.domain.publication.states import PublicationState
from communes.publications.domain.publication.states import PublicationTransition


_MOMENT = {"type": "string", "format": "date-time"}
_DAY = or_null(DAY)
_STATE = one_of(*PublicationState)
_FILE = obj(
    {"id": TEXT, "title": TEXT, "filename": TEXT, "content_type": TEXT,
     "size": WHOLE, "sha256": TEXT}
)  # fmt: skip
_VERSION = obj(
    {"number": WHOLE, "shown_at": _MOMENT, "name": TEXT, "sha256": TEXT,
     "proven_at": or_null(_MOMENT), "authority": TEXT,
     "withdrawn_at": or_null(_MOMENT), "reason": TEXT}
)  # fmt: skip
_SAID = {
    "title": TEXT,
    "nature": one_of(*natures()),
    "matter": TEXT,
    "authority": TEXT,
    "decided_on": _DAY,
    "in_force_on": _DAY,
    "consultation": TEXT,
    "needs_approval": FLAG,
    "approved_on": _DAY,
    "approval_expired_on": _DAY,
    "expires_on": _DAY,
    "streets": many(TEXT),
    "replaces": many(TEXT),
}
SCHEMAS = {
    "RegisterLine": obj(
        {"@id": URL, "position": WHOLE, "reference": TEXT, "number": WHOLE,
         "title": TEXT, "nature": TEXT, "matter": TEXT, "authority": TEXT,
         "decided_on": _DAY, "approved_on": _DAY, "binding_on": _DAY,
         "expires_on": _DAY, "streets": many(TEXT), "state": _STATE,
         "shown_at": _MOMENT, "sha256": TEXT, "proven_at": or_null(_MOMENT),
         "withdrawn_at": or_null(_MOMENT), "reason": TEXT}
    ),
    "Publication": obj(
        {"@id": URL, "reference": TEXT, "state": _STATE, "replaced_by": TEXT,
         **_SAID, "html": TEXT, "pdf": or_null(_FILE), "annexes": many(_FILE),
         "versions": many(_VERSION)}
    ),
    "PublicationWriting": closed(
        obj({}, **{**_SAID, "matter": one_of(*matters()),
                   "authority": one_of(*AUTHORITIES), "text": TEXT})
    ),
    "PublicationSteps": obj(
        {"@id": URL, "state": _STATE,
         "steps": many(obj({"id": TEXT, "title": TEXT, "reasons": many(REASON)}))}
    ),
    "ProofTold": obj(
        {"finding": one_of("proven", "unknown_authority", "changed", "broken"),
         "said": many(TEXT), "moment": or_null(_MOMENT), "authority": TEXT,
         "sha256": TEXT, "institution": TEXT, "reference": TEXT, "url": TEXT,
         "version": or_null(_VERSION)}
    ),
}  # fmt: skip
_SITE = ("plone.base.interfaces.siteroot.IPloneSiteRoot",)
_PLACE = ("communes.publications.content.institution.IInstitution",)
_TEXT = ("communes.publications.content.publication.IPublication",)
_AT = "/{nis}/publications/{reference}"
_ONE = Given("The publication.", ref("Publication"))

OPERATIONS = (
    Operation(
        "GET", "/{nis}/@publications", _PLACE,
        "The register of regulations and notices of an institution",
        {200: Given("The lines, the last shown first.",
                    obj({"@id": URL, "total": WHOLE, "page": WHOLE,
                         "items": many(ref("RegisterLine"))}))},
        "Public. What was taken back keeps its dates and reason, not its title.",
        query=(
            Query("q", "Words of the title, the reference or a street."),
            Query("nature", "A nature."), Query("matter", "A matter."),
            Query("street", "The name of a street."),
            Query("year", "The year it was shown.", WHOLE),
            Query("in_force", "`1`: only what is published now."),
            Query("page", "From 1.", {"type": "integer", "minimum": 1}),
            Query("size", "Rows of a page.",
                  {"type": "integer", "minimum": 1, "maximum": 100}),
        ),
        refusals=(400, 404),
    ),
    Operation(
        "POST", "/{nis}/@publications", _PLACE, "Prepare a publication",
        {201: _ONE}, body=ref("PublicationWriting"), refusals=(400, 403, 404),
    ),
    Operation("GET", f"{_AT}/@publication", _TEXT, "One publication", {200: _ONE}),
    Operation(
        "PATCH", f"{_AT}/@publication", _TEXT,
        "Change what a publication says, before it is planned or shown",
        {200: _ONE}, body=ref("PublicationWriting"), refusals=(400, 403, 404),
    ),
    Operation(
        "GET", f"{_AT}/@publication-steps", _TEXT,
        "The steps this account may take, and what stands against them",
        {200: Given("The steps.", ref("PublicationSteps"))},
    ),
    Operation(
        "POST", f"{_AT}/@publication-steps", _TEXT, "Take a step",
        {200: Given("The steps that follow.", ref("PublicationSteps"))},
        "`moment` is for `plan`, on the clock of the institution when it has no zone; "
        "`reason` for `unpublish`, and everyone reads it.",
        body=closed(obj({"step": one_of(*PublicationTransition)}, reason=TEXT,
                        moment=TEXT)),
        refusals=(400, 403, 404, 409, 422),
    ),
    Operation(
        "POST", f"{_AT}/@publication-files", _TEXT, "Join a file", {200: _ONE},
        body=closed(obj({"title": TEXT, "filename": TEXT, "data": TEXT},
                        content_type=TEXT)),
        refusals=(400, 403, 404),
    ),
    Operation(
        "DELETE", f"{_AT}/@publication-files", _TEXT, "Take a file away", {200: _ONE},
        body=closed(obj({"id": TEXT})), refusals=(400, 403, 404),
    ),
    Operation(
        "POST", "/@publication-proofs", _SITE, "What a proof proves",
        {200: Given("What was found.", ref("ProofTold"))},
        "Public; the proof is base64, and nothing of it is kept.",
        body=closed(obj({"proof": TEXT})), refusals=(400,),
    ),
)  # fmt: skip
