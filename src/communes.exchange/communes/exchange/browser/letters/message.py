"""``@@echanges-message``: one message, what stands against it, and what may be done."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Problem
from communes.core.parts.domain.values import Tag
from communes.core.shell.acting import Act
from communes.exchange.browser import words
from communes.exchange.browser.letters.page import letter_url
from communes.exchange.i18n import _
from communes.exchange.letters import api as letters
from communes.exchange.letters.domain import Direction
from communes.exchange.letters.domain import Letter
from communes.exchange.letters.domain import read_body
from communes.exchange.messages.api import title_of
from communes.exchange.outbox.errors import NoSuchLetter
from functools import cached_property
import json
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import transaction


def asked_letter(context: object, form: dict) -> Letter:
    """Return the message an address names.

    :raises NoSuchLetter: it names none.
    """
    given = {
        name: form.get(name, "") if isinstance(form.get(name, ""), str) else ""
        for name in ("sens", "correspondant", "id")
    }
    if given["sens"] not in list(Direction):
        raise NoSuchLetter(name=given["id"])
    direction = Direction(given["sens"])
    return letters.letter(context, direction, given["correspondant"], given["id"])


class MessagePage(BrowserView):
    """``@@echanges-message?sens=out&correspondant=demo/www&id=4f2…``."""

    template = ViewPageTemplateFile("message.pt")
    wants_patterns = False
    refusal: DomainError | None = None
    resend = Action(
        _("letter_correct", default="Corriger et renvoyer"),
        method="submit",
        primary=True,
    )
    give_up = Action(
        _("letter_drop", default="Abandonner ce message"), method="submit", danger=True
    )

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            return self._correct()
        return self.template()

    @cached_property
    def letter(self) -> Letter:
        return asked_letter(self.context, self.request.form)

    @property
    def message_title(self) -> str:
        return title_of(self.letter.kind)

    @property
    def trail(self) -> list[Crumb]:
        return words.trail(self.context)

    @property
    def tags(self) -> list[Tag]:
        return [words.STATES[self.letter.state]]

    @property
    def url(self) -> str:
        return letter_url(self.context, self.letter)

    @property
    def notice(self) -> Notice | None:
        """What stands against it."""
        if not self.letter.reason:
            return None
        return Notice(
            self.letter.reason, "late" if self.letter.state == "refused" else "wait"
        )

    @property
    def facts(self) -> list[Fact]:
        found = self.letter
        return [
            Fact(_("column_peer", default="Correspondant"), found.peer),
            Fact(_("fact_kind", default="Genre"), found.kind, self._catalogue),
            Fact(_("fact_subject", default="Sujet"), found.subject),
            Fact(_("fact_number", default="Numéro dans le sujet"), str(found.number)),
            Fact(_("fact_id", default="Identifiant"), found.id),
            Fact(_("column_since", default="Depuis"), words.moment(found.moment)),
        ]

    @property
    def _catalogue(self) -> str:
        """Where schema and example of its kind stand."""
        base = self.context.absolute_url()
        return f"{base}/@@echanges-messages#{self.letter.kind}"

    @property
    def is_refused(self) -> bool:
        return self.letter.state == "refused"

    @property
    def may_correct(self) -> bool:
        return self.is_refused and self.letter.direction is Direction.OUT

    @property
    def body(self) -> str:
        """The body as JSON that can be read and typed."""
        found = json.loads(self.letter.text)["data"]
        return json.dumps(found, ensure_ascii=False, indent=2)

    @property
    def body_field(self) -> Field:
        typed = self.request.form.get("body") if self.refusal else None
        return Field(
            "body",
            _("letter_body", default="Contenu (JSON)"),
            "textarea",
            typed if isinstance(typed, str) else self.body,
            help=_(
                "letter_body_help",
                default="Le schéma et un exemple se trouvent dans le catalogue des "
                "messages.",
            ),
            error=sentence_of(self.refusal, self.request) if self.refusal else "",
            required=True,
            rows=18,
        )

    @property
    def problems(self) -> list[Problem]:
        if self.refusal is None:
            return []
        field = self.body_field
        return [Problem(field.error, field.label, field.id)]

    @property
    def reason_field(self) -> Field:
        return Field("reason", _("letter_reason", default="Motif"), required=True)

    @property
    def again_action(self) -> Action:
        title = (
            _("letter_again_out", default="Renvoyer tel quel")
            if self.letter.direction is Direction.OUT
            else _("letter_again_in", default="Traiter de nouveau")
        )
        return Action(title, method="submit")

    @property
    def hidden(self) -> dict[str, str]:
        found = self.letter
        return {"sens": found.direction, "correspondant": found.peer, "id": found.id}

    def _correct(self) -> str:
        """Send the corrected message; what is wrong is said at the field."""
        typed = self.request.form.get("body", "")
        try:
            body = read_body(typed if isinstance(typed, str) else "")
            letters.correct(self.context, self.letter.peer, self.letter.id, body)
        except DomainError as error:
            transaction.doom()
            self.refusal = error
            self.request.response.setStatus(422)
            return self.template()
        said = _("letter_corrected", default="Le message corrigé repart.")
        api.portal.show_message(said, self.request)
        self.request.response.redirect(f"{self.context.absolute_url()}/@@echanges")
        return ""


class Again(Act):
    """Sends, or does, a refused message again."""

    def act(self) -> dict:
        found = asked_letter(self.context, self.request.form)
        letters.again(self.context, found.direction, found.peer, found.id)
        return {"message": _("letter_on_its_way", default="Le message repart.")}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/@@echanges"


class Drop(Act):
    """Gives a refused message up, with the reason."""

    def act(self) -> dict:
        found = asked_letter(self.context, self.request.form)
        reason = self.given("reason")
        letters.drop(self.context, found.direction, found.peer, found.id, reason)
        said = _(
            "letter_dropped",
            default="Le message est abandonné ; ceux qui le suivaient repartent.",
        )
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/@@echanges"
