"""The back office of another vendor, in a process of its own, with its whims.

``python backoffice_server.py TOKEN MUTATIONS.json`` prints its port, then serves. A
client may ask ``POST /whim {"next": [...]}``: each following request is first treated
as ``slow`` (answers after three seconds), ``away`` (503), ``broken`` (cut before the
answer, after the work) or ``html`` (a proxy's page).
"""

from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
import json
from pathlib import Path
import sys
import time
from urllib.parse import parse_qs
from urllib.parse import urlsplit


TOKEN = sys.argv[1] if len(sys.argv) > 1 else ""
MUTATIONS = json.loads(Path(sys.argv[2]).read_text()) if len(sys.argv) > 2 else []
BUDGETS = {"421/731-60": 10**11, "104/123-06": 1_000}
SLOW_SECONDS = 3
inscribed: dict[str, dict] = {}
whims: list[str] = []


class BackOffice(BaseHTTPRequestHandler):
    """Its API, version 3."""

    def do_GET(self):
        self._answered(None)

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        self._answered(self.rfile.read(length))

    def log_message(self, *_args):
        """Say nothing."""

    def _answered(self, raw):
        parts = urlsplit(self.path)
        noun = parts.path.removeprefix("/api/v3/")
        if self.path == "/whim":
            whims[:] = json.loads(raw)["next"]
            return self._say(200, {})
        whim = whims.pop(0) if whims else ""
        if whim == "away":
            return self._say(503, {"Erreur": "MAINT", "Libelle": "Maintenance"})
        if whim == "html":
            return self._send(502, b"<html>Bad gateway</html>", "text/html")
        if self.headers.get("X-Api-Token") != TOKEN:
            return self._say(401, {"Erreur": "AUTH", "Libelle": "Jeton inconnu"})
        status, said = self._served(noun, parts.query, raw)
        if whim == "slow":
            time.sleep(SLOW_SECONDS)
        if whim == "broken":
            # The work is done, and nobody hears of it.
            return self.connection.close()
        return self._say(status, said)

    def _served(self, noun, query, raw):
        if noun == "etat":
            return 200, {"Etat": "OK"}
        if noun == "mutations":
            asked = parse_qs(query)
            after, most = int(asked["depuis"][0]), int(asked["nb"][0])
            rest = [one for one in MUTATIONS if one["Seq"] > after]
            most = min(most, 3)
            return 200, {"Mutations": rest[:most], "Suite": len(rest) > most}
        if noun == "engagements":
            return inscribe(json.loads(raw))
        return 404, {"Erreur": "URL", "Libelle": "Adresse inconnue"}

    def _say(self, status, said):
        self._send(status, json.dumps(said).encode(), "application/json")

    def _send(self, status, data, content_type):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def inscribe(asked):
    """Inscribe a commitment: once for each external reference."""
    reference = asked["RefExterne"]
    if reference in inscribed:
        return 200, inscribed[reference]
    if asked["Article"] not in BUDGETS:
        return 422, {"Erreur": "ARTICLE", "Libelle": "Article budgétaire inconnu"}
    cents = int(asked["Montant"].replace(",", ""))
    if cents > BUDGETS[asked["Article"]]:
        return 409, {"Erreur": "CREDIT", "Libelle": "Crédit insuffisant"}
    BUDGETS[asked["Article"]] -= cents
    number = f"{asked['Exercice']}/{len(inscribed) + 4512:06}"
    inscribed[reference] = {
        "NumEngagement": number,
        "DateEngagement": asked["DateDecision"],
    }
    return 201, inscribed[reference]


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), BackOffice)
    print(server.server_address[1], flush=True)
    server.serve_forever()
