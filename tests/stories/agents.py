"""Somebody of the demo before a browser; what breaks on their pages is noted."""

from playwright.sync_api import Browser
from playwright.sync_api import expect
from running_house import StoryHouse


HEIGHT = 800
#: How long a page may take under the load of a whole house on two cores.
PATIENCE = 15_000

expect.set_options(timeout=PATIENCE)


class Agent:
    """One person, one session, one page."""

    def __init__(
        self, house: StoryHouse, browser: Browser, login: str, width: int
    ) -> None:
        self.house = house
        self.account = house.accounts[login]
        self.broken: list[str] = []
        self.context = browser.new_context(
            locale="fr-BE",
            timezone_id="Europe/Brussels",
            viewport={"width": width, "height": HEIGHT},
        )
        self.context.set_default_timeout(PATIENCE)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.broken.append(f"script: {error}"))
        self.page.on("response", self._note)

    def _note(self, response) -> None:
        if response.status >= 500:
            self.broken.append(f"{response.status} {response.url}")

    def open(self, path: str = ""):
        """Go to a page of the site and return it; a page that says "no" is no page.

        What is looked for on a page of refusal (no finding of axe) proves nothing.
        """
        address = path if path.startswith("http") else f"{self.house.url}/{path}"
        answer = self.page.goto(address)
        assert answer is None or answer.status < 400, f"{answer.status} {address}"
        return self.page

    def log_in(self) -> None:
        """Come in by the first page, as everybody does."""
        self.come_in()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Bonjour")

    def come_in(self, path: str = "") -> None:
        """Say who it is, on the first page or on that of another site."""
        self.open(path)
        self.page.locator("[name=__ac_name]").fill(self.account.login)
        self.page.locator("[name=__ac_password]").fill(self.account.password)
        self.page.locator("[name=__ac_password]").press("Enter")

    def leave(self) -> None:
        self.context.close()
