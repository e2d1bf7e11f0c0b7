"""The texts of an item, read section by section and written where they stand."""

from communes.core.hardening.giving import give_out
from communes.core.parts.domain.values import Action
from communes.deliberations.api.document import generate_document
from communes.deliberations.api.item import item_revision
from communes.deliberations.api.item import may_edit
from communes.deliberations.api.reading import may_do
from communes.deliberations.browser.item.frame import ItemFrame
from communes.deliberations.browser.item.sections import Section
from communes.deliberations.browser.item.sections import SectionForm
from communes.deliberations.browser.item.sections import SECTIONS
from communes.deliberations.browser.item.sections import used_fields
from communes.deliberations.browser.more import more_cards
from communes.deliberations.domain.states import DECIDED_STATES
from communes.deliberations.domain.states import OUT_OF_MEETING
from communes.deliberations.i18n import _
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Where the secretariat may add marginal notes.
DECIDED = {one.value for one in (*DECIDED_STATES, *OUT_OF_MEETING.values())}


@dataclass(frozen=True)
class Shown:
    """A section as the page shows it: cleaned markup, and how to write it."""

    name: str
    title: str
    html: str
    empty: str
    edit: Action | None
    writing: bool


class ItemView(ItemFrame):
    """The first tab: the deliberation itself."""

    template = ViewPageTemplateFile("view.pt")

    def __call__(self) -> str:
        if self.form is not None:
            self.form.update()
            if self.request.response.getStatus() in (301, 302, 303):
                return ""
        return self.template()

    def may_edit(self, section: Section) -> bool:
        """Whether this person writes that part of the item."""
        return may_edit(self.context, section.fields)

    @cached_property
    def form(self) -> SectionForm | None:
        """The form of the section being written, if one is and it may be."""
        section = SECTIONS.get(self.request.form.get("modifier", ""))
        if section is None or not self._reads(section) or not self.may_edit(section):
            return None
        return SectionForm(self.context, self.request, section)

    @property
    def wants_patterns(self) -> bool:
        return self.form is not None and self.form.section.rich

    @property
    def sections(self) -> list[Shown]:
        """The texts, in the order they are written and read."""
        return [
            self._shown(one)
            for one in SECTIONS.values()
            if one.text
            and self._reads(one)
            and used_fields(self.context, one)
            and (self._html(one) or self._offers(one))
        ]

    @property
    def headings(self) -> list[Shown]:
        """What is shown among the facts, and written in a form above the texts."""
        return [self._shown(one) for one in SECTIONS.values() if not one.text]

    @property
    def cards(self) -> list[str]:
        """What the features show below the texts."""
        return more_cards(self.context, self.request, side=False)

    @property
    def side_cards(self) -> list[str]:
        """What the features show beside them."""
        return more_cards(self.context, self.request, side=True)

    @property
    def documents(self) -> list[Action]:
        """The documents that can be made of the item once it is on an agenda."""
        if self.place is None:
            return []
        url = f"{self.context.absolute_url()}/document"
        kinds = (
            ("deliberation", _("deliberation", default="Délibération")),
            ("extract", _("extract", default="Extrait")),
            ("report", _("item_report", default="Rapport")),
        )
        return [
            Action(
                _(
                    "document_form",
                    default="${title} (${form})",
                    mapping={"title": title, "form": form.upper()},
                ),
                f"{url}?kind={kind}&form={form}",
                small=True,
                icon="file-earmark-text",
            )
            for kind, title in kinds
            for form in ("pdf", "odt")
        ]

    def _reads(self, section: Section) -> bool:
        return not section.permission or may_do(section.permission, self.context)

    def _offers(self, section: Section) -> bool:
        decided = section.decided and self.state in DECIDED
        return (section.usual or decided) and self.may_edit(section)

    def _html(self, section: Section) -> str:
        values = (getattr(self.context, name, None) for name in section.fields)
        texts = (
            value.output_relative_to(self.context) or ""
            for value in values
            if hasattr(value, "output_relative_to")
        )
        return "".join(texts)

    def _shown(self, section: Section) -> Shown:
        writing = self.form is not None and self.form.section is section
        url = f"{self.context.absolute_url()}/view?modifier={section.name}"
        number = item_revision(self.context)
        edit = Action(
            section.verb, f"{url}&revision={number}#{section.name}", small=True
        )
        shown = edit if not writing and self.may_edit(section) else None
        html = self._html(section) if section.text else ""
        return Shown(section.name, section.title, html, section.empty, shown, writing)


class ItemDocument(BrowserView):
    """Gives out a document of the item: ``kind`` and ``form`` in the address."""

    def __call__(self) -> bytes:
        asked = self.request.form
        made = generate_document(
            self.context, str(asked.get("kind", "")), form=str(asked.get("form", "pdf"))
        )
        return give_out(self.request.response, made)
