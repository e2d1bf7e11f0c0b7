"""The words of services: moments of life, ways to ask, what a button says."""

from communes.web.domain.life_events import LIFE_EVENT_LABELS
from communes.web.i18n import _


LIFE_EVENTS = {str(id): title for id, title in LIFE_EVENT_LABELS.items()}
CHANNELS = {
    "online": _("channel_online", default="En ligne"),
    "counter": _("channel_counter", default="Au guichet"),
    "mail": _("channel_mail", default="Par courrier ou courriel"),
    "phone": _("channel_phone", default="Par téléphone"),
}
#: What the link to a form says, by its id; another text is said as it is.
BUTTONS = {
    "start": _("service_start", default="Commencer la démarche"),
    "ask": _("service_ask", default="Faire la demande"),
    "book": _("service_book", default="Prendre rendez-vous"),
    "report": _("service_report", default="Signaler"),
    "register": _("service_register", default="S'inscrire"),
    "pay": _("service_pay", default="Payer"),
}
