"""``GET``: the forms of the site, and the messages a form keeps."""

from communes.web.api.contact_forms import forms
from communes.web.api.contact_forms import may_edit
from communes.web.api.contact_forms import message
from communes.web.api.contact_forms import messages
from communes.web.api.contact_forms import record_of_form
from communes.web.services.naming import Named
from plone import api
from plone.restapi.services import Service
from typing import Any


KEPT = ("introduction", "copy_offered")
OWN = ("mail_room", "keep_days")


def form_json(form: Any) -> dict[str, Any]:
    """Return a form; who reads a message is told to who edits the form alone."""
    known, edits = record_of_form(form), may_edit(form)
    subjects = [{"id": one.id, "title": one.title} for one in known.subjects]
    told = {
        "@id": f"{form.absolute_url()}/@contact-forms",
        "page": form.absolute_url(),
        "id": known.id,
        "title": known.title,
        "description": form.description or "",
        "state": api.content.get_state(form),
        "consent": known.consent,
        "subjects": subjects,
        **{name: getattr(form, name) for name in KEPT},
    }
    if edits:
        for row, one in zip(subjects, known.subjects, strict=True):
            row |= {"service": one.service, "mail": one.mail}
        told |= {name: getattr(form, name) for name in OWN}
        told["revision"] = form.revision
    return told


def message_json(form: Any, one: Any) -> dict[str, Any]:
    """Return a message as it was written."""
    return {
        "@id": f"{form.absolute_url()}/@contact-messages/{one.id}",
        "id": one.id,
        "number": one.number,
        "received_at": one.received_at.isoformat(),
        "subject": one.subject.title,
        "service": one.subject.service,
        "name": one.message.name,
        "address": one.message.address,
        "text": one.message.text,
        "waits_for_mail_room": one.owed,
    }


class FormsGet(Service):
    """``GET <site>/@contact-forms``: those this account sees."""

    def reply(self) -> dict[str, Any]:
        items = [form_json(one) for one in forms()]
        return {
            "@id": f"{self.context.absolute_url()}/@contact-forms",
            "items": items,
            "items_total": len(items),
        }


class FormGet(Service):
    """``GET <form>/@contact-forms``: one."""

    def reply(self) -> dict[str, Any]:
        return form_json(self.context)


class MessagesGet(Named):
    """``GET <form>/@contact-messages``: what it keeps; one, whose reading is noted."""

    def reply(self) -> dict[str, Any]:
        if self.uid:
            return message_json(self.context, message(self.context, self.uid))
        items = [
            {
                key: value
                for key, value in message_json(self.context, one).items()
                if key not in ("text", "address")
            }
            for one in messages(self.context)
        ]
        return {
            "@id": f"{self.context.absolute_url()}/@contact-messages",
            "items": items,
            "items_total": len(items),
        }
