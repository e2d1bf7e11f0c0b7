"""The state of the search in the text format of Prometheus."""

from collections.abc import Iterator
from communes.search.status.domain import Index
from communes.search.status.domain import Status


PREFIX = "communes_search_"
Sample = tuple[dict[str, str], float | None]


def to_text(status: Status) -> str:
    """Return the samples, each labelled with the site; unknown ones left out."""
    lines = []
    for name, words, samples in _metrics(status):
        known = [(labels, value) for labels, value in samples if value is not None]
        if not known:
            continue
        lines.append(f"# HELP {PREFIX}{name} {words}")
        lines.append(f"# TYPE {PREFIX}{name} gauge")
        for labels, value in known:
            told = ",".join(
                f'{label}="{_escaped(text)}"'
                for label, text in {"site": status.site, **labels}.items()
            )
            lines.append(f"{PREFIX}{name}{{{told}}} {_number(value)}")
    return "\n".join([*lines, ""])


def _metrics(status: Status) -> Iterator[tuple[str, str, list[Sample]]]:
    yield (
        "index_state",
        "1 for what Solr says of the index.",
        [({"state": each.value}, float(each is status.index)) for each in Index],
    )
    yield "schema_version", "Schema the index was made for.", [({}, status.schema)]
    yield (
        "schema_version_wanted",
        "Schema of the program.",
        [({}, status.schema_wanted)],
    )
    yield "documents", "Documents in Solr.", [({}, status.documents)]
    yield "catalogued", "Objects in the catalogue.", [({}, status.catalogued)]
    yield (
        "breaker_open",
        "1 when this process leaves Solr alone.",
        [({}, float(status.breaker != "closed"))],
    )
    yield "outbox_length", "Changes not sent yet.", [({}, status.waiting)]
    yield (
        "outbox_age_seconds",
        "Age of the oldest change not sent yet.",
        [({}, status.oldest_wait)],
    )
    yield "failing", "Changes that failed and are tried again.", [({}, status.failing)]
    yield "dead_letters", "Changes given up.", [({}, len(status.dead))]
    yield (
        "pending_places",
        "Places whose rights are on their way to the indexes.",
        [({}, status.pending_places)],
    )
    yield (
        "files",
        "Files of the whole house that were read, by how that ended.",
        [({"ending": name}, count) for name, count in sorted(status.files.items())],
    )
    yield (
        "files_waiting",
        "Files of the site still to be read.",
        [({}, status.files_waiting)],
    )
    yield from _measured(status)


def _measured(status: Status) -> Iterator[tuple[str, str, list[Sample]]]:
    lag, drift, reindex = status.lag, status.drift, status.reindex
    if lag is not None:
        yield (
            "lag_seconds",
            "From the change to the search.",
            [({"quantile": "0.5"}, lag.p50), ({"quantile": "0.95"}, lag.p95)],
        )
    if drift is not None:
        kinds = ("missing", "stale", "orphaned", "wrong_rights")
        yield (
            "drift",
            "Objects that differed at the last sweep.",
            [({"kind": kind}, getattr(drift, kind)) for kind in kinds],
        )
        yield "last_sweep_timestamp", "Its time.", [({}, drift.checked_at)]
    if status.reindexed_at:
        yield (
            "last_reindex_timestamp",
            "When the index in use was put in use.",
            [({}, status.reindexed_at)],
        )
    share = None if reindex is None else reindex.share
    yield "reindex_share", "How far the reindex under way is, 0 to 1.", [({}, share)]


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
