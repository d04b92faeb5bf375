"""``newsroom new``: writes a new file, to be filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from newsroom.cli.context import ROOT_OPTION, CliContext
from newsroom.commands.new_catalogue import new_catalogue
from newsroom.commands.new_edition import next_edition
from newsroom.commands.new_file import NewFile, NewFileError
from newsroom.commands.new_item import (
    TYPES_WITH_TITLE,
    ItemFields,
    day_fault,
    moment_field_of,
    new_item,
    topics_of_site,
)
from newsroom.content.types import TOPIC_TYPES, AnyType
from newsroom.problems import SETTINGS_FILE, ContentError
from newsroom.translations import catalogue_path

_LANG_OPTION = click.option("--lang", metavar="CODE", help="The language, like cy; by default the site's own.")
_OPEN_OPTION = click.option("--open", "opens", is_flag=True, help="Open the file in your editor.")


@click.group()
def new() -> None:
    """Write a new file, to be filled in."""


@new.command()
@ROOT_OPTION
@click.option("--name", metavar="YYYY-MM", help="Its name, like 2026-12 or 2026-12-05; by default the next month.")
@_LANG_OPTION
@_OPEN_OPTION
@click.pass_obj
def newsletter(environment: CliContext, root: Path, name: str | None, lang: str | None, *, opens: bool) -> None:
    """Write the next edition of the newsletter, with everything that is new since the last one."""
    try:
        file = next_edition(root, environment.settings(root), environment.today(), name=name, lang=lang)
    except ContentError as error:
        raise click.ClickException(str(error)) from error
    except NewFileError as error:
        raise click.BadParameter(str(error), param_hint="--name or --lang") from error
    _write(root, file, "Keep or delete its cards, and replace", opens=opens)


@new.command()
@ROOT_OPTION
@click.argument("code")
def language(root: Path, code: str) -> None:
    """Start the catalogue of another language: all words of the site, in English, to be translated.

    CODE is its code, like ga for Irish.
    """
    if not (root / catalogue_path("en")).is_file():
        what = f"there is no {catalogue_path('en')} in {root.resolve()}; go to the repository's folder"
        raise click.BadParameter(f"{what}, or name it with --root.", param_hint="--root")
    try:
        file = new_catalogue(root, code)
    except NewFileError as error:
        raise click.BadParameter(str(error), param_hint="CODE") from error
    _write_file(root, file)
    click.echo(f"{file.path} is written. Translate its texts, and add {code} to `languages` in {SETTINGS_FILE}.")


def _item_command(content_type: AnyType) -> click.Command:
    """The command that writes a new item of a type. It asks for everything, if no title is given."""
    chosen = [
        click.Option(
            [f"--{found.name}", found.topic_field], multiple=True, metavar="NAME", help=f"One of its {found.plural}."
        )
        for found in TOPIC_TYPES
    ]
    if content_type.kinds:
        kinds = click.Choice(content_type.kinds)
        chosen.append(click.Option(["--kind"], type=kinds, help="What sort of text; the first."))
    if moment_field := moment_field_of(content_type):
        asked = _moment_description(content_type)
        chosen.append(click.Option([f"--{moment_field}", "moment"], metavar="DAY", help=asked))

    @click.command(content_type.name, params=chosen, help=f"Write a new {content_type.name}.")
    @ROOT_OPTION
    @click.option("--title", help="Its title. Without one, you are asked for everything.")
    @click.option("--date", "day", metavar="DAY", help="When it first appeared, like 2025-11; by default today.")
    @click.option("--name", help="The name of its file, without .md; by default it is made from the title.")
    @_LANG_OPTION
    @_OPEN_OPTION
    @click.pass_obj
    def write_item(
        environment: CliContext,
        /,
        root: Path,
        title: str | None,
        day: str | None,
        name: str | None,
        lang: str | None,
        kind: str | None = None,
        moment: str | None = None,
        *,
        opens: bool,
        **topics: Sequence[str],
    ) -> None:
        item = ItemFields(title or "", kind or "", day or "", topics, moment or "")
        try:
            settings, today = environment.settings(root), environment.today()
            if title is None:
                if not environment.can_ask:
                    raise click.UsageError("give the title, like --title 'The garden'")
                item = _ask_for_fields(content_type, item, today, topics_of_site(root, settings, today))
            item = replace(item, kind=item.kind or next(iter(content_type.kinds), ""), date=item.date or str(today))
            file = new_item(root, settings, today, content_type, item, name=name, lang=lang)
        except ContentError as error:
            raise click.ClickException(str(error)) from error
        except NewFileError as error:
            raise click.UsageError(str(error)) from error
        _write(root, file, "Replace", opens=opens)

    return write_item


def _moment_description(content_type: AnyType) -> str:
    return str(content_type.model.model_fields[moment_field_of(content_type)].description)


def _ask_for_fields(
    content_type: AnyType, item: ItemFields, today: date, topics: Mapping[str, Mapping[str, str]]
) -> ItemFields:
    """Ask for the title of a new item, and for everything else that the options do not say."""
    title = click.prompt("What is its title?")
    kind, day, moment = item.kind, item.date, item.moment
    if content_type.kinds:
        kind = kind or _ask_for_one("What sort of text is it?", content_type.kinds)
    if moment_field := moment_field_of(content_type):
        moment = moment or _ask_for_day(_moment_description(content_type).rstrip("."), content_type, moment_field)
    else:
        question = "When did it first appear, like 2025-11-30 or 2025-11?"
        day = day or _ask_for_day(question, content_type, "date", str(today))
    chosen = {name: slugs or _ask_for_topics(name, topics[name]) for name, slugs in item.topics.items()}
    return ItemFields(title, kind, day, chosen, moment)


def _ask_for_day(question: str, content_type: AnyType, field: str, default: str | None = None) -> str:
    """Ask for the day in a field, until the answer is valid."""

    def parse(answer: str) -> str:
        if fault := day_fault(content_type, field, answer):
            raise click.BadParameter(fault)
        return answer

    found: str = click.prompt(question, default, value_proc=parse)
    return found


def _ask_for_one(question: str, choices: Sequence[str]) -> str:
    """Ask which of the choices it is, by number."""
    _list_choices(choices)
    number: int = click.prompt(question, type=click.IntRange(1, len(choices)), default=1)
    return choices[number - 1]


def _ask_for_topics(name: str, choices: Mapping[str, str]) -> Sequence[str]:
    """Ask which of the topics it is about, by numbers with commas between them; none is an answer too."""
    if not choices:
        return ()
    _list_choices(list(choices.values()))

    def parse(answer: str) -> Sequence[str]:
        numbers = [part.strip() for part in answer.split(",") if part.strip()]
        if not all(number.isdecimal() and 1 <= int(number) <= len(choices) for number in numbers):
            raise click.BadParameter("write numbers from the list, with commas between them, like 1, 2")
        slugs = list(choices)
        return tuple(dict.fromkeys(slugs[int(number) - 1] for number in numbers))

    question = f"Which {name} is it about? Numbers with commas between them, or nothing"
    found: Sequence[str] = click.prompt(question, default="", show_default=False, value_proc=parse)
    return found


def _list_choices(choices: Sequence[str]) -> None:
    for number, choice in enumerate(choices, 1):
        click.echo(f"{number:>4}  {choice}")


def _write(root: Path, file: NewFile, what_to_do: str, *, opens: bool) -> None:
    """Write a file that does not exist, say so, and open it if that is wished."""
    _write_file(root, file)
    click.echo(f"{file.path} is written. {what_to_do} the words that `make check` lists.")
    if opens:
        click.edit(filename=str(root / file.path))


def _write_file(root: Path, file: NewFile) -> None:
    (root / file.path).parent.mkdir(parents=True, exist_ok=True)
    with (root / file.path).open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(file.text)


for _found in TYPES_WITH_TITLE:
    new.add_command(_item_command(_found))
