"""What is done to the sections of a page at once: moved, hidden, taken away, undone."""

from communes.core.parts.domain.reading import whole
from communes.core.shell.acting import Act
from communes.web.api.pages import change_section
from communes.web.api.pages import move_section
from communes.web.api.pages import remove_section
from communes.web.api.pages import section
from communes.web.api.pages import shift_section
from communes.web.api.pages import undo
from communes.web.i18n import _
from typing import Any


class SectionAct(Act):
    """Base: leads back to the section on the page where it is written."""

    def back(self) -> str:
        url = f"{self.context.absolute_url()}/modifier"
        asked = self.given("section")
        return f"{url}#{asked}" if asked else url


class Place(SectionAct):
    """A script puts a section (``item``) before another (``before``), or last."""

    def act(self) -> dict[str, Any]:
        move_section(
            self.context, self.given("item"), self.given("before"), self.revision
        )
        # The next move of the same page begins from what this one has made.
        url = f"{self.context.absolute_url()}/section-placer"
        return {"next": f"{url}?revision={self.context.revision}"}


class Shift(SectionAct):
    """A button moves a section by one place: ``de`` is -1 or 1."""

    def act(self) -> dict[str, Any]:
        by = -1 if self.given("de") == "-1" else 1
        shift_section(self.context, self.given("section"), by, self.revision)
        return {"message": _("section_moved", default="La section est déplacée.")}


class Hide(SectionAct):
    """Hides a section that is shown, shows one that is hidden."""

    def act(self) -> dict[str, Any]:
        one = section(self.context, self.given("section"))
        values = {"hidden": not one.hidden}
        change_section(self.context, one.id, values, self.revision)
        if one.hidden:
            return {"message": _("section_shown", default="La section est montrée.")}
        return {"message": _("section_hid", default="La section est masquée.")}


class Remove(SectionAct):
    """Takes a section away; the message says how to bring it back."""

    def act(self) -> dict[str, Any]:
        remove_section(self.context, self.given("section"), self.revision)
        said = _(
            "section_removed",
            default="La section est retirée. « Annuler la dernière modification » la "
            "ramène.",
        )
        return {"message": said}

    def back(self) -> str:
        return f"{self.context.absolute_url()}/modifier"


class Undo(SectionAct):
    """Brings the page back to what it was, or to the revision ``vers``."""

    def act(self) -> dict[str, Any]:
        undo(self.context, whole(self.given("vers"), None), self.revision)
        return {"message": _("undone", default="La page est rétablie.")}
