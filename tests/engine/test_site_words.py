"""The words of the house, and of all posts of a run together."""

import pickle
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from postlint.config.resolve import Resolver
from postlint.config.settings import Config
from postlint.config.site import Site
from postlint.content.discover import Found
from postlint.engine.check import check
from postlint.engine.run import run
from postlint.engine.site_words import words_of_site, words_to_learn

RULES = ("known-misspelling", "near-miss", "name-variant", "unknown-word")


def said(posts: Sequence[str], select: tuple[str, ...] = RULES[:3], *words: str) -> list[str]:
    """`post: message` of each finding in a run over posts."""
    with TemporaryDirectory() as folder:
        config = Path(folder, "postlint.toml")
        config.write_text(f"words.accept = {list(words)}\n", encoding="utf-8")
        files = tuple(Path(folder, f"{number}.md") for number in range(len(posts)))
        for file, post in zip(files, posts, strict=True):
            file.write_text(post, encoding="utf-8")
        results = run(Found(files), Site(only=config, select=select))
    return [f"{Path(one.path).stem}: {one.message}" for each in results for one in each.findings]


def test_an_accepted_word_is_let_be_and_shows_what_others_mean() -> None:
    text = "They went to Karakbakh. The frobnicater is theirs. They recieve it.\n"
    assert said([text], RULES) == [
        '0: "Karakbakh" is no known word',
        '0: "frobnicater" is no known word',
        '0: "recieve" is a known misspelling of "receive"',
    ]
    assert said([text], RULES, "Karabakh", "frobnicater", "recieve") == [
        '0: "Karakbakh" appears once; "Karabakh" is a word of this site'
    ]


def test_a_word_in_small_letters_shows_what_others_mean() -> None:
    text = "This is what the reborrrowing of a value is about, they said to us.\n"
    assert said([text]) == []
    assert said([text], RULES, "reborrowing") == [
        '0: "reborrrowing" is no known word; "reborrowing" is a word of this site'
    ]


def test_inflections_of_an_accepted_word_are_no_slips() -> None:
    text = "The Karabakhis said that the Karabakhi leaders and Karabakh's people were there.\n"
    assert said([text], RULES[:3], "Karabakh") == []


def test_a_word_of_three_posts_is_right_in_all_of_them() -> None:
    posts = [
        "We sent it with the help of requezt and then we went home to the others.\n",
        "When they looked at it, requezt was the one that they had all been using.\n",
        "It is not that requezt would be any better than what they had before it.\n",
    ]
    alone = '"requezt" is no known word; "request" is close to it'
    assert said(posts[:2]) == [f"0: {alone}", f"1: {alone}"]
    assert said(posts) == []


def test_copies_of_a_passage_and_known_misspellings_are_never_right() -> None:
    footer = "All that we have sent with the requezt of the people is here.\n"
    assert len(said([footer] * 4)) == 4
    posts = [f"{start} they did not recieve what was sent.\n" for start in ("So", "As", "If", "It")]
    assert len(said(posts)) == 4


def test_a_long_word_one_slip_from_a_word_of_the_site() -> None:
    posts = [
        "This is what reborrowing is about.\n",
        "With reborrowing it would have been a different thing.\n",
        "It was they who had asked for reborrowing in the first place.\n",
        "Here is how the reborrrowing of a value is done by them.\n",
    ]
    assert said(posts) == [
        '3: "reborrrowing" is no known word; "reborrowing" is a word of this site'
    ]
    assert said(posts[1:]) == []


def test_a_comment_that_mutes_an_accepted_word_is_unused() -> None:
    posts = [f"{start} with the help of requezt.\n" for start in ("Go", "We sent it", "All done")]
    posts[0] = "<!-- postlint-disable-next-line near-miss -->\n" + posts[0]
    select = ("near-miss", "unused-suppression")
    assert said(posts[:1], select) == ['0: "requezt" is no known word; "request" is close to it']
    assert said(posts, select) == ["0: this comment mutes no finding"]


def test_what_a_site_says_of_its_words() -> None:
    posts = (
        "From Fizuli they came.\n\nTo Fizuli they went.\n",
        "In Fizuli, a frobnicater. They recieve it.\n\nThe requezt is not what we sent.\n",
    )
    resolver = Resolver(Config(root=Path("/")), RULES)
    results = [check(f"{n}.md", post.encode(), resolver) for n, post in enumerate(posts)]
    assert [
        (one.written, one.posts, one.times, one.path, one.start.line)
        for one in words_of_site(results)
    ] == [
        ("Fizuli", 2, 3, "0.md", 1),
        ("frobnicater", 1, 1, "1.md", 1),
        ("requezt", 1, 1, "1.md", 3),
    ]
    learnt = [one.written for one in words_to_learn(results, posts=1)]
    assert learnt == ["Fizuli", "frobnicater"], "a word that is reported as a slip is not learnt"
    assert pickle.loads(pickle.dumps(results)) == results, "facts are plain data"  # noqa: S301


def test_a_post_of_many_unknown_words_says_little() -> None:
    letters = str.maketrans("0123456789", "qwzxvkjhgp")
    text = " ".join(f"the w{number:05}".translate(letters) for number in range(5_000))
    resolver = Resolver(Config(root=Path("/")), ("near-miss",))
    facts = check("a.md", text.encode(), resolver).facts.words
    assert len(facts) == 1_000


WORDS = st.sampled_from(
    [
        *("Karabakh", "Karakbakh", "fizuli", "Fizuli", "Fizully", "requezt", "recieve", "of the"),
        *("reborrowing", "reborrrowing", "Tueday", "frobnicater", "FROBNICATER's", "they said it."),
    ]
)
POSTS = st.lists(WORDS, max_size=8).map(lambda words: f"The {' '.join(words)} was.\n")


@settings(max_examples=60)
@given(st.lists(POSTS, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_findings_of_a_run_do_not_depend_on_the_order_of_its_files(
    posts: list[str], random: Random
) -> None:
    order = list(range(len(posts)))
    random.shuffle(order)
    straight = said(posts, RULES)
    shuffled = [
        f"{order[int(number)]}: {message}"
        for number, _, message in (
            one.partition(": ") for one in said([posts[index] for index in order], RULES)
        )
    ]
    assert sorted(shuffled) == sorted(straight)


@settings(max_examples=100)
@given(POSTS, WORDS.filter(str.isalpha))
def test_accepting_a_word_never_adds_findings_about_it(post: str, word: str) -> None:
    def about_it(*words: str) -> int:
        return sum(one.startswith(f'0: "{word}"') for one in said([post], RULES, *words))

    assert about_it(word) == 0
    assert about_it("Karabakh", word) == 0
