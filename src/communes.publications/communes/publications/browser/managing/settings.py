"""« Réglages » of an institution: who it is, what is shown, how, under which names."""

from collections.abc import Sequence
from communes.core.parts.domain.values import Crumb
from communes.core.shell.form.base import Form
from communes.core.web.posting import PostForm
from communes.publications.api import managing
from communes.publications.api.types import IInstitution
from communes.publications.domain.publication.kinds import matters
from communes.publications.domain.settings import NameSettings
from communes.publications.i18n import _
from communes.publications.institutions.errors import InstitutionRefused
from plone import api
from plone.supermodel import model
from z3c.form import button
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from z3c.form.field import Fields
from zope import schema


NAMES = (
    "title",
    "kind",
    "enterprise_number",
    "mail",
    "address",
    "website",
    "brand_colour",
    "logo",
    "stages",
    "asks_first",
    "meeting_title",
    "timezone",
    "disclaimer",
    "notice",
    "privacy_url",
)


class IMappings(model.Schema):
    """The two tables of an institution, as lines that a person types."""

    matter_lines = schema.Text(
        title=_("institution_matters", default="Catégories et matières"),
        description=_(
            "settings_matters_help",
            default="Une ligne par catégorie reçue : « fiscalite = finances ». Les "
            "matières : ${matters}.",
            mapping={"matters": ", ".join(matters())},
        ),
        required=False,
        default="",
    )
    name_lines = schema.Text(
        title=_("institution_representatives", default="Mandataires"),
        description=_(
            "settings_names_help",
            default="Une ligne par nom à changer : « nom reçu = nom montré ».",
        ),
        required=False,
        default="",
    )


class SettingsForm(PostForm, Form):
    """The settings as they are, to be changed by who manages the institution."""

    schema = None
    label = _("settings_title", default="Réglages de l'institution")
    fields = Fields(IInstitution).select(*NAMES) + Fields(IMappings)
    fields["stages"].widgetFactory = CheckBoxFieldWidget

    @property
    def identity(self) -> str:
        return self.context.title

    @property
    def trail(self) -> Sequence[Crumb]:
        desk = f"{api.portal.get().absolute_url()}/gestion"
        return [Crumb(_("desk_title", default="Gestion du portail"), desk)]

    @property
    def action(self) -> str:
        return f"{self.context.absolute_url()}/reglages"

    @property
    def cancel_url(self) -> str:
        return f"{api.portal.get().absolute_url()}/gestion"

    ignoreContext = False  # noqa: N815

    def getContent(self) -> dict:  # noqa: N802
        """Return what the institution is set to."""
        found = managing.settings(self.context)
        values = {name: getattr(found, name) for name in NAMES if name != "logo"}
        values["logo"] = self.context.logo
        pairs = sorted(found.matters.items())
        values["matter_lines"] = _lines(pairs)
        values["name_lines"] = _lines(
            (one.received, one.shown) for one in found.representatives
        )
        return values

    @button.buttonAndHandler(_("button_save", default="Enregistrer"), name="save")
    def save(self, action: object) -> None:
        """Set the institution and go back to the desk."""
        values, errors = self.extractData()
        if errors:
            return
        with self.attempt():
            logo = values.pop("logo", None)
            found = _pairs("matter_lines", values.pop("matter_lines"))
            names = _pairs("name_lines", values.pop("name_lines"))
            values["matters"] = dict(found)
            values["representatives"] = tuple(NameSettings(*pair) for pair in names)
            for name in [one for one in values if values[one] is None]:
                values[name] = ""
            managing.change_settings(self.context, values)
            managing.change_logo(self.context, logo)
            said = _("settings_saved", default="Les réglages sont enregistrés.")
            self.saved(said, self.cancel_url)


def _lines(pairs) -> str:
    return "\n".join(f"{name} = {value}" for name, value in pairs)


def _pairs(field: str, text: str | None) -> list[tuple[str, str]]:
    """Return the pairs that a person typed, a line each.

    :raises InstitutionRefused: a line has no sign of equality, or an empty side.
    """
    found = []
    for line in filter(None, map(str.strip, (text or "").splitlines())):
        name, _sign, value = (part.strip() for part in line.partition("="))
        if not name or not value:
            problem = f"« {line} » : écrivez « avant = après » sur chaque ligne."
            raise InstitutionRefused(field=field, problem=problem)
        found.append((name, value))
    return found
