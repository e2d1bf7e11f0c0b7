"""What the search promises to the suite: its layer, its settings, its contract."""

from communes.core.interfaces import ICoreLayer
from communes.search.i18n import _
from zope import schema
from zope.interface import Attribute
from zope.interface import Interface


class ISearchLayer(ICoreLayer):
    """Marks requests to sites where the search is installed; wins over the kit's."""


class ISearchSettings(Interface):
    """How a site reaches its core."""

    solr_url = schema.URI(
        title=_("label_solr_url", default="Adresse de Solr"),
        description=_(
            "help_solr_url",
            default="Par exemple http://127.0.0.1:8983/solr. La variable "
            "d'environnement COMMUNES_SOLR_URL l'emporte.",
        ),
        default="http://127.0.0.1:8983/solr",
    )
    core = schema.ASCIILine(
        title=_("label_solr_core", default="Nom de l'index"),
        description=_(
            "help_solr_core",
            default="Vide : d'après le chemin du site, comme demo-agents.",
        ),
        default="",
        missing_value="",
        required=False,
    )
    search_timeout_seconds = schema.Int(
        title=_("label_search_timeout", default="Attente d'une recherche (secondes)"),
        description=_(
            "help_search_timeout",
            default="Ensuite le catalogue répond, en recherche limitée.",
        ),
        default=2,
        min=1,
        max=10,
    )
    index_timeout_seconds = schema.Int(
        title=_("label_index_timeout", default="Attente d'une indexation (secondes)"),
        description=_(
            "help_index_timeout", default="Ensuite l'envoi est remis à plus tard."
        ),
        default=10,
        min=1,
        max=120,
    )


class IConfidentialTypes(Interface):
    """Named utility (the solution's name): types whose every hit is looked at again.

    For types with few readers: the object itself is asked before it is shown, should
    an index ever be behind. A hit of another type wakes no object.
    """

    portal_types = Attribute("A frozenset of portal types.")


class ISearchFields(Interface):
    """Subscription adapter of a content object: what a solution adds to search.

    Several may exist for one object; each adds its own fields. Whoever may view the
    object may learn them, by filters and counts: nothing more private goes here.
    """

    def fields():
        """Return a dict of field names to plain values.

        The end of a name says the kind: ``_s`` text, ``_ss`` list of texts, ``_i``
        integer, ``_b`` truth, ``_dt`` moment (``datetime`` with a zone),
        ``_t_fr`` French text that is searched. A value of None is left out.
        """
