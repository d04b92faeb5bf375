"""What messages about links and pictures tell editors to write is right."""

from pathlib import Path

from tests.support import SETTINGS, problems_in, small_newsroom
from tests.support.images import picture
from tests.support.items import event, story
from tests.support.wordings import Reported

_REPOSITORY = "https://github.com/elm/newsroom"
_SAFE_LINK = "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fe.example%2Freport&data=05&reserved=0"
_TREE = "../docs/assets/Tree.png"
_CASES = (
    ("[a]({})", "mailto:hello@elm.example;info@elm.example", "mailto:hello@elm.example,info@elm.example"),
    ("[b]({})", "mailto://hello@elm.example?subject=The garden", "mailto:hello@elm.example?subject=The garden"),
    ("[c]({})", "mailto:Jo Elm <hello@elm.example>", "mailto:hello@elm.example"),
    ("[d]({})", "mailto:hello@localhost", "mailto:hello@elm.example"),
    ("[e]({})", _SAFE_LINK, "https://e.example/report"),
    ("[e]({})", "http://www.Google.com/url?q=http%3A%2F%2Fe.example%2Fa&sa=D", "http://e.example/a"),
    ("[f]({})", f"{_REPOSITORY}/blob/main/docs/about.md", "../docs/about.md"),
    ("[g]({})", "https://github.com/jo/newsroom/edit/jo/patch-1/docs/about.md?plain=1#L3", "../docs/about.md"),
    ("![h]({})", "https://raw.githubusercontent.com/elm/newsroom/main/docs/assets/Tree.png", _TREE),
    ("[i]({})", "../docs/events/", "../events/index.md"),
    ("[j]({})", "../docs/events/index.md", "../events/index.md"),
    ("[k]({})", "../stories/the-garden/", "the-garden.md"),
    ("[l]({})", "../", "../docs/index.md"),
    ("[m]({})", "fete.md", "../docs/events/fete.md"),
    ("![n]({})", "tree.PNG", _TREE),
    ("![o]({})", f'{_TREE} "Jo says "hello" to all"', f"{_TREE} \"Jo says 'hello' to all\""),
    ("![p]({})", f"{_TREE} In May", f'{_TREE} "In May"'),
    ("{}", f"![q]({_TREE} =300x200)", f"![q]({_TREE}){{ width=300 height=200 }}"),
    ("![r]({})", "../docs/assets/my tree.png", "../docs/assets/my%20tree.png"),
    ("{}", "[s](https://e.example/] and", "[s](https://e.example/)"),
    ("[t]({})", "tree.PNG", _TREE),
)


def test_suggested_target_has_no_error(tmp_path: Path, reported: Reported) -> None:
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "docs/events/fete.md": event(),
        "docs/assets/Tree.png": picture(),
        "docs/assets/my tree.png": picture(),
    }
    settings = {**SETTINGS, "repository_url": _REPOSITORY}
    wrong = "\n\n".join(form.format(target) for form, target, _ in _CASES)
    problems = problems_in(tmp_path / "wrong", files | {"stories/x.md": story(wrong)}, settings=settings)
    reported(problems)
    fixes = {line: [problem.fix for problem in problems if problem.line == line] for line in range(8, 99)}
    missing = [right for line, (_, _, right) in enumerate(_CASES) if right not in " ".join(fixes[8 + 2 * line])]
    assert missing == []
    right = "\n\n".join(form.format(target) for form, _, target in _CASES)
    assert problems_in(tmp_path / "right", files | {"stories/x.md": story(right)}, settings=settings) == []


def test_links_into_repository_without_page_are_valid(tmp_path: Path) -> None:
    links = (_REPOSITORY, f"{_REPOSITORY}/tree/main/stories", f"{_REPOSITORY}/blob/main/README.md", "mailto:?subject=x")
    body = " ".join(f"[x]({link})" for link in (*links, "https://github.com/?x=/newsroom/"))
    settings = {**SETTINGS, "repository_url": _REPOSITORY}
    assert problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(body)}, settings=settings) == []
