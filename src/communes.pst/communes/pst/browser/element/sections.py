"""The sections of an element and the form in which each is written."""

from communes.core.access.errors import StaleRevision
from communes.core.parts.domain.values import Notice
from communes.core.shell.form.base import EditForm
from communes.core.web.posting import PostForm
from communes.pst.api import reading
from communes.pst.api.element import edit_element
from communes.pst.api.element import element_revision
from communes.pst.domain.choices import Kind
from communes.pst.i18n import _
from communes.pst.permissions import PUBLISH
from dataclasses import dataclass
from plone.app.textfield.interfaces import IRichText
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.browser.textlines import TextLinesFieldWidget
from z3c.form.field import Fields
from zope.schema import getFieldNames
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import ITuple


@dataclass(frozen=True)
class Section:
    """A part of an element that is written in one go.

    ``fields`` of every kind: those the kind has are asked. ``permission``: what one
    needs beside writing the element. ``side``: shown among the facts.
    """

    name: str
    title: str
    fields: tuple[str, ...]
    permission: str = ""
    side: bool = False

    def of(self, kind: Kind) -> tuple[str, ...]:
        """Return the fields the kind has."""
        known = set(getFieldNames(reading.schema(kind)))
        return tuple(one for one in self.fields if one in known)


SECTIONS = {
    one.name: one
    for one in (
        Section(
            "description",
            _("section_what", default="Ce que c'est"),
            ("title", "side", "description"),
        ),
        Section(
            "tache",
            _("section_task", default="Par qui et jusqu'à quand"),
            ("service", "user", "due_on", "enquirer"),
            side=True,
        ),
        Section(
            "responsables",
            _("section_people", default="Qui en répond"),
            (
                "mandataries",
                "administratives",
                "managers",
                "carrier",
                "visible_for",
                "partners",
            ),
            side=True,
        ),
        Section(
            "calendrier",
            _("section_days", default="Calendrier"),
            ("planned_begin", "planned_end", "effective_begin", "effective_end"),
            side=True,
        ),
        Section(
            "suivi",
            _("section_follow", default="Où cela en est"),
            ("health", "health_details", "progress", "basis", "weight", "fte"),
        ),
        Section(
            "classement",
            _("section_classes", default="Classement"),
            ("priority", "categories", "plans", "sdgs"),
            side=True,
        ),
        Section(
            "constat",
            _("section_findings", default="Constat et commentaires"),
            ("observation", "comments"),
        ),
        Section(
            "synergie",
            _("section_synergy", default="Commune et CPAS"),
            ("institutions", "synergy"),
        ),
        Section(
            "public",
            _("section_public", default="Ce que le citoyen lit"),
            ("publication", "public_title", "public_text"),
            permission=PUBLISH,
        ),
    )
}


class SectionForm(PostForm, EditForm):
    """Writes one section; a colleague's change meanwhile is told, not overwritten."""

    schema = None
    stale = ""

    def __init__(self, context: object, request: object, section: Section) -> None:
        super().__init__(context, request)
        self.section = section
        kind = reading.kind(context)
        self.fields = Fields(reading.schema(kind)).select(*section.of(kind))
        for one in self.fields.values():
            if ITuple.providedBy(one.field):
                many = IChoice.providedBy(one.field.value_type)
                one.widgetFactory = (
                    CheckBoxFieldWidget if many else TextLinesFieldWidget
                )

    @property
    def rich(self) -> bool:
        """Whether one of its fields is formatted text."""
        return any(IRichText.providedBy(one.field) for one in self.fields.values())

    @property
    def action(self) -> str:
        """The page itself, with the section and the revision that was read."""
        url = f"{self.context.absolute_url()}/view?modifier={self.section.name}"
        return f"{url}&revision={self.read}#{self.section.name}"

    @property
    def read(self) -> int:
        """The revision the person has seen: after a refusal, the one told of."""
        text = self.request.form.get("revision", "")
        known = element_revision(self.context)
        good = isinstance(text, str) and text.isascii() and text.isdigit()
        return int(text[:9]) if good and not self.stale else known

    @property
    def stale_notice(self) -> Notice:
        """Who changed the element while the person was writing."""
        return Notice(
            _(
                "element_stale",
                default="${who} a modifié cet élément pendant que vous écriviez. Ce "
                "que vous avez écrit est gardé ci-dessous : comparez, puis "
                "enregistrez à nouveau.",
                mapping={"who": self.stale},
            ),
            "wait",
        )

    @property
    def cancel_url(self) -> str:
        return f"{self.context.absolute_url()}/view#{self.section.name}"

    @button.buttonAndHandler(_("button_save", default="Enregistrer"), name="save")
    def save(self, action: object) -> None:
        """Keep the section, or say what stands against it."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            try:
                edit_element(self.context, values, self.read)
            except StaleRevision as refused:
                self.stale = str(refused.values["who"])
                return
        self.saved(_("saved", default="Enregistré."), self.cancel_url)
