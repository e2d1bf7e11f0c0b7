"""Newsletters, told to programs."""

from communes.core.mailing.domain.subscriber import Standing
from communes.core.openapi.domain import closed
from communes.core.openapi.domain import created_once
from communes.core.openapi.domain import DAY
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import or_null
from communes.core.openapi.domain import Query
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import Schema
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.web.domain.newsletter.issue import IssueState
from communes.web.domain.newsletter.issue import KINDS
from communes.web.domain.states import WebState
from communes.web.services.newsletters.writing import ACTS
from communes.web.services.schemas import REVISION
from communes.web.services.schemas import SITE


_AT = ("communes.web.content.newsletter.INewsletter",)
_OF = ("communes.web.content.newsletter.IIssue",)
_IN = "/{newsletter}"
_ISSUE = f"{_IN}/{{issue}}"
_MOMENT: Schema = {"type": "string", "format": "date-time"}
_TOPIC = obj({"id": TEXT, "title": TEXT})
_FIELDS = {
    "title": TEXT,
    "description": TEXT,
    "consent": TEXT,
    "privacy_url": TEXT,
    "archive_online": FLAG,
    "sender_name": TEXT,
    "sender_address": TEXT,
    "reply_to": TEXT,
    "frequency": one_of("free", "daily", "weekly"),
    "header": TEXT,
    "footer": TEXT,
    "per_minute": WHOLE,
    "external_id": TEXT,
    "topics": many(obj({"title": TEXT}, id=TEXT)),
}
_BLOCK = obj(
    {"kind": one_of(*KINDS)},
    title=TEXT, html=TEXT, url=TEXT, uid=TEXT, when=TEXT, picture=TEXT, alt=TEXT,
)  # fmt: skip
_ISSUE_FIELDS = {
    "title": TEXT,
    "preheader": TEXT,
    "topics": many(TEXT),
    "blocks": many(_BLOCK),
}
_COUNTS = ("recipients", "queued", "in_flight", "sent", "uncertain", "bounced",
           "complained", "refused", "dropped")  # fmt: skip

SCHEMAS = {
    "Newsletter": obj(
        {
            "@id": URL,
            "page": URL,
            "id": TEXT,
            "title": TEXT,
            "state": one_of(*WebState),
            "topics": many(_TOPIC),
        },
        revision=WHOLE,
        subscribers={"type": "object", "additionalProperties": WHOLE},
        **{key: one for key, one in _FIELDS.items() if key not in ("title", "topics")},
    ),
    "NewsletterIssue": obj(
        {
            "@id": URL,
            "page": URL,
            "id": TEXT,
            "state": one_of(*IssueState),
            "send_at": or_null(_MOMENT),
            **_ISSUE_FIELDS,
        },
        revision=WHOLE,
    ),
    "NewsletterSending": obj(
        {
            "@id": URL,
            "state": one_of(*IssueState),
            "stopped": FLAG,
            "readers": WHOLE,
            "progress": or_null(obj(dict.fromkeys(_COUNTS, WHOLE))),
            "doubtful": many(
                obj({"id": TEXT, "address": TEXT, "way": TEXT, "reason": TEXT})
            ),
        }
    ),
    "NewsletterSubscriber": obj(
        {
            "@id": URL,
            "id": TEXT,
            "list": TEXT,
            "address": TEXT,
            "wishes": {"type": "object"},
            "standing": one_of(*Standing),
            "asked_at": _MOMENT,
            "confirmed_at": or_null(_MOMENT),
            "consent": {"type": "object"},
        }
    ),
}


def _list(name: str) -> Schema:
    return obj({"@id": URL, "items": many(ref(name)), "items_total": WHOLE})


OPERATIONS = (
    Operation("GET", "/@newsletters", SITE, "The newsletters this account sees",
              {200: Given("They.", _list("Newsletter"))}),
    Operation("POST", "/@newsletters", SITE,
              "Make a newsletter, once per external id",
              created_once("Newsletter"),
              "Nobody else sees it before it is published.",
              body=closed(obj({"title": TEXT}, name=TEXT,
                              **{k: v for k, v in _FIELDS.items() if k != "title"})),
              refusals=(400, 403, 409)),
    Operation("GET", f"{_IN}/@newsletters", _AT, "One newsletter",
              {200: Given("What is not for everybody is told to who keeps it.",
                          ref("Newsletter"))}),
    Operation("PATCH", f"{_IN}/@newsletters", _AT, "Change a newsletter",
              {200: Given("It.", ref("Newsletter"))}, "`topics` are sent whole.",
              body=closed(obj({}, revision=REVISION, **_FIELDS)),
              refusals=(400, 403, 409)),
    Operation("GET", f"{_IN}/@newsletter-issues", _AT,
              "The issues this account sees, the last made first",
              {200: Given("They.", _list("NewsletterIssue"))}),
    Operation("POST", f"{_IN}/@newsletter-issues", _AT, "Make an issue",
              {201: Given("It.", ref("NewsletterIssue"),
                          headers={"Location": "Its address."})},
              body=closed(obj({"title": TEXT},
                              **{k: v for k, v in _ISSUE_FIELDS.items()
                                 if k != "title"})),
              refusals=(400, 403)),
    Operation("GET", f"{_ISSUE}/@newsletter-issues", _OF, "One issue",
              {200: Given("It.", ref("NewsletterIssue"))}),
    Operation("PATCH", f"{_ISSUE}/@newsletter-issues", _OF,
              "Change an issue that has not left",
              {200: Given("It.", ref("NewsletterIssue"))},
              "`blocks` are sent whole; what was tested is to be tested again.",
              body=closed(obj({}, revision=REVISION, **_ISSUE_FIELDS)),
              refusals=(400, 403, 409, 422)),
    Operation("DELETE", f"{_ISSUE}/@newsletter-issues", _OF,
              "Take an issue away that has not left", {204: Given("It is gone.")},
              refusals=(403,)),
    Operation("GET", f"{_ISSUE}/@newsletter-sending", _OF,
              "How far the sending of an issue is",
              {200: Given("Counts, and the letters a person decides about.",
                          ref("NewsletterSending"))}, refusals=(403,)),
    Operation("POST", f"{_ISSUE}/@newsletter-sending", _OF,
              "Try, plan, send or hold an issue; decide about a letter",
              {200: Given("Where it is now.", ref("NewsletterSending"))},
              "`test` needs `address`, `plan` a `moment` to come, `again` and `drop` "
              "the id of a doubtful `letter`. A letter that is uncertain is never "
              "sent again by itself.",
              body=closed(obj({"act": one_of(*ACTS)}, address=TEXT, moment=_MOMENT,
                              letter=TEXT)),
              refusals=(400, 403, 404, 409, 422)),
    Operation("GET", f"{_IN}/@newsletter-subscribers", _AT,
              "Those on the list, by address",
              {200: Given("One page.",
                          obj({"@id": URL, "items": many(ref("NewsletterSubscriber")),
                               "items_total": WHOLE, "page": WHOLE, "size": WHOLE}))},
              query=(Query("q", "Part of the address."),
                     Query("standing", "", one_of(*Standing)),
                     Query("page", "From 1.", WHOLE),
                     Query("size", "500 at most.", WHOLE)),
              refusals=(400, 403)),
    Operation("POST", f"{_IN}/@newsletter-subscribers", _AT,
              "Put people on the list who agreed elsewhere: all, or none",
              {200: Given("What becomes of each line.", {"type": "object"})},
              "A trial unless `dry_run` is false. `source` says where and how they "
              "agreed and where the proof is, `day` when. Who left is not brought "
              "back.",
              body=closed(obj({"people": many(obj({"address": TEXT},
                                                  topics=many(TEXT))),
                               "source": TEXT, "day": DAY}, dry_run=FLAG)),
              refusals=(400, 403, 422)),
    Operation("GET", f"{_IN}/@newsletter-subscribers/{{id}}", _AT,
              "All that is kept of one of them",
              {200: Given("It.", ref("NewsletterSubscriber"))}, refusals=(403, 404)),
    Operation("DELETE", f"{_IN}/@newsletter-subscribers/{{id}}", _AT,
              "Take one off the list and forget the address",
              {204: Given("It is forgotten.")}, refusals=(403, 404)),
)  # fmt: skip
