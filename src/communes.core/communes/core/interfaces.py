"""What the kit promises to the whole suite: its browser layer and its settings."""

from communes.core.i18n import _
from plone.app.z3cform.interfaces import IPloneFormLayer
from zope import schema
from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class ICoreLayer(IDefaultBrowserLayer, IPloneFormLayer):
    """Marks requests to sites where the shared kit is installed.

    It stands above the layer of Plone's forms, so that ours are always drawn by our
    parts, whatever the order in which the layers of a site were registered.
    """


class ICoreSettings(Interface):
    """The settings of the kit in one site; registry prefix ``communes.core``."""

    slug = schema.TextLine(
        title=_("label_slug", default="Nom court de la commune"),
        description=_(
            "help_slug",
            default="Il commence le nom de tous les groupes : ne le changez pas.",
        ),
        required=False,
        default="",
    )
    address = schema.TextLine(
        title=_("label_address", default="Adresse du site"),
        description=_(
            "help_address",
            default="Celle que les gens ouvrent, « https://agents.valmont.be » : elle "
            "est dans les messages que le serveur envoie de lui-même.",
        ),
        required=False,
        default="",
    )
    closing_days = schema.List(
        title=_("label_closing_days", default="Jours de fermeture"),
        description=_(
            "help_closing_days",
            default="Jours, outre les jours fériés, où l'administration est fermée : "
            "ils reportent les échéances.",
        ),
        value_type=schema.Date(),
        required=False,
        default=[],
    )
    annex_types = schema.Dict(
        title=_("label_annex_types", default="Types d'annexe"),
        description=_(
            "help_annex_types",
            default="Identifiant et nom de chaque type proposé pour une annexe.",
        ),
        key_type=schema.TextLine(),
        value_type=schema.TextLine(),
        required=False,
        default={"annexe": "Annexe", "plan": "Plan", "avis": "Avis"},
    )
