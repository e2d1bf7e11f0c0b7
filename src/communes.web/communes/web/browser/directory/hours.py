"""The hours of a place as a secretary writes them: a week, morning and afternoon."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Field
from communes.web.browser.directory import words
from communes.web.browser.filling.content_form import ContentForm
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import text_of
from communes.web.directory import api as door
from communes.web.i18n import _
from dataclasses import dataclass
from dataclasses import replace
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


#: An ordinary one, by appointment, summer, and one to write.
MOST = 8
COPY = "recopier"
_HEADS = (
    _("hours_opens", default="Ouvre"),
    _("hours_closes", default="Ferme"),
    _("hours_opens_again", default="Rouvre"),
    _("hours_closes_again", default="Referme"),
)
USUAL = _("schedule_usual", default="Horaire")


@dataclass(frozen=True)
class WeekForm:
    """The boxes of one schedule."""

    number: int
    fields: tuple[Field, ...]
    days: tuple[tuple[str, tuple[Field, ...]], ...]
    copy: Action
    #: Nothing is written in it: it is there to add one.
    empty: bool = False


def week_form(number: int, values: Mapping[str, Any]) -> WeekForm:
    """Return the boxes of a schedule, filled with plain values of ``Schedule``."""
    name = f"h{number}"
    week = values.get("week") or [{}] * len(words.DAYS)
    title = _("schedule_copy", default="Recopier le lundi du mardi au vendredi")
    return WeekForm(
        number,
        (
            Field(f"{name}.name", _("schedule_name", default="Nom de l'horaire"),
                  value=values.get("name", ""),
                  placeholder=_("schedule_name_example",
                                default="Horaire, horaire d'été…")),
            Field(f"{name}.starts", _("schedule_starts", default="À partir du"), "date",
                  values.get("starts") or ""),
            Field(f"{name}.ends", _("schedule_ends", default="Jusqu'au"), "date",
                  values.get("ends") or ""),
            Field(f"{name}.rdv",
                  _("schedule_appointment", default="Sur rendez-vous"), "checkbox",
                  "1" if values.get("by_appointment") else ""),
        ),
        tuple(
            (day, _day_fields(f"{name}.{place}", week[place]))
            for place, day in enumerate(words.DAYS)
        ),
        Action(title, method="submit", name="geste", value=f"{COPY}:{number}",
               small=True),
    )  # fmt: skip


def _day_fields(name: str, day: Mapping[str, Any]) -> tuple[Field, ...]:
    times = [part for one in day.get("intervals", ()) for part in one.split("-")]
    boxes = [*times, *[""] * 4][:4]
    fields = [
        Field(f"{name}.{place}", head, "time",
              "00:00" if boxes[place] == "24:00" else boxes[place])
        for place, head in enumerate(_HEADS)
    ]  # fmt: skip
    comment = Field(f"{name}.c", _("hours_comment", default="Remarque"),
                    value=day.get("comment", ""))  # fmt: skip
    return (*fields, comment)


def read_week(form: Mapping[str, object], number: int) -> dict[str, Any] | None:
    """Return a schedule that was typed as plain values; None when nothing was."""
    name = f"h{number}"
    week = [_read_day(form, f"{name}.{place}") for place in range(len(words.DAYS))]
    title = text_of(form, f"{name}.name")
    if not title and not any(day["intervals"] or day["comment"] for day in week):
        return None
    return {
        "name": title or words.said(USUAL),
        "week": week,
        "starts": text_of(form, f"{name}.starts") or None,
        "ends": text_of(form, f"{name}.ends") or None,
        "by_appointment": bool(text_of(form, f"{name}.rdv")),
    }


def _read_day(form: Mapping[str, object], name: str) -> dict[str, Any]:
    times = [text_of(form, f"{name}.{place}") for place in range(4)]
    pairs = (times[:2], times[2:])
    # A place that closes at midnight is typed « 00:00 ».
    found = [
        f"{opens}-{'24:00' if closes == '00:00' else closes}"
        for opens, closes in pairs
        if opens or closes
    ]
    return {"intervals": found, "comment": text_of(form, f"{name}.c")}


class HoursForm(ContentForm):
    """``<entry>/horaires``"""

    template = ViewPageTemplateFile("hours.pt")
    page_title = _("hours_title", default="Horaires")

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        return [
            Group(
                "",
                [
                    Field("closed_on_holidays",
                          _("hours_holidays", default="Fermé les jours fériés légaux"),
                          "checkbox", values.get("closed_on_holidays", ""))
                ],
            )
        ]  # fmt: skip

    def start(self) -> dict[str, Any]:
        hours = door.read_entry(self.context).hours
        return {"closed_on_holidays": "1" if hours.closed_on_holidays else ""}

    @cached_property
    def weeks(self) -> list[WeekForm]:
        """One form a schedule, and an empty one."""
        gesture = text_of(self.form, "geste")
        if self.request.method == "POST":
            rows = [
                copied(row) if gesture == f"{COPY}:{place}" else row
                for place, row in self._typed_weeks()
            ]
        else:
            rows = list(door.entry_values(self.context)["hours"]["schedules"])
        found = [week_form(place, row) for place, row in enumerate([*rows, {}][:MOST])]
        # The first is always open: there is nothing else to write in.
        return [replace(one, empty=one.number >= max(len(rows), 1)) for one in found]

    @property
    def exceptional_url(self) -> str:
        return f"{self.context.absolute_url()}/horaire-exceptionnel"

    def keep(self, values: dict[str, Any]) -> str:
        hours = {
            **door.entry_values(self.context)["hours"],
            "schedules": [row for _place, row in self._typed_weeks()],
            "closed_on_holidays": bool(values["closed_on_holidays"]),
        }
        door.edit_entry(self.context, {"hours": hours}, self.given_revision)
        self.saved(_("hours_saved", default="Les horaires sont enregistrés."))
        return self.cancel_url

    def _typed_weeks(self) -> list[tuple[int, dict[str, Any]]]:
        """Return the schedules that were typed, each with the number of its form."""
        found = [(place, read_week(self.form, place)) for place in range(MOST)]
        return [(place, row) for place, row in found if row is not None]


def copied(row: dict[str, Any]) -> dict[str, Any]:
    """Return a schedule whose days until Friday are as its Monday."""
    monday, *others = row["week"]
    return {**row, "week": [monday] * 5 + others[4:]}
