"""Where a post writes a term that the house has chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postlint.content.document import parse
from postlint.content.source import Source
from postlint.language.chosen_terms import ChosenTerms


def uses(text: str, *terms: str) -> list[str]:
    """`as written -> right` of each use that is not right."""
    prose = parse("a.md", Source(text)).prose
    found = ChosenTerms(terms).uses(prose)
    return [f"{use.text} -> {use.right}" for use in found if use.text != use.right]


@pytest.mark.parametrize(
    ("text", "term", "said"),
    [
        ("By e-mail and e mail.", "email", ["e-mail -> email", "e mail -> email"]),
        ("E-mail! E-MAILS.", "email", ["E-mail -> Email", "E-MAILS -> EMAILS"]),
        ("Email, email and EMAILS.", "email", []),
        (
            "The Web site on Monday. Web site? The Website.",
            "website",
            ["Web site -> website", "Web site -> Website"],
        ),
        ("# Our New Web Site\n\n# Send E-mail\n", "email", ["E-mail -> Email"]),
        (
            "We use Acme Web site, a Web Site.",
            "website",
            ["Web site -> Website", "Web Site -> Website"],
        ),
        ("On Github, GITHUB and GitHub.", "GitHub", ["Github -> GitHub"]),
        ("A website. Websites.", "web site", ["website -> web site", "Websites -> Web sites"]),
        ("We organise it.", "organize", ["organise -> organize"]),
        ("An e-mail-based tool.", "email", ["e-mail -> email"]),
        ("We set up the set-up.", "setup", ["set-up -> setup"]),
        ("`e-mail`, http://e-mail.org, e-mail@b.org, pre-e-mail, femail", "email", []),
        ("The bus, buses.", "buses", []),
    ],
)
def test_other_forms_of_a_term_are_found(text: str, term: str, said: list[str]) -> None:
    assert uses(text, term) == said


@pytest.mark.parametrize("term", ["", "abc", "c++", "e--mail", " mail", "a" * 61, "e\nmail"])
def test_what_is_no_term_is_refused(term: str) -> None:
    with pytest.raises(ValueError, match="is no term, expected 4 to 60 letters"):
        ChosenTerms((term,))


@pytest.mark.parametrize(
    ("one", "other"),
    [("web site", "website"), ("GitHub", "Github"), ("organize", "organise"), ("E-mails", "email")],
)
def test_two_forms_of_one_term_are_refused(one: str, other: str) -> None:
    message = f'"{one}" and "{other}" are two forms of one term, expected one of them'
    with pytest.raises(ValueError, match=message):
        ChosenTerms((one, other))


def test_a_term_and_its_plural_are_no_two_forms() -> None:
    assert uses("E-mail, e-mails", "email", "emails")[:1] == ["E-mail -> Email"]


@given(st.text(alphabet="emailsEMAILS- \n‑", max_size=60))
def test_what_is_right_stays_so(text: str) -> None:
    prose = parse("a.md", Source(text)).prose
    for use in ChosenTerms(("email",)).uses(prose):
        assert uses(use.right, "email") == []
