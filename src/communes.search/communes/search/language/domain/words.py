"""When two words, as people type them, count as the same one."""

from functools import lru_cache
import re
import unicodedata


# What French and German sentences hang between the words that matter.
FUNCTION_WORDS = frozenset(
    """
    a afin ai ainsi alors as au aucun aussi aux avec avoir ce ceci cela celle
    celles celui ces cet cette ceux chez comme comment d dans de depuis des donc dont
    du elle elles en entre est et eu eux fait faire faut il ils j je l
    la laquelle le lequel les lesquels leur leurs lors lorsque lui m ma mais me meme
    mes moi mon n ne ni nos notre nous on ont ou par parce pas pendant plus pour
    pourquoi puis-je puis puisque qu quand que quel quelle quelles quels qui quoi s sa
    sans se selon ses si son sont sous sur t ta te tes toi ton tous tout toute toutes
    tu un une vers via vos votre vous y
    aber als am an auch auf aus bei bin da das dass dem den der des die dies ein
    eine einem einen einer eines er es fur hat ich ihr im in ist mit nach nicht oder
    sich sie sind uber um und uns vom von vor war was wann wer wie wir wird wo zu
    zum zur
    """.split()
)
_ELISION = re.compile(r"^(?:[ldmtsncj]|(?:jus|lors|puis|quoi)?qu)['’](?=\w)")
_PARTS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = 3


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, ligatures taken apart."""
    spelled = text.lower().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss")
    parted = unicodedata.normalize("NFD", spelled)
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


@lru_cache(maxsize=4096)
def tokens(word: str) -> tuple[str, ...]:
    """Return the parts of a word by which it is compared; plurals meet their singular.

    Function words are left out, unless there is nothing else.
    """
    parts = [_ELISION.sub("", part) for part in _PARTS.findall(fold(word))]
    kept = [part for part in parts if part not in FUNCTION_WORDS]
    return tuple(_singular(part) for part in kept or parts)


def key_of(words: str) -> tuple[str, ...]:
    """Return what two writings of the same word or expression have in common."""
    return tuple(part for word in words.split() for part in meaning(word))


def meaning(word: str) -> tuple[str, ...]:
    """Return the parts of a word that carry meaning; none for a function word."""
    if is_function_word(word):
        return ()
    return tokens(word)


def is_function_word(word: str) -> bool:
    """Tell whether a word only joins others ("de", "pour", "l'", "und")."""
    parts = [part.rstrip("'’") for part in _PARTS.findall(fold(word))]
    return bool(parts) and all(
        _ELISION.sub("", part) in FUNCTION_WORDS for part in parts
    )


def _singular(word: str) -> str:
    if len(word) <= _SMALL:
        return word
    if word.endswith("eaux"):
        return word[:-1]
    if word.endswith("aux"):
        return f"{word[:-3]}al"
    return word[:-1] if word[-1] in "sx" else word
