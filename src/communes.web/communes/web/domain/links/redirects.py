"""An address that leads elsewhere: what may be one."""

from communes.core.errors.domain import InvalidInput
from communes.web.domain.errors import DOMAIN
import re
from urllib.parse import unquote


#: Signs of an address as browsers send it, decoded; no question, no fragment.
_PATH = re.compile(r"(/[^/\s?#<>\"\\]+)+")


class BadRedirect(InvalidInput):
    """Cause: an address can not lead elsewhere, or leads to nothing.

    Cure: write the old address as it was, and the address of a page of the site.
    """

    i18n_domain = DOMAIN
    code = "web_bad_redirect"
    template = "L'adresse « ${value} » ne peut pas être redirigée : ${problem}."


def path_of(text: str, site: str) -> str:
    """Return the path below the site of an address typed or pasted, decoded.

    :param site: the address of the site, without a slash at its end.
    :raises BadRedirect: it is no address of the site.
    """
    bare = text.strip()
    inside = bare == site or bare.startswith(f"{site}/")
    if re.match(r"[a-z]+:|//", bare, re.IGNORECASE) and not inside:
        raise BadRedirect(field="path", value=text[:80], problem="elle est ailleurs")
    bare = bare[len(site) :] if inside else bare
    path = "/" + unquote(bare.partition("?")[0].partition("#")[0]).strip("/")
    if not _PATH.fullmatch(path) or "/../" in f"{path}/" or "/./" in f"{path}/":
        problem = "écrivez-la comme /travaux/rue-haute"
        raise BadRedirect(field="path", value=text[:80], problem=problem)
    return path
