"""The page of one regulation or notice: the text, its dates, its proof."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Event
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Notice
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import date_in_words
from communes.core.stamping.domain.verdict import belgian_moment
from communes.publications.api import publication as door
from communes.publications.browser.public.page import PublicPage
from communes.publications.browser.public.words import size
from communes.publications.browser.publication import words
from communes.publications.browser.publication.work import Work
from communes.publications.domain.publication.states import PUBLIC_STATES
from communes.publications.domain.publication.states import PublicationState
from communes.publications.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


_STATE = PublicationState


class PublicationPage(Work, PublicPage):
    """``<institution>/publications/<reference>``"""

    template = ViewPageTemplateFile("templates/publication.pt")
    text_title = _("publication_text_title", default="Texte")
    files_title = _("publication_files", default="Fichiers")
    proof_title = _("publication_proof", default="Preuve de publication")
    brief_title = _("publication_brief", default="En bref")
    work_title = _("publication_work", default="Publication")

    @property
    def page_title(self) -> str:
        return self.context.title

    @cached_property
    def said(self) -> door.Publication:
        return door.read(self.context)

    @cached_property
    def state(self) -> PublicationState:
        return door.state_of(self.context)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def identity(self) -> str:
        return f"{words.nature_title(self.said.nature)} · {self.said.reference}"

    @property
    def state_tags(self) -> list[Tag]:
        """Where it stands; a citizen is told only what is not the usual."""
        usual = self.state == _STATE.PUBLISHED and not self.works
        return [] if usual else [words.state_tag(self.state)]

    @cached_property
    def shown(self) -> door.Showing | None:
        """The time it is shown now."""
        return door.showings(self.context)[-1] if self.state in PUBLIC_STATES else None

    @property
    def warnings(self) -> list[Notice]:
        """What a reader must know before the text."""
        found = []
        if self.context.replaced_by:
            mapping = {"reference": self.context.replaced_by}
            said = _(
                "publication_replaced",
                default="Ce texte est remplacé par la publication ${reference}.",
                mapping=mapping,
            )
            found.append(Notice(said, "wait"))
        elif self.state == _STATE.ARCHIVED:
            said = _(
                "publication_archived",
                default="Ce texte est archivé : il n'est plus en vigueur.",
            )
            found.append(Notice(said, "wait"))
        return found

    @property
    def replacing_url(self) -> str:
        """The address of what took its place; empty without any."""
        reference = self.context.replaced_by
        return (
            f"{self.context.aq_parent.absolute_url()}/{reference}" if reference else ""
        )

    @property
    def html(self) -> str:
        """The text, cleaned of all that could act."""
        text = self.context.text
        return "" if text is None else text.output

    @property
    def facts(self) -> list[Fact]:
        found = words.facts(self.said)
        if self.shown is not None:
            moment = self.day_and_hour(self.shown.shown_at)
            found.insert(1, Fact(_("fact_shown", default="Publié le"), moment))
        return found

    @property
    def binding(self) -> dict | None:
        """From when it binds, with the calculation."""
        told = words.binding(self.said, self.shown) if self.shown else None
        if told is None:
            return None
        day, steps = told
        title = _(
            "publication_binding",
            default="Obligatoire à partir du ${day}.",
            mapping={"day": date_in_words(day)},
        )
        return {"title": title, "steps": steps}

    @property
    def downloads(self) -> list[dict]:
        """The document, and the files joined to it."""
        given = _("publication_document", default="Le texte complet (PDF)")
        files = [*([self.said.pdf] if self.said.pdf else []), *self.said.annexes]
        return [
            {"title": given, "url": f"{self.url}/document", "about": ""},
            *(
                {
                    "title": one.title,
                    "url": f"{self.url}/fichier?id={one.id}",
                    "about": f"{one.filename}, {size(one.size)}",
                }
                for one in files
            ),
        ]

    @property
    def proof(self) -> dict | None:
        """The moment that is proven, and what to do with the proof."""
        if self.shown is None:
            return None
        actions = []
        if self.shown.proven_at is not None:
            actions = [
                Action(_("proof_download", default="Télécharger la preuve"),
                       f"{self.url}/preuve", small=True),
                Action(_("proof_verify", default="Vérifier"), f"{self.url}/verifier",
                       small=True),
            ]  # fmt: skip
        facts = [
            Fact(_("proof_moment", default="Moment prouvé"),
                 words.proven_words(self.shown)),
            Fact(_("proof_authority", default="Autorité d'horodatage"),
                 self.shown.authority),
            Fact("SHA-256", self.shown.sha256),
        ]  # fmt: skip
        return {"facts": [one for one in facts if one.value], "actions": actions}

    @property
    def history(self) -> list[Event]:
        """The versions before this one; when and why each was taken back."""
        return [self._event(one) for one in reversed(door.showings(self.context))
                if one.withdrawn]  # fmt: skip

    def _event(self, one: door.Showing) -> Event:
        mapping = {
            "number": one.number,
            "from": belgian_moment(one.shown_at),
            "to": belgian_moment(one.withdrawn_at),
        }
        title = _(
            "version_withdrawn",
            default="Version ${number}, publiée du ${from} au ${to}",
            mapping=mapping,
        )
        return Event(title, one.reason)
