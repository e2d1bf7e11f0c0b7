"""What no single value of ``commune.toml`` can say: names that must agree."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.errors.domain import InvalidInput
from communes.core.settings.domain import Problem
from communes.core.theme.domain import palette
from communes.policy.domain.check_people import check_people
from communes.policy.domain.solution import Solution
from communes.policy.domain.words import ADDRESS
from communes.policy.domain.words import EMAIL
from communes.policy.domain.words import ID
from communes.policy.domain.words import image_problems
from communes.policy.domain.words import one_of
from communes.policy.domain.words import quoted
import re
from typing import Any


Tables = Mapping[str, Any]
Problems = Iterable[Problem]


def cross_check(
    tables: Tables,
    solutions: Mapping[str, Solution],
    given: Collection[str],
    folder: str,
    files: Collection[str],
) -> list[Problem]:
    """Return every contradiction between the tables that could be read.

    A check whose table is missing from ``tables`` is left out: the table has its own
    problems, and nothing is claimed about what could not be read.
    """
    problems: list[Problem] = []
    if "identity" in tables:
        problems += _identity(tables["identity"], folder)
    if "sites" in tables:
        problems += _sites(tables["sites"], solutions, given)
    if "branding" in tables:
        problems += _branding(tables["branding"], files)
    for name, solution in solutions.items():
        if name in tables:
            for reason in solution.check(tables[name]):
                expected = f"des réglages cohérents. {str(reason).rstrip('.')}"
                problems.append(Problem(name, expected, "ce que dit le fichier"))
    if "documents" in tables:
        logo = tables["documents"].logo
        problems += image_problems("documents.logo", logo, ".png", files)
    problems += check_people(tables, _bodies(tables, solutions))
    return problems


def _identity(identity: Any, folder: str) -> Problems:
    if not ID.fullmatch(identity.slug):
        yield Problem(
            "identity.slug",
            "2 à 40 lettres minuscules sans accent, chiffres ou tirets, "
            "en commençant par une lettre",
            quoted(identity.slug),
        )
    elif identity.slug != folder:
        yield Problem(
            "identity.slug",
            f"le nom du dossier du profil, {quoted(folder)}",
            quoted(identity.slug),
        )
    if not re.fullmatch(r"[0-9]{5}", identity.nis):
        yield Problem("identity.nis", "cinq chiffres", quoted(identity.nis))
    for number, code in enumerate(identity.postal_codes, start=1):
        if not re.fullmatch(r"[1-9][0-9]{3}", code):
            key = f"identity.postal_codes[{number}]"
            yield Problem(key, "un code postal de quatre chiffres", quoted(code))


def _sites(
    sites: Any, solutions: Mapping[str, Solution], given: Collection[str]
) -> Problems:
    if not sites.named():
        yield Problem("sites", "une table [sites.agents] ou [sites.www]", "rien")
    chosen: set[str] = set()
    for id_, site in sites.named().items():
        allowed = [one.name for one in solutions.values() if id_ in one.sites]
        for number, name in enumerate(site.solutions, start=1):
            key = f"sites.{id_}.solutions[{number}]"
            if name not in allowed:
                yield one_of(key, "une solution", name, allowed)
            elif name in site.solutions[: number - 1]:
                yield Problem(key, "chaque solution une seule fois", quoted(name))
        if site.email and not EMAIL.fullmatch(site.email):
            expected = "une adresse électronique, nom@domaine.be"
            yield Problem(f"sites.{id_}.email", expected, quoted(site.email))
        if site.address and not ADDRESS.fullmatch(site.address):
            expected = "une adresse complète, https://agents.commune.be"
            yield Problem(f"sites.{id_}.address", expected, quoted(site.address))
        chosen |= set(site.solutions)
    for name, solution in solutions.items():
        if name in given and name not in chosen and not solution.kit:
            expected = "les réglages d'une solution choisie dans sites.*.solutions"
            yield Problem(name, expected, f"{quoted(name)}, qui n'est pas choisie")


def _branding(branding: Any, files: Collection[str]) -> Problems:
    try:
        palette(branding.brand_colour, branding.accent_colour)
    except InvalidInput as error:
        wrong = branding.accent_colour
        field = "accent_colour"
        if error.values.get("value") != wrong:
            field, wrong = "brand_colour", branding.brand_colour
        expected = f"une couleur lisible. {str(error).rstrip('.')}"
        yield Problem(f"branding.{field}", expected, quoted(wrong))
    yield from image_problems("branding.logo", branding.logo, ".png", files)
    yield from image_problems("branding.crest", branding.crest, ".svg", files)


def _bodies(tables: Tables, solutions: Mapping[str, Solution]) -> set[str] | None:
    """Return the assemblies of the chosen solutions; None when they are not known."""
    if "sites" not in tables:
        return None
    found: set[str] = set()
    for site in tables["sites"].named().values():
        for name in set(site.solutions) & set(solutions):
            solution = solutions[name]
            if solution.settings is None:
                continue
            if name not in tables:
                return None
            found |= set(solution.bodies(tables[name]))
    return found
