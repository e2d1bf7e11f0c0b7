"""``corrections``: what each editor has to mend, and why; « c'est toujours juste »."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Chip
from communes.core.parts.domain.values import PageLink
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import counted
from communes.core.parts.domain.writing import short_date
from communes.core.shell.acting import Act
from communes.web.browser.tending.frame import SIZE
from communes.web.browser.tending.frame import Tending
from communes.web.checks.api import confirm_review
from communes.web.checks.api import Correction
from communes.web.checks.api import Corrections
from communes.web.checks.api import corrections
from communes.web.checks.api import look_again
from communes.web.domain.links.corrections import Fault
from communes.web.domain.links.corrections import Finding
from communes.web.i18n import _
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


WORDS = {
    Fault.BROKEN_LINK: _("fault_broken_link", default="Lien rompu"),
    Fault.NO_ALTERNATIVE: _("fault_no_alternative", default="Image sans texte"),
    Fault.DEAD_ADDRESS: _("fault_dead_address", default="Site qui ne répond plus"),
    Fault.OUTDATED: _("fault_outdated", default="À relire"),
    Fault.ORPHAN: _("fault_orphan", default="Introuvable"),
}
ADVICE = {
    Fault.BROKEN_LINK: _(
        "advice_broken_link", default="mène à une page du site qui n'existe plus"
    ),
    Fault.NO_ALTERNATIVE: _(
        "advice_no_alternative",
        default="n'est pas décrite pour qui ne la voit pas",
    ),
    Fault.DEAD_ADDRESS: _(
        "advice_dead_address", default="ne répond plus depuis plusieurs jours"
    ),
    Fault.OUTDATED: _(
        "advice_outdated",
        default="Personne ne l'a relue depuis longtemps : relisez-la, puis « C'est "
        "toujours juste ».",
    ),
    Fault.ORPHAN: _(
        "advice_orphan",
        default="Aucun menu ni aucun lien n'y mène : mettez-la au menu ou "
        "dépubliez-la.",
    ),
}
_LATE = (Fault.BROKEN_LINK, Fault.NO_ALTERNATIVE)


class CorrectionsPage(Tending):
    """One's own first; those of all one may write by a chip."""

    template = ViewPageTemplateFile("templates/corrections.pt")
    name = "mes-corrections"
    page_title = _("corrections", default="Mes corrections")
    identity = _(
        "corrections_identity",
        default="Liens rompus, images sans description, pages à relire : relevés "
        "chaque nuit, et après chaque changement.",
    )
    caption = page_title
    empty_title = _("corrections_none", default="Rien à corriger.")
    empty_text = _(
        "corrections_none_text",
        default="Les liens rompus, les images sans texte et les pages à relire "
        "s'afficheront ici.",
    )

    @cached_property
    def found(self) -> Corrections:
        return corrections(self.site, self.mine, self.fault, self.start, SIZE)

    @property
    def mine(self) -> bool:
        return self.given("de") != "tous"

    @property
    def fault(self) -> str:
        asked = self.given("quoi")
        return asked if asked in {one.value for one in Fault} else ""

    @property
    def whose(self) -> Chip:
        """Whether also what others wrote is listed."""
        return Chip(
            _("corrections_all", default="Aussi celles des autres"),
            self.address(de="tous" if self.mine else "", page=""),
            not self.mine,
        )

    @property
    def filters(self) -> list[Chip]:
        words = {one.value: word for one, word in WORDS.items()}
        by_fault = self.chips("quoi", words, lambda one: self.found.counts.get(one, 0))
        return [self.whose, *by_fault]

    @property
    def page_links(self) -> list[PageLink]:
        return self.pages(self.found.total)

    @property
    def page_words(self) -> str:
        return counted(self.found.total, "contenu")

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [self._row(one) for one in self.found.rows]

    def _row(self, one: Correction) -> dict[str, Any]:
        outdated = any(each.fault is Fault.OUTDATED for each in one.findings)
        return {
            "title": one.title,
            "url": one.url,
            "modified": short_date(one.modified, date.today()),
            "findings": [self._finding(each) for each in one.findings],
            "actions": [
                *([self._review(one)] if outdated else []),
                Action(
                    _("correction_again", default="Revérifier"),
                    f"{one.url}/reverifier", method="post", small=True,
                ),
            ],
        }  # fmt: skip

    def _finding(self, one: Finding) -> dict[str, Any]:
        kind = "late" if one.fault in _LATE else "wait"
        return {
            "tag": Tag(WORDS[one.fault], kind),
            "detail": one.detail,
            "advice": ADVICE[one.fault],
        }

    def _review(self, one: Correction) -> Action:
        return Action(
            _("correction_right", default="C'est toujours juste"),
            f"{one.url}/relu", method="post", small=True,
        )  # fmt: skip


class _Back(Act):
    def back(self) -> str:
        return f"{api.portal.get().absolute_url()}/mes-corrections"


class Reviewed(_Back):
    """Somebody read it, and it is still right."""

    def act(self) -> dict[str, Any]:
        today = date.today()
        confirm_review(self.context, today)
        look_again(api.portal.get(), self.context, today)
        said = _(
            "correction_reviewed",
            default="« ${title} » est noté comme relu aujourd'hui.",
            mapping={"title": self.context.title},
        )
        return {"message": said}


class LookAgain(_Back):
    """Somebody mended it, and wants to see it."""

    def act(self) -> dict[str, Any]:
        left = look_again(api.portal.get(), self.context, date.today())
        said = _(
            "correction_left",
            default="« ${title} » : ${count} point(s) à corriger.",
            mapping={"title": self.context.title, "count": len(left)},
        )
        return {"message": said}
