"""The door to what citizens propose: it waits, somebody decides, they are told."""

from collections.abc import Mapping
from communes.core.formats.domain.plain import for_xml
from communes.core.journal.api import record
from communes.core.mailing.api import send_once
from communes.web.api import agenda as agendas
from communes.web.api import news as news_door
from communes.web.api.transition import do_step
from communes.web.content.agenda import IAgenda
from communes.web.domain.proposal import NotOpenHere
from communes.web.domain.proposal import Proposer
from communes.web.domain.proposal import refuse_long
from communes.web.domain.states import WebState
from communes.web.domain.states import WebTransition
from communes.web.i18n import _
from communes.web.storage.access import logins
from communes.web.storage.state import state_of
from html import escape
from plone import api
from typing import Any
from zope.globalrequest import getRequest
from zope.i18n import translate


#: Who is told that something waits, by the kind of branch.
_KEEPERS = {True: "agendamanagers", False: "newsmanagers"}


def is_open(branch: Any) -> bool:
    """Return whether an agenda or a folder of news takes proposals."""
    published = state_of(branch) == WebState.PUBLISHED
    return bool(published and getattr(branch, "proposals_open", False))


def propose(branch: Any, values: Mapping[str, Any], by: Proposer) -> str:
    """Keep what a citizen proposes, for those who moderate; return its number.

    Nobody else sees it, nor ever who proposed it.

    :param values: as for ``create_event`` or ``create_news``; texts are plain.
    :raises NotOpenHere: the branch takes none.
    :raises InvalidInput: a value is missing or wrong; nothing was kept.
    """
    if not is_open(branch):
        raise NotOpenHere(name=branch.title)
    refuse_long(values)
    given = {**values, "text": _paragraphs(str(values.get("text") or ""))}
    is_agenda = IAgenda.providedBy(branch)
    make = agendas.create_event if is_agenda else news_door.create_news
    # The citizen has no right here: what is made is seen by those who moderate alone.
    with api.env.adopt_roles(["Manager"]):
        made = make(branch, given)
        made.proposer, made.proposer_mail = by.name, by.mail
        do_step(made, WebTransition.PROPOSE)
    record("web.proposed", made)
    number = made.UID()[:8].upper()
    _thank(made, number, by)
    _tell_keepers(made, _KEEPERS[is_agenda])
    return number


def answer(obj: Any, state: str, comment: str) -> None:
    """Tell a citizen what became of their proposal, then forget who it was.

    :param state: where it stands now; anything but shown or sent back says nothing.
    """
    mail = getattr(obj.aq_base, "proposer_mail", "")
    if not mail or state not in (WebState.PUBLISHED, WebState.PRIVATE):
        return
    mapping = {"title": obj.title, "url": obj.absolute_url(), "why": comment or "–"}
    subject = _(
        "proposal_answer_subject",
        default="Votre proposition « ${title} »",
        mapping=mapping,
    )
    if state == WebState.PUBLISHED:
        text = _(
            "proposal_taken",
            default="Bonjour,\n\nVotre proposition « ${title} » est en ligne :\n${url}"
            "\n\nMerci.",
            mapping=mapping,
        )
    else:
        text = _(
            "proposal_refused",
            default="Bonjour,\n\nVotre proposition « ${title} » n'est pas publiée.\n"
            "Motif : ${why}",
            mapping=mapping,
        )
    _send(f"proposal:{obj.UID()}:{state}", mail, subject, text)
    obj.proposer, obj.proposer_mail = "", ""


def proposer_of(obj: Any) -> Proposer | None:
    """Return who proposed a content, for those who moderate; None when nobody did."""
    mail = getattr(obj.aq_base, "proposer_mail", "")
    return Proposer(obj.proposer, mail) if mail else None


def _thank(made: Any, number: str, by: Proposer) -> None:
    mapping = {"title": made.title, "number": number}
    subject = _(
        "proposal_received_subject",
        default="Votre proposition ${number} est reçue",
        mapping=mapping,
    )
    text = _(
        "proposal_received",
        default="Bonjour,\n\nNous avons bien reçu « ${title} », sous le numéro "
        "${number}. Elle sera relue avant d'être publiée ; vous recevrez la réponse "
        "à cette adresse.",
        mapping=mapping,
    )
    _send(f"proposal:{made.UID()}", by.mail, subject, text)


def _tell_keepers(made: Any, group: str) -> None:
    mapping = {"title": made.title, "url": made.absolute_url()}
    subject = _(
        "proposal_waits_subject",
        default="Une proposition à relire : ${title}",
        mapping=mapping,
    )
    text = _(
        "proposal_waits",
        default="Bonjour,\n\nUn citoyen propose « ${title} ». À relire, publier ou "
        "renvoyer :\n${url}",
        mapping=mapping,
    )
    for login in logins(api.portal.get(), group):
        user = api.user.get(username=login)
        mail = user.getProperty("email", "") if user is not None else ""
        if mail:
            _send(f"proposal:{made.UID()}:{login}", mail, subject, text)


def _send(id: str, mail: str, *words: str) -> None:
    said = [translate(one, context=getRequest()) for one in words]
    send_once(api.portal.get(), id, mail, *said)


def _paragraphs(text: str) -> str:
    """Return plain text as paragraphs: what a citizen writes is never markup."""
    parts = for_xml(text.replace("\r\n", "\n")).split("\n\n")
    rows = (escape(part.strip()).replace("\n", "<br />") for part in parts)
    return "".join(f"<p>{row}</p>" for row in rows if row)
