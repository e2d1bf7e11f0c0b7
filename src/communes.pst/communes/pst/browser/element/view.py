"""The sheet of an element: read section by section, and written where it stands."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.writing import amount
from communes.core.parts.domain.writing import deadline
from communes.pst.api import reading
from communes.pst.browser import words
from communes.pst.browser.element.facts import facts_of
from communes.pst.browser.element.facts import texts_of
from communes.pst.browser.element.sections import Section
from communes.pst.browser.element.sections import SectionForm
from communes.pst.browser.element.sections import SECTIONS
from communes.pst.browser.frame.element import ElementFrame
from communes.pst.browser.more import more_cards
from communes.pst.browser.resources import resource
from communes.pst.browser.tables.override import override_entry
from communes.pst.browser.tree.markup import TreeMarkup
from communes.pst.domain.choices import Kind
from communes.pst.domain.progress import Origin
from communes.pst.i18n import _
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: How a progress came to be, for who asks why it is so.
ORIGINS = {
    Origin.OVERRIDE: _("origin_override", default="dit par une personne"),
    Origin.STATE: _("origin_state", default="d'après l'étape"),
    Origin.CHILDREN: _("origin_children", default="calculé de ce qui est dessous"),
    Origin.INDICATORS: _("origin_indicators", default="calculé des indicateurs"),
    Origin.TYPED: _("origin_typed", default="encodé"),
    Origin.GIVEN_UP: _("origin_given_up", default="tout est annulé dessous"),
    Origin.NOTHING: _("origin_nothing", default="rien ne le mesure encore"),
}


@dataclass(frozen=True)
class Shown:
    """A section as the page shows it, and how to write it."""

    name: str
    title: str
    facts: list[Fact]
    texts: list[tuple[str, str]]
    edit: Action | None
    writing: bool


class ElementView(ElementFrame):
    """The first tab."""

    template = ViewPageTemplateFile("view.pt")

    def __call__(self) -> str:
        if self.form is not None:
            self.form.update()
            if self.request.response.getStatus() in (301, 302, 303):
                return ""
        return self.template()

    @property
    def style(self) -> str:
        return resource("pst.css")

    @cached_property
    def form(self) -> SectionForm | None:
        """The form of the section being written, if one is and it may be."""
        asked = self.request.form.get("modifier", "")
        section = SECTIONS.get(asked) if isinstance(asked, str) else None
        if section is None or not self._writes(section) or not section.of(self.kind):
            return None
        return SectionForm(self.context, self.request, section)

    @property
    def wants_patterns(self) -> bool:
        return self.form is not None and self.form.rich

    @property
    def main(self) -> list[Shown]:
        """What is read in the wide column."""
        return [self._shown(one) for one in self._sections if not one.side]

    @property
    def side(self) -> list[Shown]:
        """What is read beside it."""
        return [self._shown(one) for one in self._sections if one.side]

    @property
    def far(self) -> list[Fact]:
        """How far it is and why, until when, and what it costs."""
        figures, uid = self.figures, self.uid
        if self.kind is Kind.PART:
            return []
        progress = figures.progress[uid]
        said = words.joined(
            (words.percent(progress.percent), ORIGINS[progress.origin]), self.request
        )
        found = [Fact(_("fact_progress", default="Avancement"), said)]
        if progress.reason:
            found.append(Fact(_("fact_reason", default="Raison"), progress.reason))
        day = figures.deadline(uid)
        if day is not None:
            own = figures.planning.ends[uid].source == uid
            told = deadline(day, figures.today)
            if not own:
                told = _(
                    "deadline_deduced",
                    default="${day} (déduite de ce qui est dessous)",
                    mapping={"day": told},
                )
            found.append(Fact(_("fact_deadline", default="Échéance"), told))
        total = figures.budgets[uid].total
        if self.steered and total:
            url = f"{self.url}/moyens"
            found.append(Fact(_("fact_budget", default="Budget"), amount(total), url))
        return found

    @property
    def done(self) -> int:
        return 0 if self.kind is Kind.PART else self.figures.percent(self.uid)

    @property
    def target(self) -> Action | None:
        """The action a link shows, where everything of it is."""
        shown = getattr(self.record, "target", "")
        url = self.element_url(shown)
        if not url:
            return None
        return Action(_("open_target", default="Ouvrir l'action"), url, primary=True)

    @property
    def below(self) -> str:
        """What stands below, folding, as the tree shows it."""
        made = TreeMarkup(
            self.figures,
            lambda one: words.said(one, self.request),
            self.request.physicalPathToURL,
            open_to=0,
        )
        return made.below(self.uid)

    @property
    def overrides(self) -> dict | None:
        """The form that says the progress, for who writes the element."""
        if not self.may_edit or not self.steered:
            return None
        return override_entry(self)

    @property
    def cards(self) -> list[str]:
        """What features show beside the facts."""
        return more_cards(self.context, self.request)

    @property
    def _sections(self) -> list[Section]:
        return [one for one in SECTIONS.values() if one.of(self.kind)]

    def _writes(self, section: Section) -> bool:
        allowed = not section.permission or reading.may_do(
            section.permission, self.context
        )
        return self.may_edit and allowed

    def _shown(self, section: Section) -> Shown:
        writing = self.form is not None and self.form.section is section
        url = f"{self.url}/view?modifier={section.name}&revision={self.revision}"
        title = _(
            "edit_section",
            default="Modifier : ${section}",
            mapping={"section": words.inside(section.title, self.request)},
        )
        edit = Action(title, f"{url}#{section.name}", small=True)
        return Shown(
            section.name,
            section.title,
            facts_of(self.context, self.kind, section, self.figures.today),
            texts_of(self.context, self.kind, section),
            edit if self._writes(section) and not writing else None,
            writing,
        )
