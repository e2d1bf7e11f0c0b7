"""A program that speaks to the house through its REST services."""

import base64
from dataclasses import dataclass
import json
from running_house import Account
import urllib.error
import urllib.request


@dataclass(frozen=True)
class Answer:
    """What a service answered."""

    status: int
    data: bytes

    @property
    def body(self) -> dict:
        return json.loads(self.data)


class Integrator:
    """Sends JSON, with the account of somebody."""

    def __init__(self, url: str, account: Account) -> None:
        self.url = url
        pair = f"{account.login}:{account.password}".encode()
        self._headers = {
            "Accept": "application/json",
            "Authorization": f"Basic {base64.b64encode(pair).decode()}",
        }

    def get(self, path: str) -> Answer:
        return self._send("GET", path, None)

    def post(self, path: str, body: dict | str) -> Answer:
        return self._send("POST", path, body)

    def patch(self, path: str, body: dict) -> Answer:
        return self._send("PATCH", path, body)

    def _send(self, method: str, path: str, body: dict | str | None) -> Answer:
        address = path if path.startswith("http") else f"{self.url}/{path}"
        headers = dict(self._headers)
        data = None
        if body is not None:
            text = body if isinstance(body, str) else json.dumps(body)
            data = text.encode()
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(address, data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return Answer(answer.status, answer.read())
        except urllib.error.HTTPError as refused:
            return Answer(refused.code, refused.read())
