"""The advices on items, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.deliberations.domain.advices.acts import AdviceAct
from communes.deliberations.domain.advices.kinds import AdviceKind
from communes.deliberations.domain.advices.kinds import Standing
from communes.deliberations.services import schemas


ADVICE = ("communes.deliberations.content.advice.IAdvice",)
_PATH = "@deliberations-advices"
_IN_ADVICE = f"{schemas.IN_ITEM}/{{advice}}/{_PATH}"
_KIND = one_of(*(one.value for one in AdviceKind))
_COLUMNS = ("item", "title", "adviser", "service", "assembly", "standing", "kind",
            "deadline")  # fmt: skip
_REASON = obj({"code": TEXT, "message": TEXT})
_WRITTEN = {
    "kind": or_null(_KIND),
    "motivation": or_null(TEXT),
    "observations": or_null(TEXT),
    "reference": or_null(TEXT),
    "commitment_number": or_null(TEXT),
    "hidden_while_written": FLAG,
    "confidential": FLAG,
}

SCHEMAS = {
    "Advice": obj(
        {
            "@id": URL,
            "UID": TEXT,
            "title": TEXT,
            "adviser": TEXT,
            "standing": schemas.values(Standing),
            "mandatory": FLAG,
            "readable": FLAG,
            "started_on": schemas.DAY,
            "deadline": schemas.DAY,
            "days_left": or_null(WHOLE),
            "pressing": FLAG,
            "explanation": many(TEXT),
        },
        **_WRITTEN,
        rule=TEXT,
        asked_on=schemas.DAY,
        asked_by=TEXT,
        given_on=schemas.DAY,
        given_by=TEXT,
        changed_since=FLAG,
        inherited=FLAG,
        step=TEXT,
        signed_on=schemas.DAY,
        versions=many(
            obj({"kind": TEXT, "motivation": TEXT, "given_on": schemas.DAY,
                 "given_by": TEXT, "replaced_on": schemas.DAY, "reason": TEXT})
        ),
        history=many(obj({"at": TEXT, "what": TEXT, "by": TEXT, "comment": TEXT})),
        acts=many(
            obj({"id": schemas.values(AdviceAct), "available": FLAG,
                 "reasons": many(_REASON)})
        ),
        may_write=FLAG,
        revision=WHOLE,
    ),
    "ItemAdvices": obj(
        {
            "@id": URL,
            "items": many(ref("Advice")),
            "askable": many(obj({"id": TEXT, "title": TEXT})),
        }
    ),
    "NewAdvice": closed(obj({"adviser": TEXT}, comment=TEXT)),
    "AdviceChange": closed(
        obj(
            {},
            **_WRITTEN,
            act=schemas.values(AdviceAct),
            comment=TEXT,
            row=TEXT,
            signature=TEXT,
            revision=schemas.REVISION,
        )
    ),
}  # fmt: skip

OPERATIONS = (
    Operation(
        "GET",
        f"/{_PATH}",
        schemas.SITE,
        "All the advices this account may read, the first to be given first",
        {200: schemas.page_of(dict.fromkeys(_COLUMNS, schemas.COLUMN))},
        query=(
            *schemas.filters(
                "turn", "standing", "kind", "adviser", "service", "assembly"
            ),
            *schemas.PAGING,
        ),
        refusals=(400, 404),
    ),
    Operation(
        "GET",
        f"{schemas.IN_ITEM}/{_PATH}",
        schemas.ITEM,
        "The advices of an item, and who may still be asked",
        {200: Given("What this account may know of them.", ref("ItemAdvices"))},
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        f"{schemas.IN_ITEM}/{_PATH}",
        schemas.ITEM,
        "Ask an advice on an item",
        {
            201: Given(
                "The advice.", ref("Advice"), headers={"Location": "Its address."}
            )
        },
        body=ref("NewAdvice"),
        refusals=(400, 403, 404),
    ),
    Operation(
        "GET",
        _IN_ADVICE,
        ADVICE,
        "One advice; reading a confidential one is written in the journal",
        {200: Given("The advice.", ref("Advice"))},
        refusals=(403, 404),
    ),
    Operation(
        "PATCH",
        _IN_ADVICE,
        ADVICE,
        "Write an advice, give it, ask it again, change its delay",
        {
            200: Given("The advice.", ref("Advice")),
            204: Given("The question is taken back: the advice is gone."),
        },
        "The fields are written first, then the act is done; both or neither.",
        body=ref("AdviceChange"),
        refusals=(400, 403, 404, 409, 422),
    ),
    Operation(
        "GET",
        f"{schemas.IN_ITEM}/{{advice}}/@deliberations-documents",
        ADVICE,
        "The advice as a file, to be signed and joined",
        {
            200: Given(
                "The file.",
                {"type": "string", "format": "binary"},
                ("application/pdf", "application/vnd.oasis.opendocument.text"),
                {"Content-Disposition": "The name of the file."},
            )
        },
        query=(
            Query("form", "PDF/A, a copy to edit, or the signed file that came "
                  "back; `pdf` by default.", one_of("pdf", "odt", "signed")),
        ),
        refusals=(400, 403, 404),
    ),
)  # fmt: skip
