"""``POST``, ``PATCH``, ``DELETE``: forms, and what is written by them."""

from communes.core.access.permission import require
from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.web.api import contact_forms as door
from communes.web.api import contents
from communes.web.domain.contact_form import Message
from communes.web.permissions import EDIT
from communes.web.services.contact.reading import form_json
from communes.web.services.naming import Named
from plone import api
from typing import Any


_MESSAGE = ("name", "address", "subject", "text", "consented", "copy")


class FormsPost(WritingService):
    """Makes a form, once per external id."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        known = contents.by_external_id(body.value(given, "external_id", str, ""))
        if known is not None:
            # Who may not see it is not told that it is there.
            return form_json(contents.by_uid(known.UID()))
        name = body.value(given, "name", str, "")
        values = {key: one for key, one in given.items() if key != "name"}
        made = door.create_form(self.context, values, name)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        return form_json(made)


class FormPatch(WritingService):
    """Changes a form; ``subjects`` are sent whole."""

    def write(self) -> dict[str, Any]:
        given = body.json_body(self.request)
        read = body.revision(given)
        given.pop("revision", None)
        door.edit_form(self.context, given, read)
        return form_json(self.context)


class MessagesPost(WritingService):
    """Sends a message on: for an account of the commune, another channel of its own.

    Citizens write on the page, whose protection no program passes.
    """

    def write(self) -> dict[str, Any]:
        require(EDIT, self.context)
        given = body.json_body(self.request, _MESSAGE)
        texts = {name: body.value(given, name, str, "") for name in _MESSAGE[:4]}
        flags = {name: body.value(given, name, bool, False) for name in _MESSAGE[4:]}
        number = door.write(api.portal.get(), self.context, Message(**texts, **flags))
        self.request.response.setStatus(201)
        return {"number": number}


class MessageDelete(Named, WritingService):
    """Forgets a message."""

    def write(self) -> Any:
        door.erase_message(self.context, self.uid)
        return self.reply_no_content()
