"""The words of the choices in the form of a section."""

from communes.web.i18n import _


CHOICES = {
    "": _("choice_none", default="Aucun"),
    "left": _("choice_left", default="À gauche"),
    "right": _("choice_right", default="À droite"),
    "top": _("choice_top", default="Au-dessus"),
    "small": _("choice_small", default="Petite"),
    "medium": _("choice_medium", default="Moyenne"),
    "large": _("choice_large", default="Grande"),
    "list": _("choice_list", default="Liste"),
    "tiles": _("choice_tiles", default="Tuiles"),
    "cards": _("choice_cards", default="Cartes"),
    "title": _("choice_title", default="De A à Z"),
    "modified": _("choice_modified", default="Les derniers modifiés d'abord"),
    "info": _("choice_info", default="Information"),
    "wait": _("choice_wait", default="Attention"),
    "ok": _("choice_ok", default="Bonne nouvelle"),
    "audience": _("choice_audience", default="Je suis"),
    "category": _("choice_category", default="Je cherche"),
    "address": _("choice_address", default="Adresse"),
    "route": _("choice_route", default="Itinéraire"),
    "coordinates": _("choice_coordinates", default="Coordonnées"),
    "hours": _("choice_hours", default="Horaire"),
    "gallery": _("choice_gallery", default="Galerie"),
    "description": _("choice_description", default="Description"),
    "soft": _("choice_soft", default="Claire"),
    "brand": _("choice_brand", default="De la commune"),
    "accent": _("choice_accent", default="D'accent"),
    "Page": _("choice_page", default="Pages"),
    "Service": _("choice_service", default="Démarches"),
    "News": _("choice_news", default="Actualités"),
    "Event": _("choice_event", default="Événements"),
    "Entry": _("choice_entry", default="Fiches de l'annuaire"),
    "Album": _("choice_album", default="Albums"),
}
