"""The sections of an item and the form in which each is written."""

from communes.core.parts.domain.values import Notice
from communes.core.shell.form.base import EditForm
from communes.deliberations.api.item import edit_item
from communes.deliberations.api.item import item_revision
from communes.deliberations.api.types import IMeetingItem
from communes.deliberations.browser.posting import PostForm
from communes.deliberations.exceptions import StaleRevision
from communes.deliberations.i18n import _
from dataclasses import dataclass
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.field import Fields


#: Questions with several answers: boxes, which need no script.
SEVERAL = frozenset({"groups_in_charge", "send_to"})


@dataclass(frozen=True)
class Section:
    """A part of an item that is written in one go.

    ``usual``: offered though it is still empty; ``internal``: only for those who
    prepare the item; ``text``: shown as text on the page.
    """

    name: str
    title: str
    fields: tuple[str, ...]
    empty: str = ""
    verb: str = _("button_edit", default="Modifier")
    text: bool = True
    usual: bool = True
    internal: bool = False

    @property
    def rich(self) -> bool:
        """Whether one of its fields is formatted text."""
        return self.text


SECTIONS = {
    one.name: one
    for one in (
        Section(
            "classement",
            _("section_classification", default="Objet et classement"),
            (
                "title",
                "proposing_service",
                "groups_in_charge",
                "category",
                "list_type",
                "privacy",
                "poll_type",
                "preferred_meeting",
                "urgency",
                "urgency_motivation",
                "send_to",
                "send_to_privacy",
            ),
            verb=_(
                "section_classification_edit",
                default="Modifier l'objet et le classement",
            ),
            text=False,
        ),
        Section(
            "synthese",
            _("section_summary", default="Note de synthèse"),
            ("summary",),
            _(
                "section_summary_empty",
                default="Résumez les faits et l'enjeu pour qui lira l'ordre du jour.",
            ),
        ),
        Section(
            "motivation",
            _("section_motivation", default="Motivation"),
            ("motivation",),
            _(
                "section_motivation_empty",
                default="Les « vu » et les « considérant » se rédigent ici.",
            ),
        ),
        Section(
            "decision",
            _("decision", default="Décision"),
            ("decision",),
            _("section_decision_empty", default="Rédigez les articles soumis au vote."),
        ),
        Section(
            "vote",
            _("section_vote", default="Résultat du vote"),
            ("vote_text",),
            usual=False,
        ),
        Section(
            "observations",
            _("section_observations", default="Observations"),
            ("observations",),
            usual=False,
        ),
        Section(
            "notes",
            _("section_notes", default="Notes internes"),
            ("internal_notes",),
            _(
                "section_notes_empty",
                default="Lues par le service et le secrétariat, jamais par "
                "l'assemblée.",
            ),
            internal=True,
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
        self.fields = Fields(IMeetingItem).select(*self._used(section.fields))
        for name in SEVERAL & set(self.fields):
            self.fields[name].widgetFactory = CheckBoxFieldWidget

    @property
    def action(self) -> str:
        """The page itself, with the section and the revision that was read."""
        url = f"{self.context.absolute_url()}/view?modifier={self.section.name}"
        return f"{url}&revision={self.read}#{self.section.name}"

    @property
    def read(self) -> int:
        """The revision the person has seen: after a refusal, the one told of."""
        text = self.request.form.get("revision", "")
        known = item_revision(self.context)
        if self.stale or not (isinstance(text, str) and text.isdigit()):
            return known
        return int(text)

    @property
    def stale_notice(self) -> Notice:
        """What a colleague changed while the person was writing."""
        return Notice(
            _(
                "item_stale",
                default="Ce point a changé pendant que vous écriviez : ${changes}. Ce "
                "que vous avez écrit est gardé ci-dessous. Comparez, puis enregistrez "
                "à nouveau.",
                mapping={"changes": self.stale},
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
                edit_item(self.context, values, self.read)
            except StaleRevision as refused:
                self.stale = str(refused.values["changes"])
                return
        self.saved(_("item_saved", default="Enregistré."), self.cancel_url)

    def _used(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Leave out questions that have no or a single answer in this assembly."""
        return tuple(name for name in names if not _pointless(self.context, name))


def _pointless(item: object, name: str) -> bool:
    if name not in ("category", "send_to", "send_to_privacy", "privacy", "list_type"):
        return False
    asked = "send_to" if name == "send_to_privacy" else name
    field = IMeetingItem[asked].bind(item)
    terms = getattr(field, "vocabulary", None) or field.value_type.bind(item).vocabulary
    return len(terms) < (2 if IMeetingItem[asked].required else 1)
