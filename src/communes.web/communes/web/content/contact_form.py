"""A form to write to a service of the commune."""

from communes.web.content.base import IWebFields
from communes.web.content.base import WebContent
from communes.web.content.fields import flag
from communes.web.content.fields import line
from communes.web.i18n import _
from plone.autoform import directives
from zope import schema
from zope.interface import implementer


class IContactForm(IWebFields):
    """What one reads before writing, and what becomes of a message."""

    directives.read_permission(
        mail_room="communes.web.Edit",
        keep_days="communes.web.Edit",
    )

    introduction = schema.Text(
        title=_("label_contact_introduction", default="Introduction"),
        description=_(
            "help_contact_introduction",
            default="Ce qu'il faut savoir avant d'écrire : délais de réponse, autres "
            "moyens de joindre le service.",
        ),
        required=False,
        default="",
        missing_value="",
        max_length=2000,
    )
    consent = schema.Text(
        title=_("label_contact_consent", default="Accord sur les données"),
        description=_(
            "help_contact_consent", default="La phrase à cocher avant d'envoyer."
        ),
        default=_(
            "default_contact_consent",
            default="J'accepte que mes données servent à traiter ma demande.",
        ),
        max_length=1000,
    )
    copy_offered = flag(
        _("label_copy_offered", default="L'expéditeur peut recevoir une copie")
    )
    mail_room = line(
        _("label_mail_room", default="Correspondant du courrier entrant"),
        _(
            "help_mail_room",
            default="Le nom, dans les échanges, du site qui enregistre le courrier. "
            "Vide : les messages partent par courriel seulement.",
        ),
        most=100,
    )
    keep_days = schema.Int(
        title=_("label_keep_days", default="Jours de conservation"),
        description=_(
            "help_keep_days",
            default="Ensuite le message s'efface du site ; le service garde le sien.",
        ),
        required=False,
        default=30,
        missing_value=30,
        min=1,
        max=3650,
    )


@implementer(IContactForm)
class ContactForm(WebContent):
    """``subjects``: rows with ``id``, ``title``, ``service`` and ``mail``."""

    introduction = ""
    consent = ""
    copy_offered = False
    mail_room = ""
    keep_days = 30
    subjects = ()
