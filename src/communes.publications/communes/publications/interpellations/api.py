"""The door: whether one may be filed, and filing it."""

from communes.core.mailing.api import send_once
from communes.exchange.outbox.api import send
from communes.exchange.peers.api import peers
from communes.publications.content.institution import IInstitution
from communes.publications.domain.interpellation.message import body_of
from communes.publications.domain.interpellation.message import NAME
from communes.publications.domain.interpellation.request import Interpellation
from communes.publications.domain.interpellation.request import NotFiledHere
from communes.publications.i18n import _
from datetime import datetime
from datetime import UTC
from typing import Any
from uuid import uuid4
from zope.globalrequest import getRequest
from zope.i18n import translate


def may_file(site: Any, institution: IInstitution) -> bool:
    """Return whether the institution gets interpellations by this portal."""
    return any(
        one.name == institution.sender and NAME in one.receives for one in peers(site)
    )


def file_interpellation(
    site: Any, institution: IInstitution, asked: Interpellation
) -> str:
    """Send what a citizen asks after the current commit; return its number.

    The portal keeps nothing of it once it arrived; the citizen gets a letter.

    :raises NotFiledHere: the institution gets none by this portal.
    """
    if not may_file(site, institution):
        raise NotFiledHere(name=institution.title, mail=institution.mail)
    id = uuid4().hex
    body = body_of(id, institution.getId(), asked, datetime.now(UTC))
    send(site, institution.sender, NAME, f"interpellation:{id}", body)
    number = id[:8].upper()
    mapping = {"number": number, "institution": institution.title}
    subject = _(
        "interpellation_subject",
        default="Votre demande ${number} est reçue",
        mapping=mapping,
    )
    text = _(
        "interpellation_received",
        default="Bonjour,\n\nVotre demande est transmise à ${institution} sous le "
        "numéro ${number}. L'administration vous dira quand et comment elle sera "
        "traitée.",
        mapping=mapping,
    )
    said = [translate(one, context=getRequest()) for one in (subject, text)]
    send_once(site, f"interpellation:{id}", asked.mail, *said)
    return number
