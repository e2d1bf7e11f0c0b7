"""``<assembly>/configuration?partie=advices``: one section of settings, in one form."""

from collections.abc import Sequence
from communes.core.errors.domain import InvalidInput
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Crumb
from communes.core.parts.domain.values import Field
from communes.core.parts.domain.values import Option
from communes.core.parts.domain.values import Tab
from communes.core.shell.acting import Act
from communes.deliberations.api.configuring import change_settings
from communes.deliberations.api.configuring import settings
from communes.deliberations.browser import words
from communes.deliberations.domain.configuring.setting import GENERAL
from communes.deliberations.domain.configuring.setting import Kind
from communes.deliberations.domain.configuring.setting import Origin
from communes.deliberations.domain.configuring.setting import sections
from communes.deliberations.domain.configuring.setting import Setting
from communes.deliberations.i18n import _
from functools import cached_property
import json
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18n import translate


ORIGINS = {
    Origin.DEFAULT: _("setting_default", default="valeur de l'application"),
    Origin.FILE: _("setting_file", default="dit par commune.toml"),
    Origin.LIVE: _("setting_live", default="changé ici"),
}
KINDS = {
    Kind.FLAG: "select",
    Kind.WHOLE: "number",
    Kind.TEXT: "text",
    Kind.CHOICE: "select",
    Kind.TEXTS: "textarea",
    Kind.ROWS: "textarea",
}
FLAGS = (("true", _("yes", default="Oui")), ("false", _("no", default="Non")))


class UnreadableSetting(InvalidInput):
    """What was typed is not what the setting takes. Cure: type what is said."""

    code = "unreadable_setting"
    template = "« ${name} » : ${problem}."
    i18n_domain = "communes.deliberations"


class SettingsPage(BrowserView):
    """Read and changed by who manages the assembly, nobody else."""

    template = ViewPageTemplateFile("page.pt")
    wants_patterns = False
    page_title = _("assembly_settings", default="Réglages")
    identity = ""

    def __call__(self) -> str:
        return self.template()

    @property
    def title(self) -> str:
        return _(
            "assembly_settings_of",
            default="Réglages – ${assembly}",
            mapping={"assembly": self.context.title},
        )

    @property
    def trail(self) -> Sequence[Crumb]:
        return words.trail(self.context)

    @cached_property
    def found(self) -> tuple[tuple[Setting, ...], int]:
        return settings(self.context)

    @property
    def revision(self) -> int:
        return self.found[1]

    @cached_property
    def section(self) -> str:
        """The section asked for, else the first one."""
        asked = self.request.form.get("partie", GENERAL)
        return asked if isinstance(asked, str) and asked in sections() else GENERAL

    @property
    def caption(self) -> str:
        return sections()[self.section].removesuffix(".")

    @property
    def menu_title(self) -> str:
        return _("settings_sections", default="Parties")

    @property
    def tabs(self) -> list[Tab]:
        """The sections, by the first words of what they say."""
        return [
            Tab(
                doc.partition(" : ")[0].removesuffix("."),
                f"{self.context.absolute_url()}/configuration?partie={name}",
                name == self.section,
            )
            for name, doc in sections().items()
        ]

    @property
    def fields(self) -> list[Field]:
        return [
            self._field(one) for one in self.found[0] if one.section == self.section
        ]

    def _field(self, one: Setting) -> Field:
        return Field(
            one.key,
            one.doc,
            KINDS[one.kind],
            value=as_typed(one),
            help=self._help(one),
            options=self._options(one),
            rows=min(12, 2 + len(as_typed(one).splitlines())),
        )

    def _options(self, one: Setting) -> tuple[Option, ...]:
        if one.kind is Kind.FLAG:
            return tuple(
                Option(value, title, value == as_typed(one)) for value, title in FLAGS
            )
        return tuple(
            Option(each, each or "–", each == one.value) for each in one.choices
        )

    def _help(self, one: Setting) -> str:
        """Return the name of the setting, whence it comes and what it accepts."""
        told = [one.key, translate(ORIGINS[one.origin], context=self.request)]
        if one.kind is Kind.TEXTS:
            one_a_line = _("setting_one_a_line", default="une valeur par ligne")
            told.append(translate(one_a_line, context=self.request))
            told += [", ".join(one.choices)] if one.choices else []
        if one.kind is Kind.ROWS:
            as_json = _("setting_rows", default="une liste JSON de lignes")
            told.append(translate(as_json, context=self.request))
            told += [f"{name} : {doc}" for name, doc in one.columns]
        return " · ".join(told)

    @property
    def save(self) -> Action:
        return Action(
            _("button_save", default="Enregistrer"),
            method="submit",
            name="garder",
            value="1",
        )


class KeepSettings(Act):
    """Keeps the form of one section; what was not changed is not sent on."""

    def act(self) -> dict:
        found, _revision = settings(self.context)
        changes = {
            one.key: typed(one, self.given(one.key))
            for one in found
            if one.key in self.request.form
            and self.given(one.key).replace("\r\n", "\n") != as_typed(one)
        }
        new = change_settings(self.context, changes, self.revision)
        said = _("settings_kept", default="Les réglages sont enregistrés.")
        return {"message": said, "revision": new}

    def back(self) -> str:
        section = self.given("partie", GENERAL)
        known = section if section in sections() else GENERAL
        return f"{self.context.absolute_url()}/configuration?partie={known}"


def as_typed(one: Setting) -> str:
    """Return the value as it stands in the form."""
    if one.kind is Kind.FLAG:
        return "true" if one.value else "false"
    if one.kind is Kind.TEXTS:
        return "\n".join(one.value)
    if one.kind is Kind.ROWS:
        return json.dumps(one.value, ensure_ascii=False, indent=1)
    return str(one.value)


def typed(one: Setting, text: str) -> object:
    """Return what was typed as the value the setting takes.

    :raises UnreadableSetting: it can not be read.
    """
    text = text.strip()
    if one.kind is Kind.FLAG:
        return text == "true"
    if one.kind is Kind.TEXTS:
        return [line.strip() for line in text.splitlines() if line.strip()]
    try:
        if one.kind is Kind.WHOLE:
            return int(text)
        if one.kind is Kind.ROWS:
            return json.loads(text or "[]")
    except (ValueError, RecursionError) as error:
        raise UnreadableSetting(
            field=one.key, name=one.doc, problem=str(error)
        ) from None
    return text
