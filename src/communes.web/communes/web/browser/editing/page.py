"""``<page>/modifier``: the page as it is read, each section with its tools."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Tag
from communes.web.api.pages import history
from communes.web.api.pages import kinds
from communes.web.api.pages import sections
from communes.web.api.showing import bodies
from communes.web.api.showing import Body
from communes.web.browser.editing.offers import state_tags
from communes.web.browser.pages.sectioned import SectionedPage
from communes.web.domain.sections.kinds import LABELS
from communes.web.domain.sections.record import Section
from communes.web.i18n import _
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


class EditingPage(SectionedPage):
    """Sections are moved by their handle, by keyboard and by buttons."""

    template = ViewPageTemplateFile("templates/page.pt")
    empty_title = _("page_empty", default="Cette page n'a pas encore de section.")
    empty_text = _(
        "page_empty_text", default="Choisissez ci-dessous la première à écrire."
    )

    @property
    def page_title(self) -> str:
        return str(self.context.title)

    @property
    def trail(self) -> list[Crumb]:
        return [*super().trail, Crumb(self.context.title, self.url)]

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def sections(self) -> Sequence[Section]:
        """All of them, the hidden ones too."""
        return sections(self.context)

    @cached_property
    def bodies(self) -> Sequence[Body]:
        return bodies(self.context, self.sections, self.request, self.now)

    @property
    def order_url(self) -> str:
        """Where a move by hand is sent, with the revision that was read."""
        return f"{self.url}/section-placer?revision={self.context.revision}"

    @property
    def marks(self) -> list[Tag]:
        return state_tags(self.context)

    @property
    def actions(self) -> list[Action]:
        """What one does with the whole page."""
        found = [
            Action(_("preview", default="Voir la page"), self.url, primary=True),
            Action(_("properties", default="Titre et classement"),
                   f"{self.url}/proprietes"),
            Action(_("pictures", default="Images"), f"{self.url}/photos"),
            Action(_("files", default="Fichiers"), f"{self.url}/fichiers"),
        ]  # fmt: skip
        if history(self.context):
            found.append(Action(_("versions", default="Versions"),
                                f"{self.url}/versions"))  # fmt: skip
            found.append(self._post(_("undo", default="Annuler la dernière "
                                      "modification"), "annuler", {}))  # fmt: skip
        return found

    def label(self, section: Section) -> str:
        """Return what a section is called among its tools: its kind and its title."""
        kind = LABELS[section.kind]
        if section.title in ("", kind):
            return kind
        return f"{kind} – {section.title}"

    def tags_of(self, section: Section) -> list[Tag]:
        """Return how wide a section is, and whether it is hidden."""
        found = [Tag(f"{section.width} %", "info")]
        if section.hidden:
            found.append(Tag(_("hidden", default="Masquée"), "off"))
        return found

    def tools(self, section: Section) -> list[Action]:
        """Return what one does with a section; all of it without a script too."""
        one = {"section": section.id}
        asked = urlencode({"id": section.id})
        shown = _("show", default="Montrer") if section.hidden else _(
            "hide", default="Masquer")  # fmt: skip
        return [
            Action(_("edit", default="Modifier"), f"{self.url}/section?{asked}",
                   small=True),
            self._post(shown, "section-masquer", one),
            self._post(_("remove", default="Retirer"), "section-retirer", one),
        ]  # fmt: skip

    def moves(self, section: Section) -> list[Action]:
        """Return the buttons that move a section where no script runs."""
        one = {"section": section.id}
        return [
            self._post(_("up", default="Monter"), "section-decaler",
                       {**one, "de": "-1"}),
            self._post(_("down", default="Descendre"), "section-decaler",
                       {**one, "de": "1"}),
        ]  # fmt: skip

    @property
    def after_word(self) -> str:
        """The words of the menu below a section."""
        return _("section_after", default="Ajouter une section ici")

    def after_label(self, section: Section) -> str:
        """Return what that menu does, for who does not see where it stands."""
        return _(
            "section_after_what",
            default="Ajouter une section après ${what}",
            mapping={"what": self.label(section)},
        )

    def adding(self, after: str) -> list[Action]:
        """Return the kinds one may put after a section."""
        return [
            Action(label, f"{self.url}/section?"
                   f"{urlencode({'sorte': kind, 'apres': after})}", small=True)
            for kind, label in kinds(self.context).items()
        ]  # fmt: skip

    def _post(self, title: str, name: str, values: dict[str, str]) -> Action:
        given = {**values, "revision": str(self.context.revision)}
        return Action(
            title, f"{self.url}/{name}", method="post", values=given, small=True
        )
