"""The words people put on items: common ones, and everybody's own."""

from collections.abc import Iterable
from communes.core.errors.domain import InvalidInput
from communes.deliberations.domain.errors import I18N_DOMAIN
from communes.deliberations.domain.preparation.settings import Label


MOST_OWN = 20
LONGEST = 40


class BadLabel(InvalidInput):
    """A label is unknown, too long, or one too many. Cure: stands in the sentence."""

    code = "bad_label"
    template = "L'étiquette « ${name} » ne convient pas : ${problem}."
    i18n_domain = I18N_DOMAIN


def chosen(known: Iterable[Label], ids: Iterable[str]) -> tuple[str, ...]:
    """Return common labels in the order of the settings, each once.

    :raises BadLabel: one is not in the settings.
    """
    order = [one.id for one in known]
    wanted = set(ids)
    for name in sorted(wanted - set(order)):
        problem = f"choisissez parmi {', '.join(order) or 'aucune'}"
        raise BadLabel(field="labels", name=name, problem=problem)
    return tuple(id for id in order if id in wanted)


def own(words: Iterable[str]) -> tuple[str, ...]:
    """Return a person's own labels, spaces put right, each once, in their order.

    :raises BadLabel: one is empty, too long, holds a bar, or is one too many.
    """
    found = tuple(dict.fromkeys(" ".join(one.split()) for one in words))
    for name in found:
        if not name or "|" in name:
            raise BadLabel(field="own", name=name, problem="écrivez un mot, sans « | »")
        if len(name) > LONGEST:
            problem = f"{LONGEST} caractères au plus"
            raise BadLabel(field="own", name=name, problem=problem)
    if len(found) > MOST_OWN:
        problem = f"{MOST_OWN} étiquettes au plus sur un point"
        raise BadLabel(field="own", name=found[-1], problem=problem)
    return found
