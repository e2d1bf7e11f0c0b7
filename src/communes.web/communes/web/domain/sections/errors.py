"""Why a section of a page is not taken as it is."""

from communes.core.errors.domain import InvalidInput
from communes.core.errors.domain import NotAllowed
from communes.web.domain.errors import DOMAIN


class BadSection(InvalidInput):
    """Cause: a section of a page can not be what was written.

    Cure: the sentence names the section and the value.
    """

    i18n_domain = DOMAIN
    code = "web_bad_section"
    template = "La section « ${name} » n'est pas valable : ${problem}."


class HostNotAllowed(InvalidInput):
    """Cause: a video or page of a site that is not on the commune's list.

    Cure: take one of the list, or ask the managers of the site to extend it.
    """

    i18n_domain = DOMAIN
    code = "web_host_not_allowed"
    template = (
        "« ${host} », dans la section « ${name} », n'est pas un site permis "
        "(${hosts}) : demandez au gestionnaire du site de l'ajouter à la liste."
    )


class ForManagers(NotAllowed):
    """Cause: a section of raw HTML was written by somebody who is no manager.

    Cure: use another kind of section, or ask the managers of the site.
    """

    i18n_domain = DOMAIN
    code = "web_for_managers"
    template = (
        "Une section HTML est réservée aux gestionnaires du site : employez une "
        "section Texte, ou demandez-la-leur."
    )
