"""The work done after the commit, told to programs."""

from communes.core.jobs.leases import JobState
from communes.core.openapi.domain import closed
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import WHOLE


PLACE = ("plone.base.interfaces.siteroot.IPloneSiteRoot",)
LETTER = obj(
    {"kind": TEXT, "key": TEXT, "asked_at": TEXT, "attempts": WHOLE, "reason": TEXT}
)
JOB = obj(
    {
        "job": WHOLE,
        "name": TEXT,
        "key": TEXT,
        "state": one_of(*(one.value for one in JobState)),
        "asked_at": TEXT,
        "attempts": WHOLE,
        "reason": TEXT,
        "note": TEXT,
        "done": WHOLE,
        "total": WHOLE,
    }
)

OPERATIONS = (
    Operation(
        "GET",
        "/@communes-jobs",
        PLACE,
        "The work of the site done after the commit: what waits and what failed",
        {
            200: Given(
                "Counts and lists, 200 of each at most.",
                obj(
                    {
                        "pending": WHOLE,
                        "oldest_seconds": {"type": "number"},
                        "failing": many(LETTER),
                        "given_up": many(LETTER),
                        "jobs_given_up": many(JOB),
                        "latest_jobs": many(JOB),
                    }
                ),
            )
        },
        "For operators. `failing` comes again by itself; what was given up waits for a "
        "person.",
        refusals=(401,),
    ),
    Operation(
        "POST",
        "/@communes-jobs",
        PLACE,
        "Has something that was given up tried again",
        {204: Given("It is in the queue again.")},
        "A longer job by its number, a request by its kind and key.",
        body=closed(obj({}, job=WHOLE, kind=TEXT, key=TEXT)),
        refusals=(400, 401, 404),
    ),
)
