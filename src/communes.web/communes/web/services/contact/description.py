"""Contact forms, told to programs."""

from communes.core.openapi.domain import closed
from communes.core.openapi.domain import created_once
from communes.core.openapi.domain import FLAG
from communes.core.openapi.domain import Given
from communes.core.openapi.domain import many
from communes.core.openapi.domain import obj
from communes.core.openapi.domain import one_of
from communes.core.openapi.domain import Operation
from communes.core.openapi.domain import ref
from communes.core.openapi.domain import Schema
from communes.core.openapi.domain import TEXT
from communes.core.openapi.domain import URL
from communes.core.openapi.domain import WHOLE
from communes.web.domain.states import WebState
from communes.web.services.schemas import SITE


_AT = ("communes.web.content.contact_form.IContactForm",)
_IN = "/{form}"
_MOMENT: Schema = {"type": "string", "format": "date-time"}
_SUBJECT = obj({"title": TEXT}, id=TEXT, service=TEXT, mail=TEXT)
_FIELDS = {
    "title": TEXT,
    "description": TEXT,
    "introduction": TEXT,
    "consent": TEXT,
    "copy_offered": FLAG,
    "mail_room": TEXT,
    "keep_days": WHOLE,
    "external_id": TEXT,
    "subjects": many(_SUBJECT),
}
_NEW = {key: one for key, one in _FIELDS.items() if key not in ("title", "subjects")}
_LINE = {
    "@id": URL,
    "id": TEXT,
    "number": TEXT,
    "received_at": _MOMENT,
    "subject": TEXT,
    "service": TEXT,
    "name": TEXT,
    "waits_for_mail_room": FLAG,
}

SCHEMAS = {
    "ContactForm": obj(
        {
            "@id": URL,
            "page": URL,
            "id": TEXT,
            "title": TEXT,
            "state": one_of(*WebState),
            "consent": TEXT,
            "subjects": many(_SUBJECT),
        },
        description=TEXT, introduction=TEXT, copy_offered=FLAG, mail_room=TEXT,
        keep_days=WHOLE, revision=WHOLE,
    ),
    "ContactMessage": obj({**_LINE, "address": TEXT, "text": TEXT}),
}  # fmt: skip

OPERATIONS = (
    Operation("GET", "/@contact-forms", SITE, "The forms this account sees",
              {200: Given("They.", obj({"@id": URL, "items": many(ref("ContactForm")),
                                        "items_total": WHOLE}))}),
    Operation("POST", "/@contact-forms", SITE, "Make a form, once per external id",
              created_once("ContactForm"),
              "Nobody else sees it before it is published.",
              body=closed(obj({"title": TEXT, "subjects": many(_SUBJECT)}, name=TEXT,
                              **_NEW)),
              refusals=(400, 403, 409)),
    Operation("GET", f"{_IN}/@contact-forms", _AT, "One form",
              {200: Given("Who reads a message is told to who edits it.",
                          ref("ContactForm"))}),
    Operation("PATCH", f"{_IN}/@contact-forms", _AT, "Change a form",
              {200: Given("It.", ref("ContactForm"))}, "`subjects` are sent whole.",
              body=closed(obj({}, revision=WHOLE, **_FIELDS)),
              refusals=(400, 403, 409)),
    Operation("GET", f"{_IN}/@contact-messages", _AT,
              "The messages a form keeps, the last first",
              {200: Given("Without their text.",
                          obj({"@id": URL, "items": many(obj(_LINE)),
                               "items_total": WHOLE}))}, refusals=(403,)),
    Operation("POST", f"{_IN}/@contact-messages", _AT,
              "Send a message on, for an account that keeps the form",
              {201: Given("Its number.", obj({"number": TEXT}))},
              "Citizens write on the page.",
              body=closed(obj({"name": TEXT, "address": TEXT, "subject": TEXT,
                               "text": TEXT, "consented": FLAG}, copy=FLAG)),
              refusals=(400, 403)),
    Operation("GET", f"{_IN}/@contact-messages/{{id}}", _AT,
              "One message; its reading is noted",
              {200: Given("It.", ref("ContactMessage"))}, refusals=(403, 404)),
    Operation("DELETE", f"{_IN}/@contact-messages/{{id}}", _AT, "Forget a message",
              {204: Given("It is forgotten.")}, refusals=(403, 404)),
)  # fmt: skip
