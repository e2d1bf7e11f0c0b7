"""The tree as markup: one pass over the elements, no template called a thousand times.

Every text is escaped here; nothing of an element is markup.
"""

from collections.abc import Callable
from collections.abc import Iterator
from communes.pst.api.figures import Figures
from communes.pst.browser import words
from communes.pst.domain.choices import Health
from communes.pst.domain.choices import Kind
from communes.pst.domain.element import Element
from communes.pst.domain.element import Link
from communes.pst.domain.placement import shown
from communes.pst.domain.reference import reference
from html import escape


LEVELS = {
    Kind.PART: 1,
    Kind.STRATEGIC: 2,
    Kind.OPERATIONAL: 3,
    Kind.ACTION: 4,
    Kind.ACTION_LINK: 4,
    Kind.SUB_ACTION: 5,
    Kind.SUB_ACTION_LINK: 5,
    Kind.TASK: 6,
}


class TreeMarkup:
    """Writes the branches a person may see.

    :param say: a message in the person's language.
    :param url_of: the address of a path.
    :param keep: whether a leaf is wanted; branches that hold one are kept.
    """

    def __init__(
        self,
        figures: Figures,
        say: Callable[[object], str],
        url_of: Callable[[str], str],
        keep: Callable[[Element], bool] | None = None,
        open_to: int = 2,
    ) -> None:
        self.figures = figures
        self.say = say
        self.url_of = url_of
        self.keep = keep
        self.open_to = open_to
        self._words: dict[object, str] = {}
        self.count = 0

    def markup(self) -> str:
        """Return the whole tree; empty when there is nothing to see."""
        return "".join(self._list("", ' class="pst-tree" data-pst-tree=""'))

    def below(self, id: str) -> str:
        """Return what stands below one element."""
        return "".join(self._list(id, ' class="pst-tree"'))

    def _list(self, id: str, attributes: str = "") -> Iterator[str]:
        inside = "".join(
            part for one in self.figures.tree.children(id) for part in self._branch(one)
        )
        if inside:
            yield f"<ul{attributes}>{inside}</ul>"

    def _branch(self, element: Element) -> Iterator[str]:
        below = "".join(self._list(element.id))
        if element.id not in self.figures.seen:
            # What it holds may be seen though it may not: it stands without it.
            if below:
                yield f"<li><span>{escape(reference(element))}</span>{below}</li>"
            return
        if self.keep is not None and not below and not self.keep(element):
            return
        self.count += 1
        level = LEVELS[element.kind]
        node = self._node(element)
        if not below:
            yield f'<li class="pst-l{level}">{node}</li>'
            return
        opened = ' open=""' if level <= self.open_to or self.keep else ""
        # The link stands beside what opens the branch: one control is not in another.
        name = self._word(words.opening(element), element.id)
        yield (
            f'<li class="pst-l{level}">{node}<details data-level="{level}"{opened}>'
            f'<summary><span class="visually-hidden">{name}</span></summary>'
            f"{below}</details></li>"
        )

    def _node(self, element: Element) -> str:
        figures = self.figures
        target = figures.tree.element(shown(figures.tree, element.id))
        url = escape(self.url_of(figures.seen.get(target.id, "")), quote=True)
        name = f'<span class="pst-name">{escape(target.title)}</span>'
        if target.id in figures.seen:
            name = f'<a href="{url}">{name}</a>'
        ref = escape(reference(element))
        if isinstance(element, Link):
            ref = f"{ref} → {escape(reference(target))}"
        marks = "".join(self._marks(target))
        return (
            f'<span class="pst-node"><span><span class="pst-ref">{ref}</span>{name}'
            f'</span><span class="pst-side">{marks}{self._far(element)}</span></span>'
        )

    def _marks(self, element: Element) -> Iterator[str]:
        late = self.figures.days_late(element.id)
        if late:
            yield self._mark("late", self._word(words.late_tag(late).word, late))
        elif self.figures.begins_late(element.id):
            yield self._mark("late", self._word(words.BEGINS_LATE))
        health = self.figures.health(element.id)
        if health is not Health.GOOD and element.kind is not Kind.TASK:
            tag = words.health_tag(health)
            yield self._mark(tag.kind, self._word(tag.word))
        tag = words.state_tag(element.kind, element.state)
        if tag is not None:
            yield self._mark(tag.kind, self._word(tag.word))

    def _far(self, element: Element) -> str:
        done = self.figures.percent(element.id)
        return (
            f'<span class="pst-far"><i aria-hidden="true"><b style="width:{done}%">'
            f"</b></i>{words.percent(done)}</span>"
        )

    def _mark(self, kind: str, said: str) -> str:
        return f'<span class="pst-mark pst-{kind}">{said}</span>'

    def _word(self, message: object, key: object = None) -> str:
        known = (message, key)
        if known not in self._words:
            self._words[known] = escape(self.say(message))
        return self._words[known]
