"""``GET <object>/@deliberations-documents/<kind>?form=pdf&closed=1``: one document."""

from communes.deliberations import api
from communes.deliberations.services import body
from plone.restapi.services import Service
from typing import Any
from urllib.parse import quote
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class DocumentsGet(Service):
    """Gives the file of one kind; without a kind, the HTML is not given either."""

    kind = ""

    def publishTraverse(self, request: Any, name: str) -> Any:  # noqa: N802
        self.kind = name
        return self

    def render(self) -> Any:
        self.check_permission()
        form = self.request.form.get("form", "pdf")
        if form not in ("pdf", "odt"):
            raise body.UnknownKey(field="form", name=form, expected="pdf, odt")
        closed = self.request.form.get("closed") in ("1", "true")
        made = api.generate_document(self.context, self.kind, closed, form)
        response = self.request.response
        response.setHeader("Content-Type", made.content_type)
        name = quote(made.filename)
        response.setHeader(
            "Content-Disposition", f"attachment; filename*=UTF-8''{name}"
        )
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, no-store")
        return made.data
