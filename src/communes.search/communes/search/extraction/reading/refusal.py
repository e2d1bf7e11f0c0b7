"""Why a reader stops: the name of an ending, told to the process outside."""


class Refusal(Exception):
    """The file can not or must not be read; ``ending`` is that of an ``Ending``."""

    def __init__(self, ending: str, detail: str = "") -> None:
        super().__init__(f"{ending}: {detail}")
        self.ending = ending
        self.detail = detail
