"""The fonts shipped with the theme: a commune takes one of them, from nobody else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Font:
    """A family; ``files`` begin the names of its files, one for each weight."""

    title: str
    family: str
    files: str
    weights: tuple[int, ...]
    fallback: str


#: Inter is declared by the style sheet of every page.
USUAL = "inter"
FONTS = {
    USUAL: Font("Inter", "Inter", "inter", (400, 600, 700), "sans-serif"),
    "atkinson": Font(
        "Atkinson Hyperlegible",
        "Atkinson Hyperlegible",
        "atkinson-hyperlegible",
        (400, 700),
        "sans-serif",
    ),
    "source-sans": Font(
        "Source Sans", "Source Sans 3", "source-sans-3", (400, 600, 700), "sans-serif"
    ),
    "source-serif": Font(
        "Source Serif", "Source Serif 4", "source-serif-4", (400, 600, 700), "serif"
    ),
}


def font_styles(name: str, base: str) -> str:
    """Return the rules that make a font that of the pages; none for the usual one.

    :param base: the address of the files of the theme, without a slash at its end.
    :raises KeyError: no font of that name is shipped.
    """
    if name == USUAL:
        return ""
    font = FONTS[name]
    faces = "".join(
        f"@font-face{{font-family:'{font.family}';font-style:normal;"
        f"font-weight:{weight};font-display:swap;src:"
        f"url('{base}/fonts/{font.files}-latin-{weight}-normal.woff2') "
        "format('woff2')}"
        for weight in font.weights
    )
    return f"{faces}:root{{--font:'{font.family}',system-ui,{font.fallback}}}\n"


def font_addresses(name: str, base: str) -> list[str]:
    """Return where the files of a font are, that a page may ask for them first.

    :raises KeyError: no font of that name is shipped.
    """
    font = FONTS[name]
    return [
        f"{base}/fonts/{font.files}-latin-{weight}-normal.woff2"
        for weight in font.weights
    ]
