"""``<page>/section?id=`` or ``?sorte=&apres=``: one section, written or new."""

from collections.abc import Mapping
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.web.api.pages import add_section
from communes.web.api.pages import change_section
from communes.web.api.pages import kinds
from communes.web.api.pages import section
from communes.web.api.section_choices import section_choices
from communes.web.browser.editing.kinds import group_of
from communes.web.browser.editing.kinds import holds_of
from communes.web.browser.editing.kinds import typed_of
from communes.web.browser.editing.wording import CHOICES
from communes.web.browser.filling.page import FillingPage
from communes.web.browser.filling.page import Group
from communes.web.browser.filling.rows import text_of
from communes.web.domain.sections.kinds import KINDS
from communes.web.domain.sections.kinds import LABELS
from communes.web.domain.sections.record import BACKGROUNDS
from communes.web.domain.sections.record import Section
from communes.web.domain.sections.record import WIDTHS
from communes.web.i18n import _
from functools import cached_property
from functools import partial
from typing import Any
from urllib.parse import urlencode
from zExceptions import NotFound


_FRAME = ("title", "title_shown", "width", "background", "background_picture",
          "style", "hidden")  # fmt: skip
_FLAGS = ("title_shown", "hidden")


class SectionForm(FillingPage):
    """What a section holds first, how it looks below."""

    def __call__(self) -> str:
        if self.kind not in LABELS:
            raise NotFound("section")
        return super().__call__()

    @cached_property
    def section(self) -> Section | None:
        """The section that is written; None for a new one."""
        asked = text_of(self.form, "id")
        return section(self.context, asked) if asked else None

    @cached_property
    def kind(self) -> str:
        """Its kind; nothing for one the person may not write."""
        if self.section is not None:
            return self.section.kind
        asked = text_of(self.form, "sorte")
        return asked if asked in kinds(self.context) else ""

    @property
    def wants_patterns(self) -> bool:
        """Whether a field of formatted text needs Plone's editor."""
        return any(
            getattr(block, "kind", "") == "richtext"
            for group in self.shown
            for block in group.blocks
        )

    @property
    def page_title(self) -> str:
        return LABELS[self.kind]

    @property
    def identity(self) -> str:
        return str(self.context.title)

    @property
    def trail(self) -> list[Crumb]:
        here = Crumb(self.context.title, self.cancel_url)
        return [*super().trail, here]

    @property
    def revision(self) -> str:
        typed = text_of(self.form, "revision")
        return typed or str(self.context.revision)

    @property
    def url(self) -> str:
        asked = {"sorte": self.kind, "apres": text_of(self.form, "apres")}
        if self.section is not None:
            asked = {"id": self.section.id}
        return f"{self.context.absolute_url()}/section?{urlencode(asked)}"

    @property
    def cancel_url(self) -> str:
        return f"{self.context.absolute_url()}/modifier"

    def start(self) -> dict[str, Any]:
        if self.section is None:
            usual = typed_of(self.kind, KINDS[self.kind]())
            return {**usual, **_called({"title_shown": "1", "width": "100"})}
        one = self.section
        frame = {name: str(getattr(one, name)) for name in _FRAME}
        frame |= {name: "1" if getattr(one, name) else "" for name in _FLAGS}
        return {**typed_of(self.kind, one.holds), **_called(frame)}

    def groups(self, values: Mapping[str, Any]) -> list[Group]:
        known = section_choices(self.context, self.kind)
        held = group_of(self.kind, values, known)
        return [_titled(values), held, _looks(values, known.get("picture", ()))]

    def keep(self, values: dict[str, Any]) -> str:
        frame = {name: values[f"section_{name}"] for name in _FRAME}
        frame |= {name: frame[name] == "1" for name in _FLAGS}
        frame["width"] = int(frame["width"]) if frame["width"].isdigit() else 0
        row = {**frame, "holds": holds_of(self.kind, values)}
        read = self.given_revision
        if self.section is not None:
            made = change_section(self.context, self.section.id, row, read)
        else:
            after = text_of(self.form, "apres")
            made = add_section(self.context, self.kind, row, after, read)
        self.saved(_("section_kept", default="La section est enregistrée."))
        return f"{self.cancel_url}#{made.id}"


def _called(frame: Mapping[str, str]) -> dict[str, str]:
    return {f"section_{name}": value for name, value in frame.items()}


def _said(values: Mapping[str, Any], name: str, usual: str = "") -> str:
    return str(values.get(f"section_{name}", usual))


def _titled(values: Mapping[str, Any]) -> Group:
    fields = [
        Field("section_title", _("section_title", default="Titre"), "text",
              _said(values, "title")),
        Field("section_title_shown", _("section_title_shown", default="Titre visible"),
              "checkbox", _said(values, "title_shown", "1")),
    ]  # fmt: skip
    return Group("", fields)


def _looks(values: Mapping[str, Any], pictures: Any) -> Group:
    said = partial(_said, values)
    widths = tuple(
        Option(str(one), f"{one} %", str(one) == said("width", "100"))
        for one in reversed(WIDTHS)
    )
    colours = tuple(
        Option(one, CHOICES[one], one == said("background")) for one in BACKGROUNDS
    )
    behind = tuple(
        Option(id, title, id == said("background_picture"))
        for id, title in (("", CHOICES[""]), *pictures)
    )
    fields = [
        Field("section_width", _("section_width", default="Largeur"), "select",
              options=widths, required=True),
        Field("section_background", _("section_background", default="Couleur de fond"),
              "select", options=colours),
        Field("section_background_picture",
              _("section_behind", default="Image de fond"), "select", options=behind),
        Field("section_style", _("section_style", default="Classe Bootstrap"), "text",
              said("style")),
        Field("section_hidden", _("section_hidden", default="Masquée aux visiteurs"),
              "checkbox", said("hidden")),
    ]  # fmt: skip
    return Group(_("section_looks", default="Présentation"), fields)
