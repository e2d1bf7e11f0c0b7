"""The best answers to some words, for the catalogue to narrow and to order."""

from communes.search.clients.errors import SolrError
from communes.search.domain.params import to_params
from communes.search.domain.query import Query
from communes.search.domain.text import words_of
from communes.search.reading.solr import Asking
import logging
from typing import Any


MOST_MATCHES = 1000
logger = logging.getLogger(__name__)


def matching_uids(site: Any, text: str, path: str = "") -> list[str] | None:
    """Return the UIDs of what matches ``text``, best first; None when Solr is silent.

    ``MOST_MATCHES`` at most. The catalogue has the last word on rights: it narrows
    these by everything else that was asked, in the reader's name.

    :raises TextTooLong: more than a question.
    """
    if not words_of(text):
        return []
    try:
        asking = Asking(site, Query(text=text, path=path, size=0))
        params = to_params(asking.query, asking.reader, asking.words, asking.unsettled)
        kept = [one for one in params if one[0] not in ("rows", "fl")]
        wanted = [("rows", str(MOST_MATCHES)), ("fl", "UID")]
        answer = asking.select([*kept, *wanted])
        return [found["UID"] for found in answer["response"]["docs"]]
    except (SolrError, KeyError) as error:
        logger.info("The catalogue looks for words itself: %r", error)
        return None
