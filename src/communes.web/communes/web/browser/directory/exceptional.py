"""Exceptional days, for one place or for many at once: four boxes and a button."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.writing import short_date
from communes.core.shell.acting import Act
from communes.web.browser.directory import words
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import options
from communes.web.browser.pages.below import OnContentPage
from communes.web.directory import api as door
from communes.web.directory import exceptional
from communes.web.directory import listing
from communes.web.domain.clock import BRUSSELS
from communes.web.domain.reading import BadValue
from communes.web.domain.reading import read
from communes.web.domain.reading import read_value
from communes.web.domain.schedule.record import SpecialDays
from communes.web.i18n import _
from datetime import date
from datetime import datetime
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


CLOSED, OPEN = "ferme", "ouvert"
WAYS = {
    CLOSED: _("exceptional_closed", default="Fermé"),
    OPEN: _("exceptional_open", default="Ouvert à ces heures"),
}


class ExceptionalForm(OnContentPage, FillingPage):
    """``<entry>/horaire-exceptionnel``"""

    template = ViewPageTemplateFile("exceptional.pt")
    page_title = _("exceptional_title", default="Horaire exceptionnel")

    def start(self) -> dict[str, Any]:
        return {"way": CLOSED}

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        return self._days(values)

    @property
    def kept(self) -> list[dict[str, Any]]:
        """The exceptional days to come, each with what takes it back."""
        hours = door.read_entry(self.context).hours
        today = datetime.now(BRUSSELS).date()
        return [
            {"words": days_in_words(one, today), "action": self._forget(one)}
            for one in hours.exceptions
            if one.last >= today
        ]

    def keep(self, values: dict[str, Any]) -> str:
        exceptional.close_on([self.context], days_of(values))
        self.saved(_("exceptional_saved", default="L'horaire exceptionnel est noté."))
        url: str = self.context.absolute_url()
        return url

    def _forget(self, one: SpecialDays) -> Action:
        values = {"premier": one.first.isoformat(), "dernier": one.last.isoformat()}
        return Action(_("rows_remove", default="Retirer"), f"{self.url}-retirer",
                      method="post", values=values, small=True)  # fmt: skip

    def _days(self, values: Mapping[str, Any]) -> list[Group]:
        take = values.get
        times = [
            Field(name, label, "time", take(name, ""))
            for name, label in (
                ("opens", _("exceptional_from", default="De")),
                ("closes", _("exceptional_to", default="À")),
                ("opens_again", _("exceptional_again", default="Puis de")),
                ("closes_again", _("exceptional_to", default="À")),
            )
        ]
        days = [
            Field("first", _("exceptional_first", default="Premier jour"), "date",
                  take("first", ""), required=True),
            Field("last",
                  _("exceptional_last", default="Dernier jour, s'il y en a plusieurs"),
                  "date", take("last", "")),
        ]  # fmt: skip
        why = [
            Field("label", _("exceptional_label", default="Motif"),
                  value=take("label", ""), required=True,
                  placeholder=_("exceptional_example",
                                default="Pont de l'Ascension")),
            Field("way", _("exceptional_way", default="Ce jour-là"), "radios",
                  required=True, options=options(WAYS, [take("way", CLOSED)])),
        ]  # fmt: skip
        return [Group("", days, inline=True), Group("", why),
                Group("", times, inline=True)]  # fmt: skip


class ExceptionalForMany(ExceptionalForm):
    """``<directory>/horaires-exceptionnels``: the same days for several places."""

    page_title = _("exceptional_many_title", default="Horaires exceptionnels")
    kept = ()

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        now = datetime.now(BRUSSELS)
        lines = listing.find(self.context, listing.Wanted(), now)
        known = {one.uid: one.title for one in lines if one.has_hours}
        places = Field(
            "places",
            _("exceptional_places", default="Où"),
            "checkboxes",
            required=True,
            help=_("exceptional_places_help",
                   default="Les fiches qui ont un horaire."),
            options=options(known, values.get("places", [])),
        )  # fmt: skip
        return [*self._days(values), Group("", [places])]

    def keep(self, values: dict[str, Any]) -> str:
        if not values["places"]:
            expected = words.said(_("exceptional_none", default="au moins une fiche"))
            raise BadValue(field="places", name=words.said(
                _("exceptional_places", default="Où")), expected=expected)  # fmt: skip
        found = [door.find_entry(self.context, uid) for uid in values["places"]]
        exceptional.close_on(found, days_of(values))
        self.saved(
            _("exceptional_many_saved",
              default="L'horaire exceptionnel est noté pour ${count} fiches.",
              mapping={"count": len(found)})
        )  # fmt: skip
        url: str = self.context.absolute_url()
        return url


class ForgetDays(Act):
    """``<entry>/horaire-exceptionnel-retirer``"""

    def act(self) -> dict[str, Any]:
        first = read_value(SpecialDays, "first", self.given("premier"))
        last = read_value(SpecialDays, "last", self.given("dernier"))
        exceptional.forget_days(self.context, first, last)
        said = _("exceptional_removed", default="L'horaire exceptionnel est retiré.")
        return {"message": said}


def days_of(values: Mapping[str, Any]) -> SpecialDays:
    """Return the days that were typed.

    :raises InvalidInput: a box is empty or wrong.
    """
    for name, label in (("first", "Premier jour"), ("label", "Motif")):
        if not values[name]:
            raise BadValue(field=name, name=label, expected="une réponse")
    pairs = ((values["opens"], values["closes"]),
             (values["opens_again"], values["closes_again"]))  # fmt: skip
    found = [f"{opens}-{closes}" for opens, closes in pairs if opens or closes]
    if values["way"] == OPEN and not found:
        raise BadValue(field="opens", name="De", expected="une heure")
    given = {
        "first": values["first"],
        "last": values["last"] or values["first"],
        "label": values["label"],
        "intervals": found if values["way"] == OPEN else [],
    }
    return read(SpecialDays, given)


def days_in_words(one: SpecialDays, today: date) -> str:
    """Return « jeu. 24 déc. – jeu. 31 déc. : Fermé (Fêtes) »."""
    days = short_date(one.first, today)
    if one.last != one.first:
        days = f"{days} – {short_date(one.last, today)}"
    label = f" ({one.label})" if one.label else ""
    return f"{days} : {words.intervals(one.intervals)}{label}"
