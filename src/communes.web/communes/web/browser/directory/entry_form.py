"""The form of an entry: what it is, how to reach it, where it is."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Field
from communes.web.browser.directory import words
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.browser.filling.rows import Rows
from communes.web.browser.pages.below import BelowPage
from communes.web.directory import api as door
from communes.web.domain.directory import EntryKind
from communes.web.domain.phone import spoken
from communes.web.domain.reading import BadValue
from communes.web.i18n import _
from functools import cached_property
from typing import Any


_LABEL = Field(
    "label",
    _("row_label", default="Libellé"),
    placeholder=_("row_label_example", default="Accueil, secrétariat…"),
)
_ADDRESS = ("street", "number", "postcode", "town")


def contact_groups(values: Mapping[str, Any]) -> list[Group]:
    """Return the groups anybody who knows the place can fill: how to reach it."""
    phones = (
        Field("number", _("row_number", default="Numéro"),
              placeholder="082 12 34 56"),
        _LABEL,
        Field("kind", _("row_kind", default="Genre"), "select",
              options=options(words.PHONES)),
    )  # fmt: skip
    mails = (
        Field("address", _("row_address", default="Adresse"), "email"),
        _LABEL,
    )
    links = (
        Field("url", _("row_url", default="Adresse web"),
              placeholder="https://"),
        _LABEL,
        Field("kind", _("row_kind", default="Genre"), "select",
              options=options(words.LINKS)),
    )  # fmt: skip
    take = values.get
    return [
        Group(
            _("group_reach", default="Joindre"),
            (
                Rows("phones", _("label_phones", default="Téléphones"), phones,
                     take("phones") or ()),
                Rows("mails", _("label_mails", default="Adresses électroniques"),
                     mails, take("mails") or ()),
                Rows("links", _("label_links", default="Sites et réseaux"), links,
                     take("links") or ()),
            ),
            _("group_reach_help",
              default="Tout le monde lit ces coordonnées. Videz une ligne pour la "
              "retirer."),
        ),
        Group(
            _("group_address", default="Adresse"),
            (
                Field("street", _("label_street", default="Rue"),
                      value=take("street", "")),
                Field("number", _("label_number", default="Numéro"),
                      value=take("number", "")),
                Field("postcode", _("label_postcode", default="Code postal"),
                      value=take("postcode", "")),
                Field("town", _("label_town", default="Localité"),
                      value=take("town", "")),
            ),
            inline=True,
        ),
    ]  # fmt: skip


class EntryForm(FillingPage):
    """Base of the form of a new entry and of one that is there."""

    def start(self) -> dict[str, Any]:
        return {"kind": EntryKind.ORGANISATION.value}

    @cached_property
    def directory(self) -> Any:
        return door.directory_above(self.context)

    @property
    def identity(self) -> str:
        return self.directory.title

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        take = values.get
        return [
            Group(
                _("group_what", default="Qui ou quoi"),
                (
                    Field("title", _("label_name", default="Nom"), required=True,
                          value=take("title", "")),
                    Field("kind", _("row_kind", default="Genre"), "radios",
                          required=True,
                          options=options(words.KINDS, [take("kind", "")])),
                    Field("subtitle", _("label_subtitle", default="Sous-titre"),
                          value=take("subtitle", "")),
                    Field("description", _("label_about", default="Présentation"),
                          "textarea", value=take("description", "")),
                    *self._sorting(values),
                ),
            ),
            *contact_groups(values),
            Group(
                _("group_place", default="Sur la carte"),
                (
                    Field("latitude", _("label_latitude", default="Latitude"),
                          value=take("latitude", ""), placeholder="50,2606"),
                    Field("longitude", _("label_longitude", default="Longitude"),
                          value=take("longitude", ""), placeholder="4,9122"),
                ),
                _("group_place_help",
                  default="En degrés, comme les donne une carte. Une fiche sans "
                  "coordonnées n'est que dans la liste."),
                inline=True,
            ),
            Group(
                _("label_facilities", default="Ce qu'on y trouve"),
                (
                    Field("facilities",
                          _("label_facility", default="Équipement"),
                          "checkboxes",
                          options=options(words.FACILITIES, take("facilities", []))),
                ),
                _("group_facilities_help",
                  default="Des filtres de l'annuaire et des couches de la carte."),
            ),
            self._business(values),
        ]  # fmt: skip

    def _sorting(self, values: Mapping[str, Any]) -> list[Field]:
        tree = door.taxonomy(self.directory)
        known = {
            one.id: " › ".join(step.title for step in tree.path(one.id))
            for one in door.categories(self.directory)
        }
        if not known:
            return []
        return [
            Field("categories", _("label_sorts", default="Catégories"), "checkboxes",
                  options=options(known, values.get("categories", [])))
        ]  # fmt: skip

    def _business(self, values: Mapping[str, Any]) -> Group:
        fields = [
            Field("enterprise_number",
                  _("label_enterprise", default="Numéro d'entreprise ou de TVA"),
                  value=values.get("enterprise_number", ""),
                  placeholder="BE 0207.336.212")
        ]  # fmt: skip
        known = {one.id: one.title for one in door.entities(self.directory)}
        if known:
            none = _("entity_none", default="Sans précision")
            fields += [
                Field("entity", _("label_entity", default="Commune qui tient la fiche"),
                      "select", required=True,
                      options=options(known, [values.get("entity", "")], none)),
            ]  # fmt: skip
        if len(known) > 1:
            fields += [
                Field("shown_in", _("label_shown_in", default="Montrée aussi à"),
                      "checkboxes",
                      options=options(known, values.get("shown_in", []))),
            ]  # fmt: skip
        return Group(_("group_more", default="Encore"), fields)


class NewEntry(BelowPage, EntryForm):
    """``<directory or entry>/nouvelle-fiche``"""

    page_title = _("entry_new", default="Nouvelle fiche")

    def keep(self, values: dict[str, Any]) -> str:
        made = door.create_entry(self.context, as_entry(values))
        self.saved(
            _("entry_created",
              default="La fiche est créée. Écrivez ses horaires, puis publiez-la.")
        )  # fmt: skip
        return f"{made.absolute_url()}/horaires"


class EditEntry(ContentForm, EntryForm):
    """``<entry>/modifier``"""

    page_title = _("entry_edit", default="Modifier la fiche")

    def start(self) -> dict[str, Any]:
        return as_typed(door.entry_values(self.context))

    def keep(self, values: dict[str, Any]) -> str:
        door.edit_entry(self.context, as_entry(values), self.given_revision)
        self.saved(_("entry_saved", default="La fiche est enregistrée."))
        return self.cancel_url


def as_typed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the plain values of an entry as the boxes of the form hold them."""
    place = values.get("place") or {}
    rows = [
        {**one, "number": spoken(one["number"])} for one in values.get("phones", ())
    ]
    return {
        **values,
        **(values.get("address") or {}),
        "phones": rows,
        **{
            name: str(place[name]).replace(".", ",") if place else ""
            for name in ("latitude", "longitude")
        },
    }


def as_entry(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was typed as the plain values of an entry.

    :raises BadValue: a coordinate is no number, or one of two is missing.
    """
    boxes = (*_ADDRESS, "latitude", "longitude")
    found = {name: one for name, one in values.items() if name not in boxes}
    found["address"] = {name: values.get(name, "") for name in _ADDRESS}
    if "latitude" in values:
        found["place"] = _place(values["latitude"], values["longitude"])
    return found


def _place(latitude: str, longitude: str) -> dict[str, float] | None:
    if not latitude and not longitude:
        return None
    return {
        "latitude": _degrees("latitude", latitude),
        "longitude": _degrees("longitude", longitude),
    }


def _degrees(name: str, typed: str) -> float:
    try:
        return float(typed.replace(",", "."))
    except ValueError as wrong:
        expected = "des degrés comme 50,2606"
        raise BadValue(field=name, name=name, expected=expected) from wrong
