"""``suivi``: the tab with everything that is kept beside the texts of an item."""

from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Event
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tag
from communes.core.parts.domain.writing import hour
from communes.core.parts.domain.writing import short_date
from communes.deliberations.api.assembly import assemblies
from communes.deliberations.api.claim import claim_view
from communes.deliberations.api.completeness import completeness
from communes.deliberations.api.completeness import CompletenessView
from communes.deliberations.api.label import labels
from communes.deliberations.api.link import candidates
from communes.deliberations.api.link import links
from communes.deliberations.browser import words
from communes.deliberations.browser.item.frame import ItemFrame
from communes.deliberations.browser.tracking.claiming import claim_actions
from communes.deliberations.domain.preparation.completeness import Completeness
from communes.deliberations.domain.preparation.completeness import COMPLETENESS_LABELS
from communes.deliberations.domain.preparation.completeness import JUDGEMENTS
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


COMPLETENESS_KINDS = {
    Completeness.NOT_EVALUATED: "wait",
    Completeness.COMPLETE: "ok",
    Completeness.INCOMPLETE: "late",
    Completeness.ASKED_AGAIN: "wait",
    Completeness.NOT_REQUIRED: "off",
}


class ItemTracking(ItemFrame):
    """Who has the item, whether its file is complete, its labels and its links."""

    tab = "tracking"
    template = ViewPageTemplateFile("page.pt")
    save = Action(
        _("button_save", default="Enregistrer"), primary=True, method="submit"
    )
    ask_again = Action(
        _("button_ask_again", default="Demander un nouveau contrôle"),
        primary=True,
        method="submit",
        name="value",
        value="asked_again",
    )
    search = Action(_("button_search", default="Chercher"), method="submit")
    put_labels = Action(
        _("button_put_labels", default="Poser ces étiquettes"), method="submit"
    )
    save_own_labels = Action(
        _("button_save_own_labels", default="Enregistrer mes étiquettes"),
        method="submit",
    )
    links_caption = _("tracking_links", default="Points liés")
    no_links = _("tracking_no_links", default="Aucun point lié.")
    no_links_text = _(
        "tracking_no_links_text",
        default="Cherchez un point par un mot de son objet pour le lier à celui-ci.",
    )

    def __call__(self) -> str:
        return self.template()

    @cached_property
    def claim(self):
        """Who has taken the item over."""
        return claim_view(self.context)

    @property
    def claim_actions(self) -> list[Action]:
        return claim_actions(self.context, self.claim)

    @cached_property
    def check(self) -> CompletenessView | None:
        """The check of the file; None where none is made, or told to this person."""
        view = completeness(self.context) if self.reads_notes else None
        return view if view is not None and view.used else None

    @property
    def check_tag(self) -> Tag:
        """What was last said of the file."""
        return completeness_tag(self.check.value)

    @property
    def said(self) -> list[Event]:
        """What was said, the last first."""
        today = date.today()
        found = []
        for one in self.check.said:
            when = f"{short_date(one.at.date(), today)}, {hour(one.at)}"
            title = label(COMPLETENESS_LABELS, one.value)
            detail = words.joined((one.by, when, one.missing), self.request)
            found.append(Event(title, detail))
        return found

    @property
    def check_fields(self) -> list[Field]:
        """The form of whoever rereads."""
        offered = [one for one in Completeness if one in JUDGEMENTS]
        options = tuple(
            Option(one.value, label(COMPLETENESS_LABELS, one), one == self.check.value)
            for one in offered
        )
        return [
            Field(
                "value",
                _("tracking_file_is", default="Le dossier est"),
                "radios",
                options=options,
                required=True,
            ),
            Field(
                "missing",
                _("tracking_missing", default="Ce qui manque"),
                "textarea",
                help=_(
                    "tracking_missing_help",
                    default="Lu par le service, qui le complétera.",
                ),
                rows=3,
            ),
        ]

    @cached_property
    def labels(self):
        """The labels as this person sees them."""
        return labels(self.context)

    @property
    def label_fields(self) -> list[Field]:
        """The common labels as boxes, for those who put them."""
        if not (self.labels.may_common and self.labels.known):
            return []
        on = {one.id for one in self.labels.common}
        options = tuple(
            Option(one.id, one.title, one.id in on) for one in self.labels.known
        )
        title = _("tracking_common_labels", default="Étiquettes communes")
        return [Field("labels", title, "checkboxes", options=options)]

    @property
    def own_field(self) -> Field:
        """The person's own labels, one line."""
        return Field(
            "own",
            _("tracking_own_labels", default="Mes étiquettes"),
            value=", ".join(self.labels.own),
            help=_(
                "tracking_own_labels_help",
                default="Séparées par des virgules. Vous seul les voyez.",
            ),
        )

    @cached_property
    def links(self) -> list[dict]:
        """The linked items this person may see."""
        names = {one.getId(): one for one in assemblies(api.portal.get())}
        return [self._link(one, names) for one in links(self.context)]

    @property
    def asked(self) -> str:
        """The word by which an item to link is looked for."""
        value = self.request.form.get("q", "")
        return value.strip() if isinstance(value, str) else ""

    @property
    def search_field(self) -> Field:
        title = _("tracking_find", default="Lier un point")
        return Field(
            "q",
            title,
            "search",
            value=self.asked,
            placeholder=_("tracking_find_example", default="mot de l'objet"),
        )

    @property
    def found(self) -> list[dict]:
        """The items that may be linked, each with its button."""
        linked = {one["uid"] for one in self.links} | {self.context.UID()}
        url = f"{self.context.absolute_url()}/suivi-lier"
        title = _("button_link", default="Lier")
        return [
            {
                "title": one.title,
                "link": Action(
                    title, url, method="post", small=True, values={"uid": one.uid}
                ),
            }
            for one in candidates(self.asked)
            if one.uid not in linked
        ]

    def _link(self, one: object, names: dict) -> dict:
        organ = names.get(one.assembly)
        remove = Action(
            _("button_take_away", default="Retirer"),
            f"{self.context.absolute_url()}/suivi-delier",
            method="post",
            small=True,
            values={"uid": one.uid},
        )
        return {
            "uid": one.uid,
            "title": one.title,
            "url": self.request.physicalPathToURL(one.path),
            "organ": organ.title if organ is not None else "",
            "tag": words.item_tag(one.state),
            "remove": remove if self.reads_notes else None,
        }


def completeness_tag(value: str) -> Tag:
    """Return the tag of a completeness."""
    known = Completeness(value)
    return Tag(label(COMPLETENESS_LABELS, known), COMPLETENESS_KINDS[known])
