"""The state of the search in the text format of Prometheus."""

from collections.abc import Iterator
from communes.core.metrics import domain as text
from communes.core.metrics.domain import Gauge
from communes.core.metrics.domain import gauge
from communes.core.metrics.domain import labelled
from communes.search.status.domain import Index
from communes.search.status.domain import Status


PREFIX = "communes_search_"


def to_text(status: Status) -> str:
    """Return the samples, each labelled with the site; unknown ones left out."""
    gauges = (*_metrics(status), *_measured(status))
    return text.to_text(PREFIX, status.site, gauges)


def _metrics(status: Status) -> Iterator[Gauge]:
    states = [(each.value, float(each is status.index)) for each in Index]
    yield labelled("index_state", "1 for what Solr says of the index.", "state", states)
    yield gauge("schema_version", "Schema the index was made for.", status.schema)
    yield gauge("schema_version_wanted", "Schema of the program.", status.schema_wanted)
    yield gauge("documents", "Documents in Solr.", status.documents)
    yield gauge("catalogued", "Objects in the catalogue.", status.catalogued)
    is_open = float(status.breaker != "closed")
    yield gauge("breaker_open", "1 when this process leaves Solr alone.", is_open)
    yield gauge("outbox_length", "Changes not sent yet.", status.waiting)
    yield gauge(
        "outbox_age_seconds",
        "Age of the oldest change not sent yet.",
        status.oldest_wait,
    )
    yield gauge("failing", "Changes that failed and are tried again.", status.failing)
    yield gauge("dead_letters", "Changes given up.", len(status.dead))
    yield gauge(
        "pending_places",
        "Places whose rights are on their way to the indexes.",
        status.pending_places,
    )
    yield labelled(
        "files",
        "Files of the whole house that were read, by how that ended.",
        "ending",
        sorted(status.files.items()),
    )
    yield gauge(
        "files_waiting", "Files of the site still to be read.", status.files_waiting
    )


def _measured(status: Status) -> Iterator[Gauge]:
    lag, drift, reindex = status.lag, status.drift, status.reindex
    if lag is not None:
        quantiles = [("0.5", lag.p50), ("0.95", lag.p95)]
        words = "From the change to the search."
        yield labelled("lag_seconds", words, "quantile", quantiles)
    if drift is not None:
        kinds = ("missing", "stale", "orphaned", "wrong_rights")
        found = [(kind, getattr(drift, kind)) for kind in kinds]
        words = "Objects that differed at the last sweep."
        yield labelled("drift", words, "kind", found)
        yield gauge("last_sweep_timestamp", "Its time.", drift.checked_at)
    if status.reindexed_at:
        yield gauge(
            "last_reindex_timestamp",
            "When the index in use was put in use.",
            status.reindexed_at,
        )
    share = None if reindex is None else reindex.share
    yield gauge("reindex_share", "How far the reindex under way is, 0 to 1.", share)
