"""What a citizen files on the portal becomes an item of the council."""

from communes.core.errors.domain import Missing
from communes.deliberations.api.assembly import assembly
from communes.deliberations.api.initiative import set_initiative
from communes.deliberations.api.item import create_item
from communes.deliberations.api.item import find_by_external_id
from communes.deliberations.api.types import IMeetingItem
from communes.deliberations.domain.initiative.rules import InitiativeKind
from communes.exchange.messages.domain.envelope import Envelope
from communes.exchange.messages.interfaces import IMessageReceiver
from datetime import datetime
from html import escape
from typing import Any
from zope.interface import implementer


#: The service that keeps the affairs of the council, where a commune has one.
USUAL_SERVICE = "secretariat"


class NoServiceForIt(Missing):
    """Cause: no service may propose items to the assembly. Cure: name one."""

    i18n_domain = "communes.policy"
    code = "interpellation_without_service"
    template = (
        "Aucun service ne propose de points à « ${name} » : donnez ce droit à un "
        "service, puis relancez le message."
    )


@implementer(IMessageReceiver)
class InterpellationReceiver:
    """Makes the item once; who keeps the council goes on with it."""

    def receive(self, site: Any, envelope: Envelope) -> None:
        """See ``IMessageReceiver``. :raises UnknownAssembly, NoServiceForIt:"""
        body: Any = envelope.body
        organ = assembly(site, body["assembly"])
        external = f"interpellation:{body['id']}"
        if find_by_external_id(organ, external) is not None:
            return
        said = "".join(f"<p>{escape(line)}</p>" for line in _lines(body["question"]))
        contact = "<br />".join(
            escape(body[name]) for name in ("name", "address", "mail")
        )
        item = create_item(
            organ,
            {
                "title": body["title"],
                "summary": said,
                "proposing_service": _service(organ),
                "internal_notes": f"<p>{contact}</p>",
                "external_id": external,
            },
        )
        received = datetime.fromisoformat(body["received_at"]).astimezone().date()
        changes = {
            "kind": InitiativeKind.INTERPELLATION,
            "authors": (body["name"],),
            "received_on": received,
            "question": body["question"],
        }
        set_initiative(item, changes)


def _service(organ: Any) -> str:
    known = IMeetingItem["proposing_service"].bind(organ).vocabulary
    names = [term.value for term in known]
    if not names:
        raise NoServiceForIt(name=organ.title)
    return USUAL_SERVICE if USUAL_SERVICE in names else names[0]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
