"""A program that talks to the services of the town, as one of its people."""

import base64
from communes.pst.tests import builders
import difflib
import json
import os
from pathlib import Path
from plone.testing.zope import Browser
import re
import transaction
from typing import Any


EXAMPLES = Path(__file__).parents[5] / "docs/reference/pst/http"
# What differs from one run to the next, and what the examples show instead.
CHANGING = (
    (re.compile(r"\b[0-9a-f]{32}\b"), "3f2a9c0d5b6e4f7a8c1d2e3f4a5b6c7d"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "9f2c" * 16),
    (re.compile(r'"updated_on": "[\d-]{10}"'), '"updated_on": "2026-11-23"'),
    (re.compile(r'"days_late": \d+'), '"days_late": 0'),
    (re.compile(r'"begins_late": \w+'), '"begins_late": false'),
    (re.compile(r"http://nohost(:80)?/plone"), "https://valmont.example/agents"),
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"), "2026-11-23T09:00:00"),
)


class Program:
    """Sends JSON as one account and gives back the status and the JSON answered."""

    def __init__(self, functional: Any, account: str = "") -> None:
        self.site = functional["portal"].absolute_url()
        self.app = Browser(functional["app"]).testapp
        self.headers = {"Accept": "application/json"}
        if account:
            word = f"{account}:{builders.PASSWORD}".encode()
            self.headers["Authorization"] = f"Basic {base64.b64encode(word).decode()}"
        self.last: tuple[str, str, Any, Any] | None = None

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Return (status, answer) of one request; a path starts at the site."""
        url = path if path.startswith("http") else f"{self.site}/{path}"
        sent, params = dict(self.headers), b""
        if body is not None:
            sent["Content-Type"] = "application/json"
            params = json.dumps(body).encode()
        # What the test wrote by the door is there for the request.
        transaction.commit()
        answer = self.app.request(
            url, method=method, body=params, headers=sent, expect_errors=True
        )
        is_json = answer.content_type == "application/json"
        self.last = (method, url, body, answer)
        return answer.status_int, answer.json if is_json else answer.body

    def get(self, path: str) -> Any:
        return self.ask("GET", path)

    def example(self, name: str) -> None:
        """Hold the last exchange against the example of the documentation.

        With COMMUNES_WRITE_EXAMPLES set, the example is written instead.
        """
        text, target = self._exchange(), EXAMPLES / f"{name}.http"
        if os.environ.get("COMMUNES_WRITE_EXAMPLES"):
            EXAMPLES.mkdir(parents=True, exist_ok=True)
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
        for pattern, shown in CHANGING:
            text = pattern.sub(shown, text)
        return text


def _pretty(body: Any) -> str:
    return json.dumps(body, ensure_ascii=False, indent=2, sort_keys=True)
