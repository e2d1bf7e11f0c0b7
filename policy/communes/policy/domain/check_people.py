"""Services, mandates and accounts must name things that exist, each once."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from communes.core.settings.domain import Problem
from communes.policy.domain.words import ID
from communes.policy.domain.words import one_of
from communes.policy.domain.words import quoted
import re
from typing import Any


SERVICE_ROLES = (
    "creators",
    "prereviewers",
    "reviewers",
    "level1reviewers",
    "level2reviewers",
    "level3reviewers",
    "level4reviewers",
    "level5reviewers",
    "observers",
    "advisers",
    "advicecontrollers",
    "adviceeditors",
    "advicereviewers",
    "advicemanagers",
    "actioneditor",
)
ASSEMBLY_ROLES = ("meetingmanagers", "members")
#: Who keeps and who reads the strategic programme, over all services.
PROGRAMME_ROLES = ("editors", "readers")

_LOGIN = re.compile(r"[a-z][a-z0-9]*(?:[._-][a-z0-9]+)*")

Tables = Mapping[str, Any]


def check_people(tables: Tables, bodies: set[str] | None) -> list[Problem]:
    """Return what contradicts itself among services, people and accounts.

    :param bodies: ids of the assemblies; None when they could not be read.
    """
    problems: list[Problem] = []
    for name in ("services", "political_groups", "people", "accounts"):
        if name in tables:
            problems += _ids(name, tables[name])
    if "services" in tables and bodies is not None:
        problems += _units(tables["services"], bodies)
    if "people" in tables:
        problems += _people(tables, bodies)
    if "accounts" in tables:
        problems += _accounts(tables, bodies)
    return problems


def _each(name: str, entries: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    for number, entry in enumerate(entries, start=1):
        yield f"{name}[{number}]", entry


def _ids(name: str, entries: Iterable[Any]) -> Iterator[Problem]:
    pattern = _LOGIN if name == "accounts" else ID
    seen: dict[str, str] = {}
    for key, entry in _each(name, entries):
        if not pattern.fullmatch(entry.id):
            expected = "des lettres minuscules sans accent, des chiffres et des tirets"
            yield Problem(f"{key}.id", expected, quoted(entry.id))
        if entry.id in seen:
            got = f"{quoted(entry.id)}, déjà pris par {seen[entry.id]}"
            yield Problem(f"{key}.id", "un identifiant unique", got)
        seen.setdefault(entry.id, key)


def _units(services: Iterable[Any], bodies: set[str]) -> Iterator[Problem]:
    # Both make groups named <slug>-<unit>-<role>: one name must mean one thing.
    for key, service in _each("services", services):
        if service.id in bodies:
            expected = "un identifiant qui n'est pas celui d'une assemblée"
            yield Problem(f"{key}.id", expected, quoted(service.id))


def _people(tables: Tables, bodies: set[str] | None) -> Iterator[Problem]:
    groups = tables.get("political_groups")
    known = None if groups is None else {group.id for group in groups}
    term = tables.get("term_starts")
    for key, person in _each("people", tables["people"]):
        if person.group and known is not None and person.group not in known:
            yield one_of(f"{key}.group", "un groupe politique", person.group, known)
        for here, mandate in _each(f"{key}.mandates", person.mandates):
            if bodies is not None and mandate.body not in bodies:
                yield one_of(f"{here}.body", "une assemblée", mandate.body, bodies)
            starts = mandate.starts or term
            if starts is None and "term_starts" in tables:
                expected = "une date, ou « term_starts » en tête du fichier"
                yield Problem(f"{here}.starts", expected, "rien")
            if starts and mandate.ends and mandate.ends < starts:
                expected = f"un jour à partir du {starts.isoformat()}"
                yield Problem(f"{here}.ends", expected, mandate.ends.isoformat())


def _accounts(tables: Tables, bodies: set[str] | None) -> Iterator[Problem]:
    people = tables.get("people")
    known = None if people is None else {person.id for person in people}
    groups = _groups(tables, bodies)
    for key, account in _each("accounts", tables["accounts"]):
        if account.person and known is not None and account.person not in known:
            yield one_of(f"{key}.person", "une personne", account.person, known)
        if groups is not None:
            for number, name in enumerate(account.groups, start=1):
                if name not in groups:
                    yield _no_group(f"{key}.groups[{number}]", name, groups)
        if account.password and tables.get("demo") is False:
            expected = "rien : hors d'un profil « demo = true », la personne choisit"
            yield Problem(f"{key}.password", expected, "un mot de passe")


def _groups(tables: Tables, bodies: set[str] | None) -> dict[str, str] | None:
    """Return the groups an account may join, with their unit; None when not known."""
    if bodies is None or "services" not in tables:
        return None
    found = {
        f"{service.id}-{role}": service.id
        for service in tables["services"]
        for role in SERVICE_ROLES
    }
    found |= {f"{body}-{role}": body for body in bodies for role in ASSEMBLY_ROLES}
    found |= {f"pst-{role}": "pst" for role in PROGRAMME_ROLES}
    return found


def _no_group(key: str, name: str, groups: Mapping[str, str]) -> Problem:
    unit, _, _role = name.rpartition("-")
    units = set(groups.values())
    if unit in units:
        valid = {group for group, of in groups.items() if of == unit}
        return one_of(key, "un groupe", name, valid)
    listed = ", ".join(sorted(units))
    expected = f"« service-rôle » ou « assemblée-rôle », l'un parmi {listed}"
    near = one_of(key, "un groupe", name, groups).expected
    hint = near[near.index(" (vouliez") :] if "(vouliez" in near else ""
    return Problem(key, expected + hint, quoted(name))
