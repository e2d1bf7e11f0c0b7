"""The form of a sheet, in the order a citizen will read it."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.writing import NotANumber
from communes.core.parts.domain.writing import read_amount
from communes.web.api.choices import audiences
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.browser.filling.rows import Rows
from communes.web.browser.pages.below import BelowPage
from communes.web.browser.services_sheets import words
from communes.web.directory import listing as entries
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.reading import BadValue
from communes.web.i18n import _
from communes.web.sheets import api as door
from communes.web.sheets import listing
from datetime import datetime
from plone.i18n.normalizer import idnormalizer
from typing import Any


#: Rows whose ids are made of what they say.
_NAMED = ("conditions", "pieces", "results", "rules")


class ServiceForm(FillingPage):
    """Base of the form of a new sheet and of one that is there."""

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        return [
            Group(_("service_group_what", default="De quoi il s'agit"),
                  self._what(values)),
            Group(_("service_group_who", default="Pour qui"), self._who(values)),
            Group(_("service_group_how", default="Comment faire"), self._how(values)),
            Group(_("service_group_get", default="Coût, délai, résultat"),
                  self._get(values)),
            Group(_("service_group_ask", default="Où s'adresser"), self._ask(values)),
            Group(_("service_group_more", default="Pour en savoir plus"),
                  self._more(values)),
        ]  # fmt: skip

    def _what(self, values: Mapping[str, Any]) -> list[Field | Rows]:
        take = values.get
        return [
            Field("title", _("service_title", default="Nom de la démarche"),
                  value=take("title", ""), required=True,
                  placeholder=_("service_title_example",
                                default="Demander un permis de conduire")),
            Field("description", _("label_description", default="Résumé"), "textarea",
                  take("description", ""), required=True, rows=3,
                  help=_("service_description_help",
                         default="Une ou deux phrases avec les mots des citoyens.")),
            Field("introduction", _("service_introduction", default="Introduction"),
                  "textarea", take("introduction", "")),
            Field("why_suspended",
                  _("service_suspended", default="Suspendue, et pourquoi"),
                  value=take("why_suspended", ""),
                  help=_("service_suspended_help",
                         default="Vide quand la démarche est disponible.")),
        ]  # fmt: skip

    def _who(self, values: Mapping[str, Any]) -> list[Field | Rows]:
        take = values.get
        return [
            Field("for_whom", _("service_for_whom", default="À qui elle s'adresse"),
                  "textarea", take("for_whom", ""), rows=3),
            Field("who_may_ask", _("service_who_may_ask", default="Qui peut demander"),
                  "textarea", take("who_may_ask", ""), rows=3),
            self._named("conditions", _("service_conditions", default="Conditions"),
                        values),
            Field("audiences", _("label_audiences", default="Je suis"), "checkboxes",
                  options=options(dict(audiences()), take("audiences", []))),
            Field("life_events",
                  _("service_life_events", default="Moments de la vie"), "checkboxes",
                  options=options(words.LIFE_EVENTS, take("life_events", []))),
        ]  # fmt: skip

    def _how(self, values: Mapping[str, Any]) -> list[Field | Rows]:
        take = values.get
        return [
            Field("steps", _("service_steps", default="Étapes"), "textarea",
                  take("steps", ""), rows=6,
                  help=_("service_steps_help", default="Une par ligne, dans l'ordre.")),
            self._named("pieces", _("service_pieces", default="Pièces à fournir"),
                        values),
            Field("form_url",
                  _("service_form_url", default="Adresse du formulaire en ligne"),
                  value=take("form_url", ""), placeholder="https://"),
            Field("button", _("service_button", default="Ce que dit le bouton"),
                  "select", options=options(words.BUTTONS,
                                            [take("button", "") or "start"])),
        ]  # fmt: skip

    def _get(self, values: Mapping[str, Any]) -> list[Field | Rows]:
        take = values.get
        costs = (
            Field("amount", _("service_amount", default="Montant"), "amount", unit="€"),
            Field("condition", _("service_cost_when", default="Dans quel cas")),
            Field("validity", _("service_validity", default="Durée de validité")),
        )  # fmt: skip
        return [
            self._named("results", _("service_results", default="Ce que vous obtenez"),
                        values),
            Rows("costs", _("service_costs", default="Coût"), costs,
                 take("costs") or (),
                 _("service_costs_help", default="Rien d'écrit : c'est gratuit.")),
            Field("delay", _("service_delay", default="Délai"), "number",
                  take("delay", ""), unit=_("unit_days", default="jours")),
            Field("delay_note", _("service_delay_note", default="D'où vient ce délai"),
                  value=take("delay_note", "")),
        ]  # fmt: skip

    def _ask(self, values: Mapping[str, Any]) -> list[Field | Rows]:
        take = values.get
        channels = (
            Field("kind", _("row_kind", default="Genre"), "select",
                  options=options(words.CHANNELS)),
            Field("url", _("row_url", default="Adresse web")),
            Field("contact", _("service_contact", default="Précision")),
        )  # fmt: skip
        known = {one.uid: one.title for one in _organisations(self.site)}
        none = _("service_no_authority", default="Choisissez…")
        return [
            Field("authority",
                  _("service_authority", default="Service responsable"), "select",
                  required=True,
                  options=options(known, [take("authority", "")], none)),
            Rows("channels", _("service_channels", default="Canaux"), channels,
                 take("channels") or ()),
        ]  # fmt: skip

    def _more(self, values: Mapping[str, Any]) -> list[Field | Rows]:
        take = values.get
        questions = (
            Field("question", _("service_question", default="Question")),
            Field("answer", _("service_answer", default="Réponse"), "textarea", rows=2),
        )  # fmt: skip
        own = self.context.UID() if self.revision else ""
        others = {one.uid: one.title for one in listing.find() if one.uid != own}
        none = _("select_one", default="Choisissez…")
        choices = options(others, none=none)
        label = _("service_other", default="Démarche")
        other = Field("uid", label, "select", options=choices)
        return [
            self._named("rules", _("service_rules", default="Base légale"), values),
            Rows("questions",
                 _("service_questions", default="Questions fréquentes"), questions,
                 take("questions") or ()),
            Rows("related", _("service_related", default="Démarches liées"), (other,),
                 take("related") or (), choice=True),
        ]  # fmt: skip

    def _named(self, name: str, label: str, values: Mapping[str, Any]) -> Rows:
        columns = (
            Field("title", _("row_title", default="Intitulé")),
            Field("description", _("row_description", default="Précision")),
        )  # fmt: skip
        return Rows(name, label, columns, values.get(name) or ())


class NewService(BelowPage, ServiceForm):
    """``<folder>/nouvelle-demarche``"""

    page_title = _("service_new", default="Nouvelle démarche")

    def start(self) -> dict[str, Any]:
        return {"button": "start"}

    def keep(self, values: dict[str, Any]) -> str:
        made = door.create_service(self.context, as_sheet(values, {}))
        self.saved(_("service_created", default="La démarche est créée, en privé."))
        return str(made.absolute_url())


class EditService(ContentForm, ServiceForm):
    """``<service>/modifier``"""

    page_title = _("service_edit", default="Modifier la démarche")

    def start(self) -> dict[str, Any]:
        return as_typed(door.service_values(self.context))

    def keep(self, values: dict[str, Any]) -> str:
        kept = door.service_values(self.context)
        door.edit_service(self.context, as_sheet(values, kept), self.given_revision)
        self.saved(_("service_saved", default="La démarche est enregistrée."))
        return self.cancel_url


def as_typed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain values of a sheet as the boxes of the form hold them."""
    costs = [
        {**one, "amount": one["amount"].replace(".", ",")} for one in values["costs"]
    ]
    asked = [{"question": one, "answer": two} for one, two in values["questions"]]
    delay = values["delay"]
    return {
        **values,
        "steps": "\n".join(values["steps"]),
        "costs": costs,
        "questions": asked,
        "delay": "" if delay is None else str(delay),
        "related": [{"uid": one} for one in values["related"]],
    }


def as_sheet(values: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed as the plain values of a sheet; rows keep their ids.

    :raises BadValue: an amount or a number of days is none.
    """
    found = dict(values)
    for name in _NAMED:
        found[name] = with_ids(values[name], kept.get(name, ()), "title")
    costs = [{**one, "amount": _amount(one["amount"])} for one in values["costs"]]
    found["costs"] = with_ids(costs, kept.get("costs", ()), "condition")
    found["channels"] = with_ids(values["channels"], kept.get("channels", ()), "kind")
    found["steps"] = [
        one.strip() for one in values["steps"].splitlines() if one.strip()
    ]
    found["questions"] = [
        [one["question"], one["answer"]] for one in values["questions"]
    ]
    found["related"] = [one["uid"] for one in values["related"]]
    found["delay"] = _days(values["delay"])
    return found


def with_ids(rows: list[dict[str, str]], kept: Any, name: str) -> list[dict[str, str]]:
    """Return rows each with an id of its own, the one it had while it says the same."""
    known = {one[name]: one["id"] for one in kept}
    taken: set[str] = set()
    found = []
    for row in rows:
        base = known.get(row[name]) or (
            idnormalizer.normalize(row[name], max_length=40) or "ligne"
        )
        id, number = base, 1
        while id in taken:
            number += 1
            id = f"{base}-{number}"
        taken.add(id)
        found.append({**row, "id": id})
    return found


def _amount(typed: str) -> str:
    try:
        return str(read_amount(typed))
    except NotANumber as wrong:
        expected = "un montant comme 12,50"
        raise BadValue(field="costs", name="Coût", expected=expected) from wrong


def _days(typed: str) -> int | None:
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) < 6):
        raise BadValue(field="delay", name="Délai", expected="un nombre de jours")
    return int(typed)


def _organisations(site: Any) -> list[entries.Line]:
    wanted = entries.Wanted(kind="organisation")
    return entries.find(site, wanted, datetime.now(BRUSSELS))
