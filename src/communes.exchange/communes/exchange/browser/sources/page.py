"""``@@echanges-sources``: what can be read, from whom, and what holds no longer."""

from communes.core.errors.domain import DomainError
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Problem
from communes.core.parts.domain.values import Tab
from communes.exchange.browser import words
from communes.exchange.i18n import _
from communes.exchange.sources import api
from communes.exchange.sources.domain.errors import NotReadYet
from communes.exchange.sources.domain.reading import Holding
from communes.exchange.sources.domain.reading import Level
from communes.exchange.sources.domain.reading import Reading
from functools import cached_property
import json
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


LEVELS = {
    Level.LOCAL: _("level_local", default="commune"),
    Level.PROVINCIAL: _("level_provincial", default="province"),
    Level.REGIONAL: _("level_regional", default="Région"),
    Level.NATIONAL: _("level_national", default="fédéral"),
}
HOLDINGS = {
    Holding.ADDRESSES: _("holding_addresses", default="rues et adresses"),
    Holding.ENTERPRISES: _("holding_enterprises", default="entreprises"),
    Holding.PEOPLE: _("holding_people", default="personnes"),
    Holding.PARCELS: _("holding_parcels", default="parcelles"),
}


class SourcesPage(BrowserView):
    """The sources, and a form that reads one value and says what it is worth."""

    template = ViewPageTemplateFile("page.pt")
    wants_patterns = False
    page_title = words.PRODUCT
    tabs_label = words.TABS_LABEL
    caption = _("sources_caption", default="Sources authentiques de la commune")
    empty_title = _("sources_none", default="Aucune source authentique n'est ouverte.")
    empty_text = _(
        "sources_none_text",
        default="Les sources s'ouvrent dans la table [exchange] du fichier de la "
        "commune.",
    )
    look = Action(
        _("source_read", default="Lire la valeur"), method="submit", primary=True
    )
    reading: Reading | None = None
    refusal: DomainError | None = None

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self._read()
        return self.template()

    @property
    def tabs(self) -> list[Tab]:
        return words.tabs(self.context, "echanges-sources")

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@echanges-sources"

    @cached_property
    def sources(self) -> list[api.SourceState]:
        return api.sources(self.context)

    @property
    def rows(self) -> list[dict]:
        return [
            {
                "title": one.title,
                "name": one.name,
                "level": LEVELS[one.level],
                "holds": HOLDINGS[one.holds],
                "valid": one.valid_days,
                "kept": one.kept,
                "stale": one.stale,
            }
            for one in self.sources
        ]

    @property
    def fields(self) -> list[Field]:
        """Source, key and purpose, with what was typed and what is wrong."""
        chosen = self._given("source")
        options = tuple(
            Option(one.name, one.title, one.name == chosen) for one in self.sources
        )
        return [
            Field(
                "source",
                _("source_source", default="Source"),
                "select",
                required=True,
                options=options,
            ),
            Field(
                "key",
                _("source_key", default="Clé"),
                value=self._given("key"),
                help=_(
                    "source_key_help",
                    default="Numéro d'entreprise, de rue, de parcelle ou de registre.",
                ),
                error=self._error("key"),
                required=True,
            ),
            Field(
                "purpose",
                _("source_purpose", default="Pour quel dossier"),
                value=self._given("purpose"),
                help=_(
                    "source_purpose_help",
                    default="Nécessaire pour une personne : chaque lecture est notée "
                    "au journal.",
                ),
                error=self._error("purpose"),
            ),
        ]

    @property
    def problems(self) -> list[Problem]:
        found = self.refusal
        if found is None or isinstance(found, NotReadYet):
            return []
        target = f"field-{found.field}" if found.field else ""
        return [Problem(sentence_of(found, self.request), target=target)]

    @property
    def notice(self) -> Notice | None:
        """What the value is worth, or that it is on its way."""
        if isinstance(self.refusal, NotReadYet):
            return Notice(sentence_of(self.refusal, self.request), "info")
        if self.reading is None or not self.reading.stale:
            return None
        said = _(
            "source_stale",
            default="Cette valeur n'est plus sûre : elle valait jusqu'au ${day}. Elle "
            "est redemandée à la source.",
            mapping={"day": words.moment(self.reading.valid_until.timestamp())},
        )
        return Notice(said, "wait")

    @property
    def provenance(self) -> list[Fact]:
        """Where the value comes from, and since when."""
        found = self.reading
        title = next(one.title for one in self.sources if one.name == found.source)
        until = words.moment(found.valid_until.timestamp())
        return [
            Fact(_("source_source", default="Source"), title),
            Fact(_("source_key", default="Clé"), found.key),
            Fact(_("source_reference", default="Version"), found.reference),
            Fact(
                _("source_read_at", default="Lue le"),
                words.moment(found.read_at.timestamp()),
            ),
            Fact(_("source_valid_until", default="Vaut jusqu'au"), until),
        ]

    @property
    def value(self) -> str:
        return json.dumps(self.reading.value, ensure_ascii=False, indent=2)

    def _read(self) -> None:
        try:
            self.reading = api.read(
                self.context,
                self._given("source"),
                self._given("key"),
                self._given("purpose"),
            )
        except DomainError as error:
            # What was asked for stays asked for: nothing is taken back.
            self.refusal = error

    def _given(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found if isinstance(found, str) else ""

    def _error(self, name: str) -> str:
        if self.refusal is None or self.refusal.field != name:
            return ""
        return sentence_of(self.refusal, self.request)
