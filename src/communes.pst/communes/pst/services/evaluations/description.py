"""The evaluations of a plan, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.pst.domain.evaluation import Occasion
from communes.pst.domain.evaluation import Verdict
from communes.pst.services import schemas


_VERDICT = one_of(*(one.value for one in Verdict))
_OCCASION = one_of(*(one.value for one in Occasion))
_ANSWER = obj(
    {"element": TEXT, "verdict": _VERDICT, "text": TEXT, "by": TEXT, "on": or_null(DAY)}
)
_EVALUATION = obj(
    {
        "id": TEXT,
        "title": TEXT,
        "occasion": _OCCASION,
        "opens_on": DAY,
        "closes_on": DAY,
        "levels": many(TEXT),
        "answers": many(_ANSWER),
        "conclusion": TEXT,
        "state": TEXT,
        "digest": TEXT,
        "missing": many(TEXT),
    }
)

SCHEMAS = {
    "PstEvaluations": obj(
        {"@id": URL, "items": many(_EVALUATION), "items_total": WHOLE}
    ),
    "PstEvaluationAct": closed(
        obj(
            {"act": one_of("open", "answer", "conclude", "close")},
            occasion=_OCCASION,
            title=TEXT,
            opens_on=DAY,
            closes_on=DAY,
            evaluation=TEXT,
            element=TEXT,
            verdict=_VERDICT,
            text=TEXT,
            conclusion=TEXT,
        )
    ),
}

_PATH = f"{schemas.IN_PLAN}/@pst-evaluations"

OPERATIONS = (
    Operation(
        "GET",
        _PATH,
        schemas.PLAN,
        "The evaluations of a plan, and what stands against closing the open one",
        {200: Given("They.", ref("PstEvaluations"))},
        refusals=(403, 404),
    ),
    Operation(
        "POST",
        _PATH,
        schemas.PLAN,
        "Open an evaluation, answer for an element, conclude, close and freeze",
        {200: Given("The evaluations as they are now.", ref("PstEvaluations"))},
        "`open` reads `occasion`, `opens_on`, `closes_on`; `answer` reads "
        "`evaluation`, `element`, `verdict`, `text`; `conclude` reads `conclusion`; "
        "`close` needs every answer, and freezes the plan.",
        body=ref("PstEvaluationAct"),
        refusals=(400, 403, 404, 422),
    ),
)
