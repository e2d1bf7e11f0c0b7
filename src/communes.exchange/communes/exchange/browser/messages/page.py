"""``@@echanges-messages``: every kind of message, as an integrator needs it."""

from communes.core.parts.domain.values import Event
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Tab
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.exchange.browser import words
from communes.exchange.i18n import _
from communes.exchange.messages import api as messages
from communes.exchange.messages.domain.kind import MessageKind
import json
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class MessagesPage(BrowserView):
    """Title, name, who listens, example, schema and changelog of each kind."""

    template = ViewPageTemplateFile("page.pt")
    wants_patterns = False
    page_title = words.PRODUCT
    tabs_label = words.TABS_LABEL
    empty_title = _("kinds_none", default="Aucun genre de message.")
    empty_text = _(
        "kinds_none_text",
        default="Les solutions installées déclarent les messages qu'elles disent.",
    )

    def __call__(self) -> str:
        return self.template()

    @property
    def tabs(self) -> list[Tab]:
        return words.tabs(self.context, "echanges-messages")

    @property
    def kinds(self) -> list[dict]:
        return [_shown(one) for one in messages.kinds()]


def _shown(kind: MessageKind) -> dict:
    tags = [Tag(kind.name, "info")]
    if kind.personal:
        tags.append(Tag(_("kind_personal", default="Données personnelles"), "wait"))
    listened = messages.receiver_of(kind.name) is not None
    yes, no = _("word_yes", default="oui"), _("word_no", default="non")
    return {
        "id": kind.name,
        "title": kind.title,
        "tags": tags,
        "description": kind.description,
        "facts": [
            Fact(_("kind_version", default="Version"), str(kind.version)),
            Fact(_("kind_listened", default="Traité ici"), yes if listened else no),
        ],
        "example": json.dumps(kind.example, ensure_ascii=False, indent=2),
        "schema": json.dumps(kind.schema, ensure_ascii=False, indent=2),
        "changes": [Event(one.text, date_in_words(one.day)) for one in kind.changes],
    }
