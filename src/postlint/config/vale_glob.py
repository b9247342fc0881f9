"""The patterns of files in a `.vale.ini`, as .gitignore writes them."""

import re
from typing import Final

_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_STARS: Final = re.compile(r"((?:(?<=/)|^)\*\*/|\*+)")
_MOST: Final = 200


def expanded_globs(glob: str) -> list[str]:
    """`*.{md,rst}` as two patterns. Raises ValueError for one that cannot be kept."""
    if glob.startswith("!") or "\\" in glob:
        raise ValueError("its pattern has no like in .gitignore")
    done: list[str] = []
    ahead = [glob.strip()]
    while ahead:
        if len(done) + len(ahead) > _MOST:
            raise ValueError(f"its pattern stands for more than {_MOST} patterns")
        one = ahead.pop(0)
        found = _BRACES.search(one)
        if found is not None:
            left, right = one[: found.start()], one[found.end() :]
            ahead = [*(left + part.strip() + right for part in found[1].split(",")), *ahead]
        elif "{" in one or "}" in one or one.count("*") > 5:
            raise ValueError("its pattern has no like in .gitignore")
        elif one:
            done.append(one)
    return done


def as_gitignore(glob: str) -> list[str]:
    """The patterns that together match the same files.

    To Vale `*` is any text, that of folders too; and a pattern without folders is of files at the
    top. `**/` is any number of folders, none too, as authors mean it.
    """
    made = [""]
    parts = _STARS.split(glob.removeprefix("./"))
    for index, part in enumerate(parts):
        is_star = index % 2 == 1
        if not is_star or part == "**/":
            made = [one + part for one in made]
        else:
            rest = "".join(parts[index + 1 :])
            made = [one + star for one in made for star in _stars(one, rest)]
    return [one if "/" in one or glob.startswith("*") else f"/{one}" for one in made]


def _stars(before: str, rest: str) -> tuple[str, ...]:
    """What any text is between what stands before it and the rest."""
    if before.endswith("**/") or (not before and not {"/", "*"} & set(rest)):
        return ("*",)
    if not before or before.endswith("/"):
        return ("**/*",) if rest else ("**",)
    if rest.startswith("/"):
        return ("*/**",)
    return ("*", "*/**/*") if rest else ("*",)
