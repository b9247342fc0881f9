"""Posts that nobody has written: as many as one wants, the same each time."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

_WHO: Final = (
    *("the council", "the mayor", "a spokesman", "the harbour master", "the ferry company"),
    *("a group of farmers", "the ministry", "the opposition", "a teacher", "the fire brigade"),
    *("the museum", "a court", "the railway", "the union", "a neighbour", "the airport"),
    *("the hospital", "the library", "a fisherman", "the weather service"),
)
_DOES: Final = (
    *("has opened", "wants to close", "is rebuilding", "has sold", "will pay for", "may lose"),
    *("has asked for", "cannot find", "praises", "is counting", "has moved", "will inspect"),
    *("has lost", "is painting", "wants to buy", "remembers", "has promised", "is waiting for"),
    *("will test", "has repaired"),
)
_WHAT: Final = (
    *("the old bridge", "a new school", "two buses", "the market hall", "the lighthouse"),
    *("the summer festival", "a row of trees", "the town archive", "a water tower", "the canal"),
    *("three ferries", "the stadium", "a playground", "the northern road", "a bicycle path"),
    *("the power station", "a statue", "the fish market", "an empty factory", "the tram"),
)
_WHEN: Final = (
    *("on Monday", "after the winter", "before the election", "next year", "in the spring"),
    *("at the weekend", "within a month", "since the flood", "for the first time", "at night"),
    *("without a word", "in spite of the cost", "with great care", "as promised", "too late"),
    *("in the rain", "once more", "after ten years", "by mistake", "for nothing"),
)
_TOPICS: Final = ("Harbour", "Schools", "Traffic", "Culture", "Sport", "Weather", "Courts")
_AUTHORS: Final = ("Anna Pulsifer", "Joe Marder", "Tess Okonkwo", "Li Wendell", "Ivo Karras")
_BEGAN: Final = date(2004, 1, 1)
_YEARS: Final = 20
_ONE_IN: Final = 200
"""So seldom a post has a mistake of a kind."""


def invent(folder: Path, count: int) -> int:
    """Write so many posts below a folder; how many bytes they have."""
    random = Random(count)  # noqa: S311 - nothing secret about it
    size = 0
    titles: list[str] = []
    for number in range(count):
        day = _BEGAN + timedelta(days=number * _YEARS * 365 // count)
        post = folder / "content" / str(day.year) / f"{number:06}.md"
        post.parent.mkdir(parents=True, exist_ok=True)
        text = _post(random, day, number, titles)
        size += post.write_bytes(text.encode())
    (folder / "postlint.toml").write_text("", encoding="utf-8")
    return size


def _post(random: Random, day: date, number: int, titles: list[str]) -> str:
    title = random.choice(titles) if titles and _rarely(random) else _title(random, number)
    titles.append(title)
    author = random.choice(_AUTHORS)
    topic = random.choice(_TOPICS)
    front_matter = {
        "title": title,
        "date": day.isoformat(),
        "authors" if _rarely(random) else "author": _slip(author) if _rarely(random) else author,
        "category": topic.lower() if _rarely(random) else topic,
        "description": _sentence(random),
    }
    lines = [f"{key}: {value}" for key, value in front_matter.items()]
    body = "\n\n".join(
        " ".join(_sentence(random) for _ in range(random.randint(2, 6))) for _ in range(4)
    )
    head = "\n".join(lines)
    return f"---\n{head}\n---\n\n{body}\n\nWritten by {author}.\n"


def _title(random: Random, number: int) -> str:
    return f"{random.choice(_WHO).capitalize()} and {random.choice(_WHAT)}, part {number}"


def _sentence(random: Random) -> str:
    parts = (random.choice(each) for each in (_WHO, _DOES, _WHAT, _WHEN))
    sentence = " ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _slip(name: str) -> str:
    """The name with two letters in each other's place."""
    return f"{name[:-3]}{name[-2]}{name[-3]}{name[-1]}"


def _rarely(random: Random) -> bool:
    return random.randrange(_ONE_IN) == 0
