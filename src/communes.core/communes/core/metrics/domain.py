"""Numbers in the text format of Prometheus."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """One number, known by its labels; ``value`` is None for what is not known."""

    value: float | None
    labels: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Gauge:
    """One kind of number: its name, what it says, and its samples."""

    name: str
    words: str
    samples: tuple[Sample, ...]


def gauge(name: str, words: str, value: float | None) -> Gauge:
    """Return a kind of number of which there is one."""
    return Gauge(name, words, (Sample(value),))


def labelled(
    name: str, words: str, label: str, values: Iterable[tuple[str, float | None]]
) -> Gauge:
    """Return a kind of number of which there is one for each text of a label."""
    samples = tuple(Sample(value, ((label, text),)) for text, value in values)
    return Gauge(name, words, samples)


def to_text(prefix: str, site: str, gauges: Iterable[Gauge]) -> str:
    """Return the samples, each labelled with the site; unknown ones left out.

    :param prefix: of every name, as ``communes_search_``.
    """
    lines: list[str] = []
    for one in gauges:
        known = [
            (sample.labels, sample.value)
            for sample in one.samples
            if sample.value is not None
        ]
        if not known:
            continue
        lines.append(f"# HELP {prefix}{one.name} {one.words}")
        lines.append(f"# TYPE {prefix}{one.name} gauge")
        for labels, value in known:
            told = ",".join(
                f'{label}="{_escaped(text)}"'
                for label, text in (("site", site), *labels)
            )
            lines.append(f"{prefix}{one.name}{{{told}}} {_number(value)}")
    return "\n".join([*lines, ""])


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")
