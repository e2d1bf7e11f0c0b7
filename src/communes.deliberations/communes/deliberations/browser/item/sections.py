"""The sections of an item and the form in which each is written."""

from collections.abc import Mapping
from communes.deliberations.api.item import edit_item
from communes.deliberations.api.item import item_revision
from communes.deliberations.api.types import IMeetingItem
from communes.deliberations.browser.revising import SharedForm
from communes.deliberations.i18n import _
from communes.deliberations.permissions import PRESENT_ITEM
from communes.deliberations.permissions import VIEW_INTERNAL_NOTES
from dataclasses import dataclass
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.field import Fields


#: Questions with several answers: boxes, which need no script.
SEVERAL = frozenset(
    {"groups_in_charge", "send_to", "copy_groups", "restricted_copy_groups"}
)


#: Questions that are not asked where there is nothing, or one thing, to choose.
POINTLESS_ALONE = frozenset(
    {
        "category",
        "send_to",
        "send_to_privacy",
        "send_to_title",
        "send_to_motivation",
        "send_to_decision",
        "privacy",
        "treatment",
        "list_type",
        "fixes_agenda_of",
    }
)


@dataclass(frozen=True)
class Section:
    """A part of an item that is written in one go.

    ``usual``: offered though it is still empty; ``decided``: so once the item is
    decided; ``permission``: what one needs to
    read it beside the item; ``text``: shown as text on the page, field by field.
    """

    name: str
    title: str
    fields: tuple[str, ...]
    empty: str = ""
    verb: str = _("button_edit", default="Modifier")
    text: bool = True
    usual: bool = True
    decided: bool = False
    permission: str = ""

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
                "treatment",
                "poll_type",
                "preferred_meeting",
                "meeting_deadline",
                "urgency",
                "urgency_motivation",
                "keywords",
            ),
            verb=_(
                "section_classification_edit",
                default="Modifier l'objet et le classement",
            ),
            text=False,
        ),
        Section(
            "parcours",
            _("section_route", default="Diffusion et parcours"),
            (
                "copy_groups",
                "restricted_copy_groups",
                "send_to",
                "send_to_privacy",
                "tutelle",
                "out_of_meeting",
                "out_of_meeting_emergency",
                "fixes_agenda_of",
            ),
            verb=_(
                "section_route_edit",
                default="Modifier la diffusion et le parcours",
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
            "budget",
            _("section_budget", default="Incidence budgétaire"),
            (
                "budget_related",
                "budget_amount",
                "budget_article",
                "budget_year",
                "budget_text",
            ),
            _(
                "section_budget_empty",
                default="Dites si la décision coûte ou rapporte, et sur quel article.",
            ),
        ),
        Section(
            "autre-assemblee",
            _("section_elsewhere", default="Textes pour l'autre assemblée"),
            ("send_to_title", "send_to_motivation", "send_to_decision"),
            _(
                "section_elsewhere_empty",
                default="Vides : l'autre assemblée reçoit les textes ci-dessus.",
            ),
        ),
        Section(
            "mentions",
            _("section_marginal", default="Mentions marginales"),
            ("marginal_notes",),
            _(
                "section_marginal_empty",
                default="Ce qui arrive à la décision : annulation, retrait, erreur.",
            ),
            usual=False,
            decided=True,
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
            permission=VIEW_INTERNAL_NOTES,
        ),
        Section(
            "notes-secretariat",
            _("section_manager_notes", default="Notes du secrétariat"),
            ("manager_notes",),
            _(
                "section_manager_notes_empty",
                default="Lues par les gestionnaires de la séance seulement.",
            ),
            permission=PRESENT_ITEM,
        ),
    )
}


class SectionForm(SharedForm):
    """Writes one section; a colleague's change meanwhile is told, not overwritten."""

    stale_words = _(
        "item_stale",
        default="Ce point a changé pendant que vous écriviez : ${changes}. Ce "
        "que vous avez écrit est gardé ci-dessous. Comparez, puis enregistrez "
        "à nouveau.",
    )

    def __init__(self, context: object, request: object, section: Section) -> None:
        super().__init__(context, request)
        self.section = section
        self.fields = Fields(IMeetingItem).select(*used_fields(context, section))
        for name in SEVERAL & set(self.fields):
            self.fields[name].widgetFactory = CheckBoxFieldWidget

    @property
    def action(self) -> str:
        """The page itself, with the section and the revision that was read."""
        url = f"{self.context.absolute_url()}/view?modifier={self.section.name}"
        return f"{url}&revision={self.read}#{self.section.name}"

    @property
    def last_revision(self) -> int:
        return item_revision(self.context)

    @property
    def cancel_url(self) -> str:
        return f"{self.context.absolute_url()}/view#{self.section.name}"

    def keep(self, values: Mapping[str, object]) -> None:
        edit_item(self.context, values, self.read)


def used_fields(item: object, section: Section) -> tuple[str, ...]:
    """Return the questions of a section that have a sense in this assembly.

    Left out: those with no or a single answer.
    """
    return tuple(name for name in section.fields if not _pointless(item, name))


def _pointless(item: object, name: str) -> bool:
    if name not in POINTLESS_ALONE:
        return False
    asked = "send_to" if name.startswith("send_to") else name
    field = IMeetingItem[asked].bind(item)
    chosen_from = field if hasattr(field, "vocabulary") else field.value_type.bind(item)
    terms = chosen_from.vocabulary
    return len(terms) < (2 if IMeetingItem[asked].required else 1)
