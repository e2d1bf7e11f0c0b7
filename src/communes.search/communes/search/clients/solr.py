"""One core of one Solr, spoken to in JSON with a time limit on every talk."""

from collections.abc import Iterable
from collections.abc import Mapping
from communes.search.clients.admin import SolrAdmin
from communes.search.clients.errors import SolrSilent
from communes.search.clients.nodes import ask
from dataclasses import dataclass
import json
from typing import Any
from urllib.parse import quote
from urllib.parse import urlencode


JSON_TYPE = "application/json; charset=utf-8"
FORM_TYPE = "application/x-www-form-urlencoded; charset=utf-8"


@dataclass(frozen=True)
class SolrClient:
    """Speaks to the core ``core`` of the Solr at ``url`` (``http://host:port/solr``).

    ``url`` may list several nodes of one SolrCloud, separated by blanks or commas.
    A talk that takes longer than its limit fails, even if the answer drips in.
    """

    url: str
    core: str
    search_seconds: float = 2.0
    index_seconds: float = 10.0

    def select(self, params: Iterable[tuple[str, str]]) -> Mapping[str, Any]:
        """Return the answer to a search.

        :raises SolrSilent: no whole answer in ``search_seconds``.
        :raises CoreMissing: the core does not exist.
        :raises SolrRefused: Solr does not accept the parameters.
        """
        body = urlencode(list(params)).encode("ascii")
        answer = self._post("select", body, FORM_TYPE, self.search_seconds)
        if answer.get("responseHeader", {}).get("partialResults"):
            raise SolrSilent("Solr stopped before it had looked at everything")
        return answer

    def ping(self) -> None:
        """Ask for nothing, to learn whether the core answers. Raises as ``select``."""
        self.select([("q", "*:*"), ("rows", "0")])

    def add(self, documents: list[Mapping[str, Any]]) -> None:
        """Put whole documents; each replaces the one of the same UID.

        Visible by itself within a second. Raises as ``select``.
        """
        if documents:
            self._update(documents)

    def delete(self, uids: list[str]) -> None:
        """Take documents away; unknown ones do no harm. Raises as ``select``."""
        if uids:
            self._update({"delete": uids})

    def delete_indexed_before(self, moment: str) -> None:
        """Take away what was last put before ``moment`` (ISO 8601, UTC)."""
        self._update({"delete": {"query": f"indexed_at:[* TO {moment}}}"}})

    def create_core(self) -> None:
        """Make the core with the suite's configuration, if it does not exist."""
        SolrAdmin(self.url).create(self.core)

    def _update(self, command: object) -> None:
        body = json.dumps(command, ensure_ascii=False).encode("utf-8", "replace")
        self._post("update", body, JSON_TYPE, self.index_seconds)

    def _post(
        self, handler: str, body: bytes, kind: str, seconds: float
    ) -> Mapping[str, Any]:
        path = f"{quote(self.core, safe='')}/{handler}"
        return ask(self.url, "POST", path, body, {"Content-Type": kind}, seconds)
