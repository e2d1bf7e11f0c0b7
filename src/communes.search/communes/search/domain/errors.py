"""The refusals of a search, each with what to change."""

from communes.core.errors.domain import Conflict
from communes.core.errors.domain import InvalidInput
from typing import ClassVar


class QueryRefused(InvalidInput):
    """Cause: a search asks for more than anyone reads, or for what is not offered.

    Cure: stands in the sentence of the subclass.
    """

    i18n_domain: ClassVar[str] = "communes.search"


class TextTooLong(QueryRefused):
    """Cause: more text than a question. Cure: keep the words that matter."""

    code = "search_text_too_long"
    template = (
        "La recherche est trop longue : gardez au plus ${words} mots "
        "et ${characters} caractères."
    )


class UnknownParameter(QueryRefused):
    """Cause: a parameter that the search does not offer. Cure: use a listed one."""

    code = "search_unknown_parameter"
    template = "Le paramètre « ${name} » n'existe pas. Paramètres admis : ${known}."


class UnknownField(QueryRefused):
    """Cause: a filter, facet or sort on a field that is not offered for it."""

    code = "search_unknown_field"
    template = "Le champ « ${name} » ne peut pas servir ici. Champs admis : ${known}."


class ValueRefused(QueryRefused):
    """Cause: a value that is not of the kind expected. Cure: send that kind."""

    code = "search_value_refused"
    template = "La valeur « ${value} » n'est pas valable : ${expected} est attendu."


class CursorInterrupted(Conflict):
    """Cause: the engine that gave the cursor does not answer, or knows it no more.

    Cure: begin again at the first result, or try later.
    """

    i18n_domain: ClassVar[str] = "communes.search"
    code = "search_cursor_interrupted"
    template = (
        "La suite de cette liste n'est pas disponible pour le moment : reprenez au "
        "premier résultat, ou réessayez dans une minute."
    )


class TooDeep(QueryRefused):
    """Cause: a page so far down that no one reads it. Cure: add words or filters."""

    code = "search_too_deep"
    template = (
        "La recherche ne montre que les ${depth} premiers résultats : "
        "ajoutez un mot ou un filtre."
    )
