"""``<assembly>/configuration?partie=advices``: one section of settings, in one form.

What is typed stays on the page until it is kept: rows are added, moved and taken
away by buttons that answer with the same form, and write nothing.
"""

from communes.core.errors.domain import DomainError
from communes.core.errors.families import status_of
from communes.core.errors.i18n import to_sentence
from communes.core.errors.rest import sentence_of
from communes.core.parts.domain.reading import whole
from communes.core.parts.domain.values import Action
from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Problem
from communes.core.parts.domain.values import Tab
from communes.core.settings.domain import InvalidSettings
from communes.deliberations.api.configuring import change_settings
from communes.deliberations.api.configuring import law_to_verify
from communes.deliberations.api.configuring import settings
from communes.deliberations.browser import words
from communes.deliberations.browser.assembly_page import AssemblyPage
from communes.deliberations.browser.configuring import draft as drafts
from communes.deliberations.browser.configuring.blocks import Block
from communes.deliberations.browser.configuring.blocks import block
from communes.deliberations.domain.configuring.setting import GENERAL
from communes.deliberations.domain.configuring.setting import Kind
from communes.deliberations.domain.configuring.setting import Origin
from communes.deliberations.domain.configuring.setting import sections
from communes.deliberations.domain.configuring.setting import Setting
from communes.deliberations.domain.law import RULE_LABELS
from communes.deliberations.domain.law import RuleId
from communes.deliberations.i18n import _
from communes.deliberations.i18n import label
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import re
import transaction


ORIGINS = {
    Origin.DEFAULT: _("setting_default", default="valeur de l'application"),
    Origin.FILE: _("setting_file", default="dit par commune.toml"),
    Origin.LIVE: _("setting_live", default="changé ici"),
}
#: Name of a gesture -> by how many places it moves a row.
MOVES = {"monter": -1, "descendre": 1}


class SettingsPage(AssemblyPage):
    """Read and changed by who manages the assembly, nobody else."""

    template = ViewPageTemplateFile("page.pt")
    page_title = _("assembly_settings", default="Réglages")
    opened = ""
    menu_title = _("settings_sections", default="Parties")
    save = Action(
        _("button_save", default="Enregistrer"),
        method="submit",
        name="geste",
        value="garder",
        primary=True,
    )

    def __call__(self) -> str:
        self.errors: dict[str, str] = {}
        self.problems: list[Problem] = []
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        gesture, _colon, target = self._said("geste").partition(":")
        if target:
            self._arrange(gesture, target)
            return self.template()
        return self._keep()

    @property
    def title(self) -> str:
        return _(
            "assembly_settings_of",
            default="Réglages – ${assembly}",
            mapping={"assembly": self.context.title},
        )

    @cached_property
    def found(self) -> tuple[tuple[Setting, ...], int]:
        return settings(self.context)

    @property
    def revision(self) -> int:
        """The revision the person has seen."""
        return whole(self.request.form.get("revision"), self.found[1])

    @cached_property
    def section(self) -> str:
        """The section asked for, else the first one."""
        asked = self._said("partie")
        return asked if asked in sections() else GENERAL

    @property
    def caption(self) -> str:
        return sections()[self.section].removesuffix(".")

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/configuration"

    @property
    def actions(self) -> list[Action]:
        """What else is set up here."""
        said = _("takeover_title", default="Reprendre un PloneMeeting")
        return [Action(said, f"{self.context.absolute_url()}/reprise")]

    @property
    def law(self) -> list[Fact]:
        """The legal rules nobody read in their text yet, told with the general part."""
        if self.section != GENERAL:
            return []
        return [
            Fact(label(RULE_LABELS, RuleId(one.id)), f"{one.article} – {one.source}")
            for one in law_to_verify(self.context)
        ]

    @property
    def tabs(self) -> list[Tab]:
        """The sections, by the first words of what they say."""
        return [
            Tab(
                re.split(" : |, ", doc)[0].removesuffix("."),
                f"{self.url}?partie={name}",
                name == self.section,
            )
            for name, doc in sections().items()
        ]

    @cached_property
    def shown(self) -> tuple[Setting, ...]:
        """The settings of the section."""
        return tuple(one for one in self.found[0] if one.section == self.section)

    @cached_property
    def drafts(self) -> dict[str, drafts.Draft]:
        """What stands in the form: what was typed, else the values in force."""
        if self.request.method == "POST":
            form = self.request.form
            return {one.key: drafts.sent(one, form) for one in self.shown}
        return {one.key: drafts.drafted(one) for one in self.shown}

    @property
    def blocks(self) -> list[Block]:
        return [
            block(
                one,
                self.drafts[one.key],
                words.joined((one.key, ORIGINS[one.origin], _lines(one)), self.request),
                self.errors,
                self.opened,
            )
            for one in self.shown
        ]

    def _said(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def _arrange(self, gesture: str, target: str) -> None:
        """Add, move or take away a row of the form; nothing is written."""
        key, _colon, number = target.partition(":")
        one = next((one for one in self.shown if one.key == key), None)
        if one is None or not drafts.columns_of(one):
            return
        rows, at = self.drafts[key], whole(number, -1)
        if gesture == "ajouter":
            rows = [*rows, drafts.blank(one)]
            at = len(rows) - 1
        elif gesture == "retirer":
            rows = [row for place, row in enumerate(rows) if place != at]
            at = -1
        elif gesture in MOVES:
            rows = drafts.moved(rows, at, MOVES[gesture])
            at += MOVES[gesture]
        self.drafts[key] = rows
        self.opened = f"{key}.{at}"

    def _keep(self) -> str:
        """Write what changed and come back, or say at its field what is refused."""
        try:
            changes = {}
            for one in self.shown:
                value = drafts.value_of(one, self.drafts[one.key])
                if value != one.value:
                    changes[one.key] = value
            change_settings(self.context, changes, self.revision)
        except DomainError as error:
            transaction.doom()
            self._refused(error)
            self.request.response.setStatus(status_of(error), lock=1)
            return self.template()
        said = _("settings_kept", default="Les réglages sont enregistrés.")
        api.portal.show_message(said, self.request)
        self.request.response.redirect(f"{self.url}?partie={self.section}")
        return ""

    def _refused(self, error: DomainError) -> None:
        if isinstance(error, InvalidSettings):
            for one in error.problems:
                told = {"expected": one.expected, "got": one.got}
                said = _(
                    "setting_expected",
                    default="attendu ${expected} ; reçu ${got}.",
                    mapping=told,
                )
                self._wrong(one.key, said)
            return
        for reason in getattr(error, "reasons", ()):
            self.problems.append(Problem(to_sentence(reason, self.request)))
        if not self.problems:
            self._wrong(error.field or "", sentence_of(error, self.request))

    def _wrong(self, path: str, message: str) -> None:
        """Note a problem at its control: « rules[2].title » is « rules.1.title »."""
        name = re.sub(r"\[(\d+)\]", lambda found: f".{int(found[1]) - 1}", path)
        self.errors[name] = message
        here = any(f"{name}.".startswith(f"{one.key}.") for one in self.shown)
        target = f"field-{name}" if here else ""
        self.problems.append(Problem(message, path if here else "", target))


def _lines(one: Setting) -> str:
    """Return how a list without choices is typed."""
    plain = one.kind is Kind.TEXTS and not one.choices
    return _("setting_one_a_line", default="une valeur par ligne") if plain else ""
