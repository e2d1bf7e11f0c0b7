"""``@@echanges-correspondants``: with whom, which messages, how they are; new keys."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.jobs.leases import JobState
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.exchange.backlog import api as backlog
from communes.exchange.browser import words
from communes.exchange.i18n import _
from communes.exchange.peers import states
from communes.exchange.peers.domain.peer import HTTP
from communes.exchange.peers.domain.peer import Key
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


class PeersPage(BrowserView):
    """Every peer with its state; the page that makes a key shows it this once."""

    template = ViewPageTemplateFile("page.pt")
    wants_patterns = False
    page_title = words.PRODUCT
    tabs_label = words.TABS_LABEL
    caption = _("peers_caption", default="Correspondants de ce site")
    empty_title = _("peers_none", default="Aucun correspondant.")
    empty_text = _(
        "peers_none_text",
        default="Les correspondants s'écrivent dans la table [exchange] du fichier de "
        "la commune.",
    )
    key: Key | None = None

    def __call__(self) -> str:
        return self.template()

    @property
    def tabs(self) -> list[Tab]:
        return words.tabs(self.context, "echanges-correspondants")

    @property
    def key_notice(self) -> Notice | None:
        """The new key, shown once."""
        if self.key is None:
            return None
        said = _(
            "peer_key_made",
            default="Clé « ${id} » : ${secret}. Notez-la maintenant, elle ne sera plus "
            "montrée ; l'ancienne vaut encore sept jours.",
            mapping={"id": self.key.id, "secret": self.key.secret},
        )
        return Notice(said, "wait")

    @cached_property
    def rows(self) -> list[dict]:
        under_way = backlog.sendings(self.context)
        return [
            self._row(one, under_way.get(one.peer.name))
            for one in states.peer_states(self.context)
        ]

    def _row(self, found: states.PeerState, sending: backlog.Sending | None) -> dict:
        peer = found.peer
        return {
            "title": peer.title,
            "name": peer.name,
            "way": f"{peer.connector} · {peer.address}",
            "sends": sorted(peer.sends),
            "receives": sorted(peer.receives),
            "tag": _tag(found),
            "detail": _detail(found),
            "sending": sending if sending and sending.is_at_work else None,
            "sent": _sent(sending),
            "actions": self._actions(found),
        }

    def _actions(self, found: states.PeerState) -> list[Action]:
        base = self.context.absolute_url()
        name = {"correspondant": found.peer.name}
        check = Action(
            _("peer_check", default="Vérifier"),
            f"{base}/@@echanges-verifier",
            method="post",
            values=name,
            small=True,
        )
        actions = [check]
        if backlog.standing_kinds(found.peer):
            actions.append(_send_all(base, found.peer.title, name))
        if found.peer.connector != HTTP:
            return actions
        new = Action(
            _("peer_new_key", default="Nouvelle clé"),
            f"{base}/@@echanges-cle",
            method="post",
            values=name,
            small=True,
            confirm=_(
                "peer_new_key_confirm",
                default="Faire une nouvelle clé ? L'autre côté doit la recevoir dans "
                "les sept jours.",
            ),
        )
        return [*actions, new]


def _send_all(base: str, title: str, name: dict[str, str]) -> Action:
    mapping = {"name": title}
    return Action(
        _("peer_send_all", default="Tout envoyer"),
        f"{base}/@@echanges-tout-envoyer",
        method="post",
        values=name,
        small=True,
        confirm=_(
            "peer_send_all_confirm",
            default="Envoyer à « ${name} » tout ce qui est public aujourd'hui ? Ce "
            "qu'il a déjà reçu ne change pas.",
            mapping=mapping,
        ),
    )


def _sent(sending: backlog.Sending | None) -> str:
    """Say how the sending of all stands; empty when none was ever asked."""
    if sending is None:
        return ""
    mapping = {"done": sending.done, "total": sending.total}
    if sending.state is JobState.DONE:
        return _(
            "peer_all_sent",
            default="Tout est envoyé : ${total} objets passés en revue.",
            mapping=mapping,
        )
    if sending.state is JobState.DEAD:
        return _(
            "peer_sending_stopped",
            default="L'envoi s'est arrêté à ${done} sur ${total} : relancez-le.",
            mapping=mapping,
        )
    return _(
        "peer_sending",
        default="Envoi en cours : ${done} sur ${total}",
        mapping=mapping,
    )


def _tag(found: states.PeerState) -> Tag:
    if found.needs_key:
        return Tag(_("peer_no_key", default="Sans clé"), "late")
    if found.health.problem:
        return Tag(_("peer_silent", default="Silencieux"), "late")
    if not found.health.answered:
        return Tag(_("peer_new", default="Rien échangé"), "off")
    return Tag(_("peer_well", default="Répond"), "ok")


def _detail(found: states.PeerState) -> str:
    if found.needs_key:
        return _(
            "peer_no_key_text",
            default="Rien ne part sans elle : entrez celle de l'autre côté par la "
            "commande « exchange_key », ou faites-en une.",
        )
    if found.health.problem:
        return _(
            "peer_silent_since",
            default="depuis ${moment} : ${problem}",
            mapping={
                "moment": words.moment(found.health.since),
                "problem": found.health.problem,
            },
        )
    return words.moment(found.health.answered)


class Check(Act):
    """Asks a peer whether a message could be brought now; changes nothing there."""

    def act(self) -> dict:
        problem = states.check(self.context, self.given("correspondant"))
        if problem:
            said = _(
                "peer_checked_badly",
                default="Rien n'arriverait : ${problem}",
                mapping={"problem": problem},
            )
        else:
            said = _("peer_checked", default="Le correspondant répond.")
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/@@echanges-correspondants"


class SendAll(Act):
    """Has all that stands said to a peer by the worker."""

    def act(self) -> dict:
        backlog.send_all(self.context, self.given("correspondant"))
        said = _(
            "peer_send_all_asked",
            default="L'envoi commence. Vous pouvez quitter la page : il continue.",
        )
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/@@echanges-correspondants"


class NewKey(PeersPage):
    """Makes a key and answers with the page that shows it, once."""

    def __call__(self) -> str:
        if self.request.method != "POST":
            return self._to_the_list()
        CheckAuthenticator(self.request)
        # No proxy and no browser keeps a page that shows a secret.
        self.request.response.setHeader("Cache-Control", "no-store")
        name = self.request.form.get("correspondant", "")
        try:
            self.key = states.new_key(self.context, str(name))
        except DomainError as error:
            transaction.doom()
            said = sentence_of(error, self.request)
            api.portal.show_message(said, self.request, type="error")
            return self._to_the_list()
        return self.template()

    def _to_the_list(self) -> str:
        base = self.context.absolute_url()
        self.request.response.redirect(f"{base}/@@echanges-correspondants")
        return ""
