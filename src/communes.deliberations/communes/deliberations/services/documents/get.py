"""``GET <object>/@deliberations-documents/<kind>?form=pdf&closed=1``: one document."""

from communes.core.hardening.giving import give_out
from communes.core.web import body
from communes.deliberations import api
from plone.restapi.services import Service
from typing import Any
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
        return give_out(self.request.response, made)
