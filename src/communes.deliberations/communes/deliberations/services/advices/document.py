"""``GET <advice>/@deliberations-documents?form=pdf``: the advice as a file."""

from communes.core.hardening.giving import give_out
from communes.deliberations.api.advice_document import generate_advice
from plone.restapi.services import Service
from typing import Any


class AdviceDocumentGet(Service):
    """Gives the file; reading a confidential advice is written in the journal first."""

    def render(self) -> Any:
        self.check_permission()
        form = str(self.request.form.get("form", "pdf"))
        made = generate_advice(self.context, form)
        return give_out(self.request.response, made)
