"""What a form asks of an event, and what was typed as the values of the door."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.writing import WEEKDAYS
from communes.web.browser.agenda.words import titles
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.domain.agenda.repetition import RHYTHMS
from communes.web.i18n import _
from typing import Any


#: The texts of an event that are kept as they are typed.
TEXTS = ("title", "description", "text", "location", "street", "number", "postcode",
         "town", "contact", "online_url", "ticket_url", "video_url")  # fmt: skip
CHOICES = ("kind", "status")
FLAGS = ("whole_day", "free", "wheelchair")
KINDS = {
    "event": _("kind_event", default="Événement"),
    "activity": _("kind_activity", default="Activité"),
}
STATUSES = {
    "planned": _("status_planned", default="Maintenu"),
    "postponed": _("status_postponed", default="Reporté"),
    "cancelled": _("status_cancelled", default="Annulé"),
}
#: Kept as it came: a rule of another calendar that this form can not say.
OTHER_RULE = "other"


def groups(values: Mapping[str, Any], simple: bool = False) -> list[Group]:
    """Return the form filled with values.

    :param simple: what a citizen is asked, without the state of things.
    """
    found = [
        Group("", _what(values, simple)),
        Group(_("event_group_when", default="Quand"), _when(values)),
    ]
    found.append(Group(_("event_group_again", default="Répétition"), _again(values)))
    found.append(Group(_("event_group_where", default="Où"), _where(values)))
    found.append(Group(_("event_group_more", default="Pratique"), _more(values)))
    return found


def _what(values: Mapping[str, Any], simple: bool) -> list[Field]:
    themes, publics = titles("categories"), titles("audiences")
    found = [
        _text(values, "title", _("label_title", default="Titre"), required=True),
        _text(values, "description", _("label_description", default="Résumé"),
              "textarea",
              help=_("help_description",
                     default="Une ou deux phrases : listes, recherche et réseaux "
                     "les montrent.")),
        _text(values, "text", _("label_text", default="Texte"),
              "textarea" if simple else "richtext", rows=8),
        Field("categories", _("label_categories", default="Thématiques"), "checkboxes",
              options=options(themes, values.get("categories", ()))),
        Field("audiences", _("label_audience", default="Je suis"), "checkboxes",
              options=options(publics, values.get("audiences", ()))),
    ]  # fmt: skip
    if not simple:
        found.insert(3, _choice(values, "kind", _("label_event_kind", default="Genre"),
                                KINDS))  # fmt: skip
        found.insert(4, _choice(values, "status",
                                _("label_status", default="A-t-il lieu ?"),
                                STATUSES))  # fmt: skip
    return found


def _when(values: Mapping[str, Any]) -> list[Field]:
    return [
        _text(values, "first_day", _("event_first_day", default="Premier jour"), "date",
              required=True),
        _text(values, "first_hour", _("event_first_hour", default="Heure de début"),
              "time"),
        _text(values, "last_day", _("event_last_day", default="Dernier jour"), "date",
              help=_("help_last_day", default="Vide : le même jour.")),
        _text(values, "last_hour", _("event_last_hour", default="Heure de fin"), "time",
              help=_("help_last_hour", default="Vide : la fin est ouverte.")),
        _text(values, "whole_day", _("label_whole_day", default="Toute la journée"),
              "checkbox"),
    ]  # fmt: skip


def _again(values: Mapping[str, Any]) -> list[Field]:
    rhythms = {one.value: title for one, title in RHYTHMS.items()}
    if values.get("rhythm") == OTHER_RULE:
        rhythms[OTHER_RULE] = _("rhythm_other", default="Comme aujourd'hui : une règle "
                                "venue d'un autre calendrier")  # fmt: skip
    days = {str(number): name for number, name in enumerate(WEEKDAYS)}
    return [
        _choice(values, "rhythm", _("event_rhythm", default="L'événement revient"),
                rhythms),
        _text(values, "interval", _("event_interval", default="Tous les … (jours, "
              "semaines, mois, ans)"), "number",
              help=_("help_interval", default="2 : une fois sur deux.")),
        Field("weekdays", _("event_weekdays", default="Les jours de la semaine"),
              "checkboxes", options=options(days, values.get("weekdays", ())),
              help=_("help_weekdays", default="Si l'événement revient chaque "
                     "semaine.")),
        _text(values, "until", _("event_until", default="Jusqu'au"), "date",
              help=_("help_until", default="Vide, et sans nombre : il continue.")),
        _text(values, "count", _("event_count", default="Ou : nombre de fois"),
              "number"),
        _text(values, "except", _("event_except", default="Sauf ces jours"), "textarea",
              rows=3, help=_("help_except",
                             default="Un par ligne, comme 24/12/2026.")),
        _text(values, "added", _("event_added", default="Et aussi ces jours"),
              "textarea", rows=2, help=_("help_added",
                                         default="Un par ligne, à la même heure.")),
    ]  # fmt: skip


def _where(values: Mapping[str, Any]) -> list[Field]:
    return [
        _text(values, "location", _("label_location", default="Lieu"),
              help=_("help_location", default="Le nom de la salle ou de la place.")),
        _text(values, "street", _("label_street", default="Rue")),
        _text(values, "number", _("label_number", default="Numéro")),
        _text(values, "postcode", _("label_postcode", default="Code postal")),
        _text(values, "town", _("label_town", default="Localité")),
        _text(values, "online_url",
              _("label_online_url", default="Participer en ligne (adresse)")),
    ]  # fmt: skip


def _more(values: Mapping[str, Any]) -> list[Field]:
    return [
        _text(values, "free", _("label_free", default="Gratuit"), "checkbox"),
        _text(values, "wheelchair", _("label_wheelchair", default="Accessible aux PMR"),
              "checkbox"),
        _text(values, "ticket_url",
              _("label_ticket_url", default="Billetterie (adresse)")),
        _text(values, "contact", _("label_contact", default="Contact"),
              help=_("help_contact", default="Téléphone ou adresse électronique.")),
        _text(values, "organisers",
              _("label_organisers", default="Organisateurs et partenaires"),
              "textarea", rows=2,
              help=_("help_organisers", default="Un par ligne.")),
        _text(values, "video_url", _("label_video", default="Vidéo (adresse)")),
    ]  # fmt: skip


def _text(
    values: Mapping[str, Any], name: str, label: str, kind: str = "text", **more: Any
) -> Field:
    return Field(name, label, kind, str(values.get(name) or ""), **more)


def _choice(
    values: Mapping[str, Any], name: str, label: str, known: Mapping[str, str]
) -> Field:
    chosen = str(values.get(name) or next(iter(known)))
    found = tuple(Option(one, title, one == chosen) for one, title in known.items())
    return Field(name, label, "select", options=found, required=True)
