"""What a core holds, as it is this instant, and changed only if it still is so."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from communes.search.clients.nodes import ask
from communes.search.clients.solr import FORM_TYPE
from communes.search.clients.solr import JSON_TYPE
from communes.search.clients.solr import SolrClient
from dataclasses import dataclass
import json
from typing import Any
from urllib.parse import quote
from urllib.parse import urlencode


@dataclass(frozen=True)
class SolrRecords:
    """The records of the core of ``client``, deleted ones included.

    Every method raises as ``SolrClient.select``, after ``index_seconds``.
    """

    client: SolrClient

    def now(
        self, uids: Sequence[str], fields: Sequence[str]
    ) -> dict[str, Mapping[str, Any]]:
        """Return what is held under ``uids``, be it visible to a search yet or not."""
        if not uids:
            return {}
        shown = ",".join(("UID", *fields))
        asked = [("ids", ",".join(uids)), ("fl", shown), ("wt", "json")]
        answer = self._post("get", urlencode(asked).encode("ascii"), FORM_TYPE)
        return {each["UID"]: each for each in answer["response"]["docs"]}

    def put(self, encoded: Iterable[bytes]) -> None:
        """Put documents, each as JSON with the ``_version_`` it is meant for.

        :raises SolrOvertaken: one of them was changed meanwhile; those before it in
            the order are put, those after it are not.
        """
        self._post("update", b"[" + b",".join(encoded) + b"]", JSON_TYPE)

    def erase(self, query: str) -> None:
        """Take away for good what ``query`` finds."""
        body = json.dumps({"delete": {"query": query}}).encode()
        self._post("update", body, JSON_TYPE)

    def pages(
        self, query: str, fields: Sequence[str], rows: int
    ) -> Iterator[list[Mapping[str, Any]]]:
        """Yield what a search may see of ``query``, by UID, ``rows`` at a time."""
        mark = "*"
        while True:
            asked = [
                ("q", query),
                ("fl", ",".join(("UID", *fields))),
                ("sort", "UID asc"),
                ("rows", str(rows)),
                ("cursorMark", mark),
            ]
            answer = self._post("records", urlencode(asked).encode("utf-8"), FORM_TYPE)
            yield answer["response"]["docs"]
            if answer["nextCursorMark"] == mark:
                return
            mark = answer["nextCursorMark"]

    def count(self, query: str) -> int:
        """Return how many records ``query`` finds."""
        asked = urlencode([("q", query)]).encode("utf-8")
        return int(self._post("records", asked, FORM_TYPE)["response"]["numFound"])

    def _post(self, handler: str, body: bytes, kind: str) -> Mapping[str, Any]:
        path = f"{quote(self.client.core, safe='')}/{handler}"
        seconds = self.client.index_seconds
        headers = {"Content-Type": kind}
        return ask(self.client.url, "POST", path, body, headers, seconds)
