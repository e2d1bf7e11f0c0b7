"""``PATCH <advice>/@deliberations-advices``: write the advice, or do an act on it."""

from communes.core.web import body
from communes.core.web.writing import WritingService
from communes.deliberations.api.advice import advice
from communes.deliberations.api.advising import act_on_advice
from communes.deliberations.api.advising import write_advice
from communes.deliberations.domain.advices.acts import AdviceAct
from communes.deliberations.services.advices.get import advice_json
from typing import Any


FIELDS = (
    "kind",
    "motivation",
    "observations",
    "reference",
    "commitment_number",
    "hidden_while_written",
    "confidential",
)
ACT = ("act", "comment", "row", "signature", "revision")


class AdvicePatch(WritingService):
    """Reads the fields to write, then an ``act``; both are done, or neither."""

    def write(self) -> dict[str, Any] | None:
        given = body.json_body(self.request, (*FIELDS, *ACT))
        revision = body.revision(given)
        values = {name: given[name] for name in FIELDS if name in given}
        if values:
            revision = write_advice(self.context, values, revision)
        act = body.value(given, "act", str, "")
        if act:
            act_on_advice(
                self.context,
                act,
                comment=body.value(given, "comment", str, ""),
                row=body.value(given, "row", str, ""),
                signature=body.value(given, "signature", str, ""),
                revision=revision,
            )
        if act == AdviceAct.WITHDRAW:
            return self.reply_no_content()
        url = self.context.absolute_url()
        return advice_json(advice(self.context), url, self.request)
