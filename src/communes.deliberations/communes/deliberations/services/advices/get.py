"""``GET @deliberations-advices``: all advices, those of an item, or one."""

from communes.core.errors.rest import reasons_json
from communes.deliberations.api.advice import advice
from communes.deliberations.api.advice import advices
from communes.deliberations.api.advice import AdviceView
from communes.deliberations.api.advice import askable
from communes.deliberations.api.advice import may_ask
from communes.deliberations.api.advice_list import advices_list
from communes.deliberations.api.advice_list import read_deadline
from communes.deliberations.services import listing
from plone.restapi.services import Service
from typing import Any


def advice_json(seen: AdviceView, url: str, request: Any) -> dict[str, Any]:
    """Return an advice; of a hidden one only who was asked and until when."""
    course = seen.course
    found = {
        "@id": url,
        "UID": seen.uid,
        "title": seen.title,
        "adviser": seen.service,
        "standing": seen.standing.value,
        "mandatory": seen.mandatory,
        "readable": seen.readable,
        "started_on": _day(course.started_on),
        "deadline": _day(course.deadline),
        "days_left": seen.days_left,
        "pressing": seen.pressing,
        "explanation": list(seen.explanation),
    }
    if not seen.readable:
        return found
    return {
        **found,
        "rule": course.rule,
        "kind": seen.kind or None,
        "confidential": seen.confidential,
        "hidden_while_written": seen.hidden_while_written,
        "motivation": seen.motivation,
        "observations": seen.observations,
        "reference": seen.reference,
        "commitment_number": seen.commitment_number,
        "asked_on": _day(course.asked_on),
        "asked_by": course.asked_by,
        "given_on": _day(course.given_on),
        "given_by": course.given_by,
        "changed_since": course.changed,
        "inherited": bool(course.inherited_from),
        "step": course.step,
        "signed_on": _day(course.signed_on),
        "versions": [
            {
                "kind": one.kind,
                "motivation": one.motivation,
                "given_on": _day(one.given_on),
                "given_by": one.given_by,
                "replaced_on": _day(one.replaced_on),
                "reason": one.reason,
            }
            for one in course.versions
        ],
        "history": [
            {
                "at": one.at.isoformat(),
                "what": one.what,
                "by": one.by,
                "comment": one.comment,
            }
            for one in course.happenings
        ],
        "acts": [
            {
                "id": one.id.value,
                "available": one.available,
                "reasons": reasons_json(one.reasons, request),
            }
            for one in seen.acts
        ],
        "may_write": seen.may_write,
        "revision": seen.revision,
    }


def item_advices(item: Any, request: Any) -> dict[str, Any]:
    """Return the advices of an item the user may know of, and what may be asked."""
    url = item.absolute_url()
    return {
        "@id": f"{url}/@deliberations-advices",
        "items": [
            advice_json(one, f"{url}/{one.id}", request) for one in advices(item)
        ],
        "askable": [{"id": id, "title": title} for id, title in askable(item)]
        if may_ask(item)
        else [],
    }


class AdvicesGet(Service):
    """One page of all the advices the user may read."""

    def reply(self) -> dict[str, Any]:
        source = advices_list(self.context)
        page = listing.page_of(
            source, self.context, self.request, "deliberations-advices"
        )
        for row in page["items"]:
            row["deadline"] = _day(read_deadline(row["deadline"] or ""))
        return page


class ItemAdvicesGet(Service):
    """The advices of one item."""

    def reply(self) -> dict[str, Any]:
        return item_advices(self.context, self.request)


class AdviceGet(Service):
    """One advice."""

    def reply(self) -> dict[str, Any]:
        url = self.context.absolute_url()
        return advice_json(advice(self.context), url, self.request)


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
