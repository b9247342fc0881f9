"""Which forms of a word are one term, and how a site uses them."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from postlint.content.document import Document, parse
from postlint.content.source import Source
from postlint.language.term_forms import Term, TermForms
from postlint.report.page import Page
from postlint.report.site_terms import render


def post(text: str, path: str = "a.md") -> Document:
    return parse(path, Source(text))


def terms_in(*texts: str) -> tuple[Term, ...]:
    forms = TermForms()
    for number, text in enumerate(texts):
        forms.add(post(text, f"{number}.md"))
    return forms.terms()


def forms_in(*texts: str) -> list[str]:
    """Each term as its forms with their posts and uses: `email 2/3, e-mail 1/1`."""
    return [
        ", ".join(f"{form.text} {form.posts}/{form.times}" for form in term.forms)
        for term in terms_in(*texts)
    ]


def test_hyphens_blanks_and_capitals_make_forms() -> None:
    assert forms_in("Email, email.", "An E-mail.", "By email.") == ["email 2/3, e-mail 1/1"]
    assert forms_in("The web\nsite.", "A website.", "Websites.") == ["web site 1/1, website 1/1"]
    assert forms_in("On GitHub.", "On GitHub.", "On Github.") == ["GitHub 2/2, Github 1/1"]


def test_both_spellings_of_a_word_are_one_term() -> None:
    assert forms_in("Its colour.", "Its color.", "A color.") == ["color 2/2, colour 1/1"]
    assert forms_in("We organise it.", "We organize it.") == ["organise 1/1, organize 1/1"]


def test_two_things_are_no_term() -> None:
    assert forms_in("It is open source.", "It is open-source software.") == []
    assert forms_in("We set up the setup. He may be here, maybe.") == []
    assert forms_in("The web, site by site, is a website.") == []
    assert forms_in("Rust is made by the Rust team.", "My car has rust.") == []
    assert forms_in("`e-mail` and [email](http://e-mail.org).") == []


def test_far_more_posts_make_a_form_right() -> None:
    often, twice = terms_in("An e-mail.", *["An email."] * 3), terms_in("An e-mail.", "An email.")
    assert [(term.right, term.wrong) for term in often] == [("email", ("e-mail",))]
    assert [term.right for term in twice] == [None]


def test_a_name_in_small_letters_is_shown_and_let_be() -> None:
    (term,) = terms_in("On GitHub.", "On GitHub.", "It is github.", "On Github.")
    assert len(term.forms) == 3
    assert term.wrong == ("Github",)


def test_two_words_and_a_hyphen_may_both_be_right() -> None:
    (term,) = terms_in("A blog post.", "A blog post.", "Their blog-post tool.", "A blogpost.")
    assert len(term.forms) == 3
    assert term.wrong == ("blogpost",)


def test_the_lines_to_adopt_are_a_table_of_terms() -> None:
    terms = terms_in("E-mail, Github, colour.", *["The email on GitHub has colour, color."] * 3)
    lines = render("text", terms, 4, Page()).partition("[terms]\n")[2]
    assert tomllib.loads(lines) == {"e-mail": "email", "Github": "GitHub"}


@given(st.lists(st.text(alphabet="aeKs- \n.’'‑\ud800", max_size=40), max_size=4))
def test_any_text_has_forms(texts: list[str]) -> None:
    for term in terms_in(*texts):
        assert len(term.forms) > 1
        assert term.forms[0].posts >= term.forms[-1].posts
