"""Telephone numbers as people write them, read into the form the world calls."""

import re


BELGIUM = "+32"


def international(text: str) -> str:
    """Return a number as E.164 writes it; a Belgian one may be typed without prefix.

    « 082/12.34.56 » becomes ``+3282123456``, « 0032 82 12 34 56 » too. What is no
    number comes back without its spaces, for whoever checks it to refuse.
    """
    bare = re.sub(r"[\s./()\u00a0\u202f-]", "", text)
    if bare.startswith("00"):
        return f"+{bare[2:]}"
    if re.fullmatch(r"\+320\d+", bare):
        # « +32 (0)82 » keeps the zero one does not call from abroad.
        return BELGIUM + bare[4:]
    if re.fullmatch(r"0\d{8,9}", bare):
        return BELGIUM + bare[1:]
    return bare


def spoken(number: str) -> str:
    """Return a number as Belgians read it: « 082 12 34 56 », « 0470 11 12 22 ».

    Numbers of other countries keep their prefix and have no spaces put in.
    """
    if not number.startswith(BELGIUM):
        return number
    local = f"0{number[len(BELGIUM) :]}"
    if len(local) == 10:
        return f"{local[:4]} {local[4:6]} {local[6:8]} {local[8:]}"
    if len(local) != 9:
        return local
    # Four zones have two digits before the number (plan of numbers, IBPT).
    if local[1] in "2349":
        return f"{local[:2]} {local[2:5]} {local[5:7]} {local[7:]}"
    return f"{local[:3]} {local[3:5]} {local[5:7]} {local[7:]}"
