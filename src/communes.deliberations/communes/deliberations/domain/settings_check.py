"""What no single setting can say: references between them, and the law's order."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.core.errors.domain import Reason
from communes.deliberations.domain.advices.settings_check import advice_faults
from communes.deliberations.domain.choices import InsertionRule
from communes.deliberations.domain.choices import Privacy
from communes.deliberations.domain.errors import because
from communes.deliberations.domain.settings import AssemblySettings
from communes.deliberations.domain.settings import DeliberationsSettings
from dataclasses import fields
import re
from string import Template
from typing import Any


REFERENCE_PLACES = (
    "date",
    "year",
    "month",
    "day",
    "number",
    "running_number",
    "meeting_number",
    "acronym",
    "assembly",
    "nis",
    "service",
)

_FILLED = ("title", "name_with_article", "poll_types", "privacy_levels", "treatments")
_ID = re.compile(r"[a-z][a-z0-9-]*\Z")


def check(settings: DeliberationsSettings) -> tuple[Reason, ...]:
    """Return every fault of the settings, each with its cure; empty when sound."""
    found = list(_duplicates("assemblies", settings.assemblies))
    known = {one.id for one in settings.assemblies}
    for assembly in settings.assemblies:
        found += _assembly(assembly, known)
    return tuple(found)


def _assembly(assembly: AssemblySettings, known: set[str]) -> Iterable[Reason]:
    yield from _choices(assembly.id, assembly)
    for name in (
        "validation_levels",
        "list_types",
        "categories",
        "committees",
        "send_to",
    ):
        values = getattr(assembly, name)
        for value in values:
            yield from _choices(f"{assembly.id}.{name}", value)
        if name != "send_to":
            yield from _duplicates(f"{assembly.id}.{name}", values)
    yield from _choices(f"{assembly.id}.advices", assembly.advices)
    for rule in assembly.advices.rules:
        yield from _choices(f"{assembly.id}.advices.rules.{rule.id}", rule)
    yield from _duplicates(f"{assembly.id}.advices.rules", assembly.advices.rules)
    yield from advice_faults(f"{assembly.id}.advices", assembly.advices)
    yield from _preparation(assembly, known)
    yield from _required(assembly)
    yield from _law(assembly)
    yield from _reference(assembly)
    for destination in assembly.send_to:
        if destination.assembly not in known - {assembly.id}:
            yield because(
                "unknown_destination",
                "${where}.send_to : l'assemblée « ${value} » n'existe pas ; "
                "attendu : une autre assemblée parmi ${expected}.",
                where=assembly.id,
                value=destination.assembly,
                expected=_listed(known - {assembly.id}),
            )


def _preparation(assembly: AssemblySettings, known: set[str]) -> Iterable[Reason]:
    where, chosen = f"{assembly.id}.preparation", assembly.preparation
    yield from _choices(where, chosen)
    yield from _duplicates(f"{where}.labels", chosen.labels)
    for one in chosen.labels:
        yield from _choices(f"{where}.labels", one)
    for name in ("ratified_by", "agenda_fixed_by"):
        value = getattr(chosen, name)
        if value and value not in known:
            yield because(
                "unknown_assembly",
                "${where}.${name} : l'assemblée « ${value} » n'existe pas ; attendu : "
                "une assemblée parmi ${expected}.",
                where=where,
                name=name,
                value=value,
                expected=_listed(known),
            )


def _required(assembly: AssemblySettings) -> Iterable[Reason]:
    if not _ID.match(assembly.id):
        yield because(
            "bad_id",
            "assemblies.id : « ${value} » ne peut pas servir d'adresse ; "
            "attendu : des minuscules, des chiffres et des traits d'union.",
            value=assembly.id,
        )
    for name in _FILLED:
        if not getattr(assembly, name):
            yield because(
                "empty_setting",
                "${where}.${name} est vide ; donnez au moins une valeur.",
                where=assembly.id,
                name=name,
            )
    if not any(
        not kind.late and not kind.needs_urgency for kind in assembly.list_types
    ):
        yield because(
            "no_normal_list_type",
            "${where}.list_types : aucun type n'est celui d'un point ordinaire ; "
            "ajoutez-en un sans « late » ni « needs_urgency ».",
            where=assembly.id,
        )
    if "accept" not in assembly.decisions:
        yield because(
            "no_accept",
            "${where}.decisions doit contenir « accept », la décision que reçoit "
            "un point resté ouvert à la clôture.",
            where=assembly.id,
        )


def _law(assembly: AssemblySettings) -> Iterable[Reason]:
    closed_too = Privacy.CLOSED in assembly.privacy_levels
    if not assembly.public or not closed_too:
        return
    # CDLD L1122-22: save for discipline, the closed part comes after the public one.
    if assembly.insertion_rules[:1] != (InsertionRule.PRIVACY.value,):
        yield because(
            "closed_part_first",
            "${where}.insertion_rules doit commencer par « privacy » : dans une "
            "assemblée publique, le huis clos vient après la séance publique "
            "(CDLD, art. L1122-22).",
            where=assembly.id,
        )


def _reference(assembly: AssemblySettings) -> Iterable[Reason]:
    pattern = Template(assembly.reference_format)
    if not pattern.is_valid():
        yield because(
            "bad_reference_format",
            "${where}.reference_format : « ${pattern} » ne peut pas être lu ; "
            "une place s'écrit $${nom}.",
            where=assembly.id,
            pattern=assembly.reference_format,
        )
        return
    for place in pattern.get_identifiers():
        if place not in REFERENCE_PLACES:
            yield because(
                "unknown_place",
                "${where}.reference_format : la place « ${value} » est inconnue ; "
                "attendu : ${expected}.",
                where=assembly.id,
                value=place,
                expected=_listed(REFERENCE_PLACES),
            )


def _choices(where: str, value: Any) -> Iterable[Reason]:
    for one in fields(value):
        metadata: Mapping[str, Any] = one.metadata
        choices = metadata.get("choices")
        if choices is None:
            continue
        given = getattr(value, one.name)
        for item in given if isinstance(given, tuple) else (given,):
            if item not in choices:
                yield because(
                    "unknown_choice",
                    "${where}.${name} : « ${value} » n'est pas connu ; "
                    "attendu : ${expected}.",
                    where=where,
                    name=one.name,
                    value=item,
                    expected=_listed(choices),
                )


def _duplicates(where: str, values: Iterable[Any]) -> Iterable[Reason]:
    seen: set[str] = set()
    for value in values:
        if value.id in seen:
            yield because(
                "duplicate_id",
                "${where} : l'identifiant « ${value} » est donné deux fois ; "
                "chacun doit être unique.",
                where=where,
                value=value.id,
            )
        seen.add(value.id)


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"« {value} »" for value in sorted(values))
