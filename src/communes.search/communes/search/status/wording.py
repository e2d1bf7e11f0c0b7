"""The state of the search in words for an operator."""

from communes.core.parts.domain.values import Fact
from communes.core.parts.domain.values import Notice
from communes.search.i18n import _
from communes.search.status.domain import Status
from communes.search.status.domain import Trouble
from communes.search.status.domain import troubles
from datetime import datetime
from datetime import UTC
from typing import Any
from zope.i18nmessageid import Message


SENTENCES = {
    Trouble.SILENT: _(
        "status_silent",
        default="Solr ne répond pas : le catalogue répond à sa place et ce qui est "
        "écrit attend. Vérifiez que Solr tourne et que COMMUNES_SOLR_URL est juste.",
    ),
    Trouble.MISSING: _(
        "status_missing",
        default="Solr tourne mais l'index ${core} n'existe pas. Lancez "
        "bin/instance search_reindex ${site}.",
    ),
    Trouble.OUTDATED: _(
        "status_outdated",
        default="L'index a le schéma ${schema}, le programme attend le ${wanted} : "
        "ce qui est écrit attend. Lancez bin/instance search_reindex ${site}.",
    ),
    Trouble.BREAKER: _(
        "status_breaker",
        default="Ce processus laisse Solr en paix après des échecs : ${error}. Il "
        "essaie de nouveau par lui-même.",
    ),
    Trouble.WAITING: _(
        "status_waiting",
        default="Des changements attendent d'être envoyés depuis ${age}. Vérifiez que "
        "le processus worker tourne, et son journal.",
    ),
    Trouble.DEAD: _(
        "status_dead",
        default="${count} changements ont été abandonnés ; la raison de chacun est "
        "ci-dessous.",
    ),
    Trouble.DRIFT: _(
        "status_drift",
        default="Le dernier balayage a trouvé ${count} différences entre la base et "
        "l'index. Lancez bin/instance search_sweep ${site}.",
    ),
    Trouble.SLOW: _(
        "status_slow",
        default="Un changement met ${lag} à être trouvé (95 fois sur 100), au lieu de "
        "2 s au plus.",
    ),
    Trouble.NEVER_SWEPT: _(
        "status_never_swept",
        default="L'index n'a pas été comparé à la base depuis trois jours. Le worker "
        "le fait seul ; sinon lancez bin/instance search_sweep ${site}.",
    ),
}
INDEX_WORDS = {
    "ready": _("index_ready", default="répond"),
    "missing": _("index_missing", default="n'existe pas"),
    "outdated": _("index_outdated", default="ancien schéma"),
    "silent": _("index_silent", default="ne répond pas"),
}
READ_WORDS = {
    "read": _("files_read", default="Lus en entier"),
    "cut": _("files_cut", default="Lus en partie (trop longs)"),
    "empty": _("files_empty", default="Sans texte (images, vides)"),
    "encrypted": _("files_encrypted", default="Protégés par un mot de passe"),
    "unknown": _("files_unknown", default="D'un genre qui n'est pas lu"),
    "broken": _("files_broken", default="Abîmés"),
    "too_large": _("files_too_large", default="Trop grands"),
    "too_long": _("files_too_long", default="Abandonnés après le temps permis"),
    "bomb": _("files_bomb", default="Refusés : se déploient sans fin"),
    "forbidden": _("files_forbidden", default="Refusés : contenu interdit"),
}
BREAKER_WORDS = {
    "closed": _("breaker_closed", default="fermé : Solr est interrogé"),
    "open": _("breaker_open", default="ouvert : le catalogue répond"),
    "half_open": _("breaker_half_open", default="un essai est en cours"),
}


def notices(status: Status) -> list[Notice]:
    """Return a sentence for each trouble; one that says all is well without any."""
    found = [_notice(trouble, status) for trouble in troubles(status)]
    return found or [
        Notice(_("status_well", default="La recherche fonctionne."), kind="ok")
    ]


def _notice(trouble: Trouble, status: Status) -> Notice:
    mapping: dict[str, Any] = {
        "site": status.site,
        "core": status.core,
        "schema": status.schema if status.schema is not None else "–",
        "wanted": status.schema_wanted,
        "error": status.breaker_error,
        "age": duration(status.oldest_wait),
        "count": len(status.dead)
        if trouble is Trouble.DEAD or status.drift is None
        else status.drift.total,
        "lag": duration(status.lag.p95) if status.lag else "",
    }
    return Notice(Message(SENTENCES[trouble], mapping=mapping), kind="late")


def duration(seconds: float) -> str:
    """Return seconds as people write them: ``0,8 s``, ``3 min``, ``2 h 05``."""
    if seconds < 60:
        return f"{seconds:.1f} s".replace(".", ",")
    minutes = int(seconds // 60)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60:02}"


def moment(at: float) -> str:
    """Return a moment for an operator: ``22/11/2026 21:04``."""
    return f"{datetime.fromtimestamp(at, UTC).astimezone():%d/%m/%Y %H:%M}"


def index_facts(status: Status) -> list[Fact]:
    """Return what there is to know of the index."""
    schema = "–" if status.schema is None else str(status.schema)
    documents = "–" if status.documents is None else _thousands(status.documents)
    return [
        Fact(_("term_index", default="Index"), status.core),
        Fact(_("term_state", default="État"), INDEX_WORDS[status.index.value]),
        Fact(
            _("term_schema", default="Schéma (attendu)"),
            f"{schema} ({status.schema_wanted})",
        ),
        Fact(_("term_documents", default="Documents dans Solr"), documents),
        Fact(
            _("term_catalogued", default="Objets dans le catalogue"),
            _thousands(status.catalogued),
        ),
        Fact(_("term_breaker", default="Disjoncteur"), BREAKER_WORDS[status.breaker]),
        Fact(
            _("term_reindexed", default="Dernière réindexation"),
            moment(status.reindexed_at)
            if status.reindexed_at
            else _("reindexed_never", default="aucune : rempli au fil de l'eau"),
        ),
    ]


def writing_facts(status: Status) -> list[Fact]:
    """Return what there is to know of what is on its way to the index."""
    lag = "–" if status.lag is None else duration(status.lag.p95)
    return [
        Fact(
            _("term_waiting", default="Changements en attente"),
            _thousands(status.waiting),
        ),
        Fact(
            _("term_oldest", default="Le plus ancien attend depuis"),
            duration(status.oldest_wait),
        ),
        Fact(_("term_failing", default="À réessayer"), str(status.failing)),
        Fact(_("term_dead", default="Abandonnés"), str(len(status.dead))),
        Fact(
            _("term_pending", default="Lieux dont les droits changent"),
            str(status.pending_places),
        ),
        Fact(_("term_lag", default="Visible après (95 fois sur 100)"), lag),
    ]


def drift_facts(status: Status) -> list[Fact]:
    """Return what the last sweep found, or that there was none yet."""
    drift = status.drift
    swept = _("term_swept", default="Dernier balayage")
    if drift is None:
        return [Fact(swept, _("swept_never", default="pas encore"))]
    return [
        Fact(swept, moment(drift.checked_at)),
        Fact(_("term_checked", default="Objets comparés"), _thousands(drift.checked)),
        Fact(_("term_missing", default="Manquants"), str(drift.missing)),
        Fact(_("term_stale", default="En retard"), str(drift.stale)),
        Fact(_("term_orphaned", default="De trop"), str(drift.orphaned)),
        Fact(_("term_wrong_rights", default="Droits faux"), str(drift.wrong_rights)),
    ]


def file_facts(status: Status) -> list[Fact]:
    """Return how the reading of files went, only the endings that happened."""
    found = [
        Fact(words, _thousands(status.files[name]))
        for name, words in READ_WORDS.items()
        if status.files.get(name)
    ]
    waiting = _("term_files_waiting", default="En attente, pour ce site")
    return [*found, Fact(waiting, _thousands(status.files_waiting))]


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
