"""A program that talks to the services of a site, as one of its people."""

import base64
import difflib
import json
import os
from pathlib import Path
from plone.testing.zope import Browser
import re
import transaction
from typing import Any


REFERENCE = Path(__file__).parents[5] / "docs/reference"
PASSWORD = "Secret-123456"
# What differs from one run to the next, and what the examples show instead.
CHANGING = (
    (re.compile(r"\b[0-9a-f]{32}\b"), "3f2a9c0d5b6e4f7a8c1d2e3f4a5b6c7d"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "9f2c" * 16),
    (re.compile(r'"modified": "[\d-]{10}"'), '"modified": "2026-11-22"'),
    (re.compile(r'"entered_on": "[^"]+"'), '"entered_on": "2026-11-22T09:00:00"'),
    (re.compile(r"http://nohost(:80)?/plone"), "https://valmont.example/agents"),
    (
        re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*[+-]\d\d:\d\d"),
        "2026-11-22T09:00:00+00:00",
    ),
)


class Program:
    """Sends JSON as one account and gives back the status and the JSON answered.

    Its examples are those of ``docs/reference/<solution>/http``.
    """

    solution = ""
    #: What else differs from one run to the next, as in ``CHANGING``.
    changing: tuple[tuple[re.Pattern[str], str], ...] = ()

    def __init__(
        self, functional: Any, account: str = "", password: str = PASSWORD
    ) -> None:
        self.site = functional["portal"].absolute_url()
        self.app = Browser(functional["app"]).testapp
        self.headers = {"Accept": "application/json"}
        if account:
            token = base64.b64encode(f"{account}:{password}".encode()).decode()
            self.headers["Authorization"] = f"Basic {token}"
        self.last: tuple[str, str, Any, Any] | None = None

    def ask(self, method: str, url: str, body: Any = None, **headers: str) -> Any:
        """Return (status, answer) of one request; a path starts at the site."""
        url = url if url.startswith("http") else f"{self.site}/{url}"
        sent = {**self.headers, **headers}
        params = ""
        if body is not None:
            params = body if isinstance(body, str) else json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        # What the test wrote by the door is there for the request.
        transaction.commit()
        answer = self.app.request(
            url, method=method, body=params.encode(), headers=sent, expect_errors=True
        )
        is_json = answer.content_type == "application/json"
        found = answer.json if is_json else answer.body
        self.last = (method, url, body, answer)
        return answer.status_int, found

    def get(self, url: str) -> Any:
        return self.ask("GET", url)

    def post(self, url: str, body: Any) -> Any:
        return self.ask("POST", url, body)

    def patch(self, url: str, body: Any) -> Any:
        return self.ask("PATCH", url, body)

    def example(self, name: str) -> None:
        """Hold the last exchange against the example of the documentation.

        With COMMUNES_WRITE_EXAMPLES set, the example is written instead.
        """
        text = self._exchange()
        folder = REFERENCE / self.solution / "http"
        target = folder / f"{name}.http"
        if os.environ.get("COMMUNES_WRITE_EXAMPLES"):
            folder.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
        told = target.read_text(encoding="utf-8") if target.exists() else ""
        assert told == text, "\n".join(
            difflib.unified_diff(told.splitlines(), text.splitlines(), name, "now")
        )

    def _exchange(self) -> str:
        method, url, body, answer = self.last
        lines = [f"{method} {url}", "Accept: application/json"]
        if body is not None:
            lines += ["Content-Type: application/json", "", _pretty(body)]
        lines += ["", f"HTTP/1.1 {answer.status}"]
        lines += [f"Content-Type: {answer.content_type}"]
        if answer.content_type == "application/json":
            lines += ["", _pretty(answer.json)]
        text = "\n".join(lines) + "\n"
        for pattern, shown in (*CHANGING, *self.changing):
            text = pattern.sub(shown, text)
        return text


def _pretty(body: Any) -> str:
    if isinstance(body, str):
        return body
    return json.dumps(body, ensure_ascii=False, indent=2, sort_keys=True)
