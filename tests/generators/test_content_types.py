"""Which posts of a site are alike, and the globs that tell them from the others."""

from collections.abc import Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from postlint.content.data.tree import Json
from postlint.content.ignore import is_pattern
from postlint.generators.content_types import ContentTypes, content_types
from postlint.generators.folder_groups import Page
from postlint.generators.folder_tree import FolderTree, escaped
from postlint.generators.key_profile import KeyProfile

POST: Mapping[str, Json] = {"title": "A", "date": "2024-05-17", "tags": ["a"], "author": "B"}
DOC: Mapping[str, Json] = {"title": "A", "weight": 3, "menu": "main"}


def pages(folder: str, data: Mapping[str, Json] | None, number: int = 12) -> list[Page]:
    dated = bool(data and "date" in data)
    paths = [f"{folder}/{index}.md".lstrip("/") for index in range(number)]
    return [Page(path, data, is_dated=dated) for path in paths]


def shown(found: ContentTypes) -> dict[str, list[str]]:
    return {one.name: list(one.files) for one in found.types}


def sizes(found: ContentTypes) -> dict[str, int]:
    return {one.name: len(one.posts) for one in found.types}


def test_a_blank_text_is_as_good_as_no_value() -> None:
    blank = KeyProfile([{"a": " \n", "b": None, "c": [], "d": 0}])
    assert blank.likeness(KeyProfile([{"d": 1}])) == 1


def test_a_type_for_each_kind_of_folder() -> None:
    found = content_types([*pages("content/blog", POST), *pages("content/docs", DOC)])
    assert shown(found) == {"blog": ["content/blog/**"], "docs": ["content/docs/**"]}


def test_folders_that_are_alike_are_one_type() -> None:
    found = content_types([*pages("content/2023", POST), *pages("content/2024", POST)])
    assert shown(found) == {"posts": ["content/**"]}


def test_what_differs_is_taken_out_of_the_folder_around_it() -> None:
    site = [*pages("content", POST, 30), *pages("content/glossary", {"term": "a"})]
    assert shown(content_types(site)) == {
        "posts": ["content/**", "!content/glossary/**"],
        "glossary": ["content/glossary/**"],
    }


def test_a_post_in_a_folder_of_its_own_belongs_to_those_around_it() -> None:
    bundles = [Page(f"content/posts/{index}/index.md", POST) for index in range(12)]
    odd = Page("content/posts/odd/index.md", {"title": "A"})
    assert shown(content_types([*bundles, odd])) == {"posts": ["content/posts/**"]}


def test_a_few_posts_join_a_sibling_that_they_are_like() -> None:
    site = [*pages("content/blog", POST), *pages("content/news", POST, 4)]
    assert shown(content_types(site)) == {"posts": ["content/**"]}


def test_a_few_posts_like_no_other_have_no_type() -> None:
    found = content_types([*pages("content/blog", POST), *pages("content/about", {"x": 1}, 4)])
    assert sizes(found) == {"blog": 12}
    assert list(found.others) == ["content/about/"]


def test_collections_of_the_generator_are_kept_apart() -> None:
    found = content_types([*pages("_posts", POST), *pages("_recipes", POST)])
    assert shown(found) == {"posts": ["_posts/**"], "recipes": ["_recipes/**"]}
    astro = content_types([*pages("src/content/a", POST), *pages("src/content/b", POST)])
    assert shown(astro) == {"a": ["src/content/a/**"], "b": ["src/content/b/**"]}


def test_folders_of_one_name_are_one_collection() -> None:
    found = content_types([*pages("news/_posts", POST), *pages("food/_posts", POST, 3)])
    assert shown(found) == {"posts": ["food/_posts/**", "news/_posts/**"]}


def test_index_pages_that_differ_are_left_out() -> None:
    index = [Page(f"content/{one}/_index.md", {"sort_by": "date"}) for one in "ab"]
    found = content_types([*pages("content/a", POST), *pages("content/b", POST), *index])
    assert shown(found) == {"posts": ["content/**", "!_index.*"]}
    assert found.others == {"_index.*": (24, 25)}


def test_many_index_pages_are_a_type() -> None:
    index = [Page(f"content/{one}/_index.md", {"sort_by": "date"}) for one in range(12)]
    found = content_types([*pages("content/a", POST), *pages("content/b", POST), *index])
    assert shown(found)["sections"] == ["content/**/_index.*"]


def test_layouts_are_told_apart_where_their_keys_differ() -> None:
    posts = pages("content", {**POST, "layout": "post"})
    recipes = pages("content/x", {"layout": "recipe", "title": "A", "serves": 2, "time": 3})
    photos = [Page(f"content/{i}.mdx", {**POST, "layout": "photo"}) for i in range(3)]
    found = content_types(
        [
            *posts,
            *photos,
            *[page._replace(path=f"content/r{i}.md") for i, page in enumerate(recipes)],
        ]
    )
    assert {one.name: one.where for one in found.types} == {
        "post": ({"layout": "post"}, {"layout": "photo"}),
        "recipe": ({"layout": "recipe"},),
    }


def test_layouts_with_the_same_keys_are_one_type() -> None:
    site = [
        *pages("content", {**POST, "layout": "a"}),
        *pages("content/x", {**POST, "layout": "b"}),
    ]
    assert [one.where for one in content_types(site).types] == [()]


def test_one_post_of_a_few_may_have_its_layout_forgotten() -> None:
    kind: list[Mapping[str, Json]] = [
        *[{**POST, "layout": "guide"}] * 20,
        *[{**DOC, "layout": "api"}] * 15,
        POST,
    ]
    found = content_types([Page(f"content/{n}.md", data) for n, data in enumerate(kind)])
    assert sorted(sizes(found).values()) == [15, 20]
    assert {where: len(some) for where, some in found.others.items()} == {"no layout": 1}


def test_posts_of_rare_layouts_and_of_none_are_counted() -> None:
    kind: list[Mapping[str, Json]] = [
        *[{**POST, "layout": "a"}] * 60,
        *[{**DOC, "layout": "b"}] * 39,
        {"x": 1, "y": 2, "z": 3, "layout": "c"},
        POST,
    ]
    folders = ("_blog", "_news")  # collections, so they are kept apart
    found = content_types(
        [Page(f"{folder}/{n}.md", data) for folder in folders for n, data in enumerate(kind)]
    )
    assert sorted(sizes(found).values()) == [39, 39, 60, 60]
    told = {where: len(some) for where, some in found.others.items()}
    assert told == {"layout = c": 2, "no layout": 2}


def test_a_layout_that_is_probably_misspelt_is_none() -> None:
    kind: list[Mapping[str, Json]] = [
        *[{**POST, "layout": "photo"}] * 40,
        *[{**DOC, "layout": "video"}] * 20,
        {**DOC, "layout": "vidoe"},
        {**DOC, "layout": "videos"},
        {**POST, "layout": None},
    ]
    found = content_types([Page(f"content/{n}.md", data) for n, data in enumerate(kind)])
    assert {one.name: one.where for one in found.types} == {
        "photo": ({"layout": "photo"},),
        "video": ({"layout": "video"}, {"layout": "videos"}),
    }
    (key,) = found.keys
    assert (key.name, key.files, key.key) == ("pages-layout", ("content/**",), "layout")
    assert key.values == {"photo": 40, "video": 20, None: 1, "videos": 1}
    assert key.posts == (60,)


def test_a_slip_that_several_posts_share_is_meant() -> None:
    kind = [*[{**POST, "layout": "post"}] * 40, *[{**DOC, "layout": "page"}] * 20]
    kind += [{**POST, "layout": "posts"}] * 3
    (key,) = content_types([Page(f"content/{n}.md", one) for n, one in enumerate(kind)]).keys
    assert (key.values, key.posts) == ({"post": 40, "page": 20, "posts": 3}, ())


def test_layouts_of_one_name_in_several_folders_are_told_apart_by_the_folder() -> None:
    site = [
        Page(f"{folder}/{layout}{n}.md", {**data, "layout": layout})
        for folder in ("_blog", "_docs")
        for layout, data in (("post", POST), ("page", {"x": 1, "y": 2, "z": 3}))
        for n in range(12)
    ]
    assert sorted(sizes(content_types(site))) == ["docs-page", "docs-post", "page", "post"]


def test_long_names_are_cut() -> None:
    rows = [("x" * 250, POST), ("x" * 251, DOC), ("漢" * 80, {"a": 1, "b": 2, "c": 3})]
    found = content_types([page for folder, data in rows for page in pages(folder, data)])
    assert sorted(sizes(found)) == ["x" * 60, "x" * 60 + "-2", "漢" * 20]


def test_a_small_site_has_a_type_too() -> None:
    found = content_types([*pages("source/_posts", POST, 5), *pages("source/_tags", DOC, 2)])
    assert sizes(found) == {"posts": 5}


def test_a_site_of_one_post_has_none() -> None:
    assert content_types([Page("a.md", POST)]) == ContentTypes((), {"./": (0,)})


def test_a_post_without_front_matter_is_of_the_type_of_its_folder() -> None:
    found = content_types([*pages("blog", POST), Page("blog/bare.md", None)])
    assert sizes(found) == {"blog": 13}


def test_files_without_front_matter_in_a_folder_of_their_own_are_no_posts() -> None:
    found = content_types([*pages("blog", POST), *pages("blog/parts", None, 3)])
    assert shown(found) == {"blog": ["blog/**", "!blog/parts/**"]}


def test_what_is_no_page_is_left_out_by_name() -> None:
    readme = Page("blog/README.md", None, is_post=False)
    assert shown(content_types([*pages("blog", POST), readme])) == {
        "blog": ["blog/**", "!README.md"]
    }


def test_names_that_differ_only_by_case_get_files_of_different_names() -> None:
    found = content_types([*pages("a/Blog", POST), *pages("b/blog", DOC)])
    assert sorted(sizes(found)) == ["b-blog", "blog"]


PARTS = st.text(st.sampled_from("ab[]*?!#\\ .é"), min_size=1, max_size=3).filter(
    lambda one: one.strip(".") != "" and one.strip() != ""
)
FOLDERS = st.lists(PARTS, max_size=3).map("/".join)


@given(st.dictionaries(FOLDERS, st.integers(0, 2) | st.none(), max_size=8))
def test_the_globs_say_what_the_tree_says(kinds: dict[str, int | None]) -> None:
    tree = FolderTree(kinds, dict.fromkeys(kinds, 1))
    for kind in range(3):
        globs = tree.globs(kind)
        assert all(map(is_pattern, globs))
        spec = GitIgnoreSpec.from_lines(globs)
        for folder in kinds:
            path = f"{folder}/x.md".lstrip("/")
            assert spec.match_file(path) == (tree.kind_of(folder) == kind), (globs, path)


@given(FOLDERS)
def test_an_escaped_path_means_itself(folder: str) -> None:
    path = f"{folder}/x.md"
    assert GitIgnoreSpec.from_lines([escaped(path)]).match_file(path)


LAYOUTS = st.sampled_from([None, "photo", "video", "vidoe", "c"])


@given(
    st.lists(
        st.tuples(
            FOLDERS,
            st.sampled_from([POST, DOC, None, {}]),
            LAYOUTS,
            st.sampled_from([1, 2, 12, 60]),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_every_post_is_somewhere_once(
    rows: Iterable[tuple[str, Mapping[str, Json] | None, str | None, int, bool]],
) -> None:
    site: list[Page] = []
    for folder, data, layout, number, is_post in rows:
        known = {**data, "layout": layout} if data is not None and layout else data
        site += [page._replace(is_post=is_post) for page in pages(folder, known, number)]
    found = content_types(site)
    told = [number for one in found.types for number in one.posts]
    told += [number for some in found.others.values() for number in some]
    told += [number for one in found.keys for number in one.posts]
    assert sorted([*told, *found.bare]) == [n for n, page in enumerate(site) if page.is_post]


NAMES = st.sampled_from(["p.md", "q.mdx", "README.md", "_index.md", "_index.fr.md"])
SITE = st.dictionaries(
    st.tuples(st.lists(st.sampled_from("ab_"), max_size=3).map("/".join), NAMES),
    st.tuples(st.sampled_from([POST, DOC, None]), st.booleans()),
    max_size=12,
)


@given(SITE, st.sampled_from([POST, DOC]), st.lists(st.sampled_from(["", "a", "a/b", "b"])))
def test_the_globs_of_a_type_match_its_posts_and_no_others(
    odd: Mapping[tuple[str, str], tuple[Mapping[str, Json] | None, bool]],
    data: Mapping[str, Json],
    large: list[str],
) -> None:
    site = [page for folder in {*large} for page in pages(folder, data)]
    site += [
        Page(f"{folder}/{name}".lstrip("/"), found, is_post=is_post)
        for (folder, name), (found, is_post) in odd.items()
    ]
    for one in content_types(site).types:
        spec = GitIgnoreSpec.from_lines(one.files)
        matched = {number for number, page in enumerate(site) if spec.match_file(page.path)}
        assert matched == set(one.posts), (one.files, [site[n].path for n in matched])
