"""`postlint schema infer PATH...`: the schema that posts keep to, and which of them do not."""

import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from postlint.cli.output import complain, write
from postlint.model.errors import UsageError
from postlint.model.paths import shown, shown_from

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from postlint.content.discover import Found
    from postlint.content.document import Document
    from postlint.schema.infer.infer import Inferred
    from postlint.schema.load import Schema

_SUFFIX: Final = ".json"


def command(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH...", help="Files, folders or globs.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write it to schemas/NAME.schema.json or so."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Put it in the place of files that are there.")
    ] = False,
    config: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Use this configuration.")
    ] = None,
) -> None:
    """Make a JSON Schema of the front matter that posts have, with the evidence.

    The posts are taken for being of one kind: name the folder of one kind only. What does not keep
    to the schema is told on stderr.
    """
    from postlint.cli.options import config_file
    from postlint.config.site import Site
    from postlint.generators.recognise import recognise
    from postlint.schema.infer.data_files import values_in_data
    from postlint.schema.infer.infer import infer
    from postlint.schema.infer.reader import reader_of
    from postlint.schema.infer.sample import sample_of
    from postlint.schema.infer.written import bundled_text, ready_schema
    from postlint.schema.load import load_schema

    if output is not None and output.suffix != _SUFFIX:
        raise UsageError(f"--output {output}: a schema is JSON; name it NAME.schema.json")
    site = Site(only=config_file(config, no_config=False))
    found = site.find(paths or ["."])
    samples = [one for one in map(sample_of, _documents(found, is_told=True)) if one is not None]
    if not samples:
        raise UsageError("no post here has front matter that can be read; nothing to infer from")
    name = output.name.partition(".")[0] if output else "post"
    root = site.resolver_for(Path()).config.root
    reader = reader_of(recognise(one.path, root, {**one.data}) for one in samples)
    file = output.name if output else ""
    inferred = infer(samples, name or "post", values_in_data(root), file, reader)
    if output is None:
        write(bundled_text(inferred))
    else:
        _save(output, inferred, force=force)
        write(_to_bind(output, paths or ["."], root))
    _tell(inferred, load_schema(output, root) if output else ready_schema(inferred), found)


def _save(output: Path, inferred: "Inferred", *, force: bool) -> None:
    from postlint.cli.save import save_all
    from postlint.schema.infer.written import schema_text, vocabulary_texts

    files = {output: schema_text(inferred)} | {
        output.with_name(name): text for name, text in vocabulary_texts(inferred).items()
    }
    if not force:
        _refuse_taken(files)
    save_all({path: text.encode() for path, text in files.items()})
    write("".join(f"{shown(path)}: written\n" for path in files))


def _to_bind(output: Path, paths: "Sequence[str]", root: Path) -> str:
    """What puts the schema into the configuration of the site, which can name nothing outside."""
    top = os.path.realpath(root)
    if not Path(os.path.realpath(output)).is_relative_to(top):
        name = shown(Path(top))
        where = "this folder" if name == "." else f"{name}/"
        return (
            f"To bind it, put it into {where}: a configuration names nothing outside of its own\n"
        )
    globs = [_glob(path, root) for path in paths]
    schema = shown_from(output, str(root))
    said = [json.dumps(one, ensure_ascii=False) for one in (globs, schema)]
    return f"For postlint.toml:\n\n[[content]]\nfiles = {said[0]}\nschema = {said[1]}\n"


def _glob(path: str, root: Path) -> str:
    """What one path of the command line is in the configuration: a pattern from its folder."""
    from postlint.content.discover import split_glob
    from postlint.generators.folder_tree import escaped, folder_glob

    base, rest = (path, "") if os.path.lexists(path) else split_glob(path.replace(os.sep, "/"))
    inside = shown_from(Path(base), str(root))
    inside = "" if inside == "." else inside
    if not rest and Path(base).is_dir():
        return folder_glob(inside)
    # Without a slash before its end a pattern would hold in all folders.
    glob = "/".join(filter(None, (escaped(inside), rest)))
    return glob if "/" in glob.rstrip("/") else f"/{glob}"


def _refuse_taken(files: "Mapping[Path, str]") -> None:
    """Raise UsageError where something is in the way."""
    for path in files:
        if os.path.lexists(path):
            raise UsageError(f"{shown(path)} is there already; --force replaces it")


def _documents(found: "Found", *, is_told: bool = False) -> "Iterator[Document]":
    """The posts without their bodies, one by one; what cannot be read is told, if asked."""
    from postlint.content.document import parse_front_matter
    from postlint.content.source import decode, read_bytes

    for missed in found.unreadable if is_told else ():
        complain(f"{shown(missed.path)}: cannot be read, so it is left out: {missed.reason}")
    for path in found.files:
        try:
            data = read_bytes(path)
        except OSError as error:
            if is_told:
                complain(f"{shown(path)}: cannot be read, so it is left out: {error.strerror}")
            continue
        yield parse_front_matter(shown(path), decode(data))


def _tell(inferred: "Inferred", schema: "Schema", found: "Found") -> None:
    """Say on stderr which posts the schema finds fault with."""
    from postlint.report.inferred import render
    from postlint.report.page import page_of
    from postlint.schema.infer.sample import sample_of
    from postlint.schema.infer.trial import try_schema

    posts = (doc for doc in _documents(found) if sample_of(doc) is not None)
    trial = try_schema(schema, posts)
    left_out = len(found.files) - trial.posts
    page = page_of(sys.stderr or io.StringIO(), "never", os.environ)
    first, *lines = render(inferred, trial, left_out, page)
    complain(first, "".join(f"{line}\n" for line in lines))
