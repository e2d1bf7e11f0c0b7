"""``GET <plan>/@pst-documents?kind=&form=``: a report, the workbook or the accounts."""

from communes.core.hardening.giving import give_out
from communes.pst.api.ecomptes import export_ecomptes
from communes.pst.api.report import make_report
from communes.pst.api.workbook import export_workbook
from plone.restapi.services import Service
from typing import Any


class DocumentGet(Service):
    """Answers with the bytes of the file."""

    def render(self) -> bytes:
        self.check_permission()
        return give_out(self.request.response, self._made())

    def _made(self) -> Any:
        names = ("kind", "form", "evaluation")
        asked = {name: str(self.request.form.get(name, "")) for name in names}
        if asked["kind"] == "workbook":
            return export_workbook(self.context)
        if asked["kind"] == "ecomptes":
            return export_ecomptes(self.context)[0]
        form = asked["form"] or "pdf"
        return make_report(
            self.context, asked["kind"], form, evaluation=asked["evaluation"]
        )
