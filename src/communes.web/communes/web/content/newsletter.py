"""A newsletter and its issues."""

from communes.core.access.rich import words
from communes.web.content.base import IWebFields
from communes.web.content.base import WebBranch
from communes.web.content.fields import flag
from communes.web.content.fields import line
from communes.web.content.fields import web_address
from communes.web.i18n import _
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
import re
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


_MAIL = re.compile(r"([^@\s<>]+@[^@\s<>]+\.[^@\s<>]+)?")
FREQUENCIES = SimpleVocabulary(
    [
        SimpleTerm("free", title=_("frequency_free", default="Quand vous l'envoyez")),
        SimpleTerm(
            "daily",
            title=_("frequency_daily", default="Un projet de numéro chaque jour"),
        ),
        SimpleTerm(
            "weekly",
            title=_("frequency_weekly", default="Un projet de numéro chaque lundi"),
        ),
    ]
)


def _mail(title: str, description: str = "") -> schema.TextLine:
    return line(title, description, 254, _MAIL.fullmatch)


def _text(title: str, description: str = "") -> schema.Text:
    return words(title, description, 2000)


class INewsletter(IWebFields):
    """A newsletter: who sends it, what one may choose, what stands around an issue."""

    directives.read_permission(
        sender_name="communes.web.ManageNewsletter",
        sender_address="communes.web.ManageNewsletter",
        reply_to="communes.web.ManageNewsletter",
        frequency="communes.web.ManageNewsletter",
        per_minute="communes.web.ManageNewsletter",
    )

    sender_name = line(
        _("label_sender_name", default="Nom de l'expéditeur"),
        _("help_sender_name", default="Vide : le nom du site."),
    )
    sender_address = _mail(
        _("label_sender_address", default="Adresse de l'expéditeur"),
        _(
            "help_sender_address",
            default="D'un domaine que votre serveur de courriel signe. Vide : "
            "l'adresse du site.",
        ),
    )
    reply_to = _mail(_("label_reply_to", default="Adresse des réponses"))
    frequency = schema.Choice(
        title=_("label_frequency", default="Fréquence"),
        description=_(
            "help_frequency",
            default="Un projet reprend ce qui a paru depuis le précédent ; vous le "
            "relisez avant l'envoi.",
        ),
        vocabulary=FREQUENCIES,
        default="free",
    )
    header = _text(_("label_header", default="Mot d'accueil de chaque numéro"))
    footer = _text(
        _("label_footer", default="Pied de chaque numéro"),
        _("help_footer", default="L'adresse de l'administration, par exemple."),
    )
    consent = _text(
        _("label_consent", default="Ce que l'abonné accepte"),
        _("help_consent", default="La phrase se lit sur le formulaire d'abonnement."),
    )
    privacy_url = web_address(_("label_privacy_url", default="Page « vie privée »"))
    archive_online = flag(
        _("label_archive_online", default="Les numéros envoyés se lisent en ligne")
    )
    per_minute = schema.Int(
        title=_("label_per_minute", default="Messages par minute"),
        description=_(
            "help_per_minute",
            default="Ce que votre serveur de courriel accepte ; 0 : sans limite.",
        ),
        required=False,
        default=0,
        missing_value=0,
        min=0,
        max=100_000,
    )


class IIssue(model.Schema):
    """An issue: its subject is its title."""

    title = schema.TextLine(title=_("label_subject", default="Objet"), max_length=150)
    preheader = line(
        _("label_preheader", default="Pré-en-tête"),
        _(
            "help_preheader",
            default="La ligne que les messageries montrent à côté de l'objet.",
        ),
        most=150,
    )


@implementer(INewsletter)
class Newsletter(WebBranch):
    """Holds issues; ``topics``: rows with ``id`` and ``title``, in their order."""

    branch_role = "NewsletterManager"
    sender_name = ""
    sender_address = ""
    reply_to = ""
    frequency = "free"
    header = ""
    footer = ""
    consent = ""
    privacy_url = ""
    archive_online = False
    per_minute = 0
    topics = ()


@implementer(IIssue)
class Issue(Container):
    """``blocks``: rows, the plain values of ``domain.newsletter.issue.Block``.

    It lives by steps of its own, not by those of the site's contents.

    ``topics``: ids of whom it is for. ``send_at``: aware moment it is planned for.
    ``stopped``: a person holds its sending. ``told``: how many letters were where when
    it was over, by the names of ``Progress``.
    """

    preheader = ""
    blocks = ()
    topics = ()
    send_at = None
    stopped = False
    told = None
    revision = 0
    edited_by = ""
