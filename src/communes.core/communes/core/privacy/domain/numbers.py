"""Numbers that carry their own proof: national register and bank accounts."""

import re


def is_niss(text: str) -> bool:
    """Return whether eleven digits are a number of the national register or a bis one.

    The last two are 97 minus the rest of the first nine by 97; those born from 2000
    on count with a 2 before. Source: royal decree of 3 April 1984, article 4.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) != 11:
        return False
    month, day = int(digits[2:4]), int(digits[4:6])
    # A bis number adds 20 or 40 to the month; an unknown birth date has zeros.
    if month % 20 > 12 or month > 52 or day > 31:
        return False
    key = int(digits[9:])
    return any(key == 97 - int(f"{born}{digits[:9]}") % 97 for born in ("", "2"))


def is_iban(text: str) -> bool:
    """Return whether letters and digits make an IBAN (ISO 13616, modulo 97)."""
    compact = re.sub(r"[\s.-]", "", text).upper()
    if not re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", compact):
        return False
    moved = compact[4:] + compact[:4]
    return int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1
