"""The question about texts that seem to tell a person's life: asked about those alone, and answered in front matter."""

from pathlib import Path

import pytest

from newsroom.check.consent.lives import LifeQuestions
from newsroom.value_cache import ValueCache
from tests.support import NEWSROOM, problems_in
from tests.support.items import CONSENT, area, newsletter, page, publication, story
from tests.support.wordings import Reported

LIFE = "Jean, 72, lives in Elmham. She was isolated after her husband died."
LIVES = (
    LIFE,
    "Jean was diagnosed with cancer last year.",
    "Jo, 43, lives alone in a council flat.",
    "Amir lost his job and fell into debt. He was evicted in May.",
    "I had depression for years. Then I lost my job.",
    "My mum has dementia, and I care for her.",
    "Dai is 72 and has dementia.",
    "A 34-year-old woman in Derby was sleeping rough when she met us.",
    "Ruth’s husband died in spring. Since then she has lived alone.",
    "Sam told us about his bipolar disorder and the food bank.",
    "Then Lee came.\n\nHe was unemployed, and had no friends.",
    "Katie, a single mum, was claiming benefits and lived in temporary accommodation.",
    "Tom has epilepsy and uses a wheelchair.",
    "Priya came to Leeds as an asylum seeker. She was lonely.",
    "> Gwen lost her son.\n\nShe did not leave the house.",
    "The young man was in hospital. He had rent arrears and was in debt.",
    f"Jo had no friends. {'It rained. ' * 7}Jo was in debt.",
    f"Jo lived in Elmham. {'It rained. ' * 29}She was diagnosed with cancer.",
)
OTHERS = (
    "Local Area Coordination helps people with dementia, depression and debt.",
    "Many people are isolated or homeless before they meet a coordinator.",
    "Derby was the first council. It had 12 coordinators.",
    "Tom Richards, the Network Manager, was at the gathering.",
    "The report looks at loneliness, housing and benefits.",
    "People with learning disabilities and autistic people were part of it.",
    "Jo Elm has led the team since 2015. She is proud of it.",
    "Katie was asked what she does all day. She walks a lot.",
    "In 2012 the Care Act was drafted; mental health problems were in it.",
    "Ralph Broad wrote it in 2015. He was 15 years in the field.",
    "The woman on the poster holds a cup. She smiles.",
    "Each coordinator supports 65 people who may be homeless or in debt.",
    "Everyone has had a time in which they were lonely, or out of work, or lost.",
    "Ann spoke about her work in a hostel.",
    "The team was in hospital wards and in prison libraries.",
    "Jean moved to Elmham and opened the garden with her son.",
    f"Jo had no friends. {'It rained. ' * 8}Jo was in debt.",
    f"Jo lived in Elmham. {'It rained. ' * 30}She was diagnosed with cancer.",
)


@pytest.mark.parametrize("text", LIVES)
def test_text_about_a_life_is_asked_about(text: str) -> None:
    assert LifeQuestions(ValueCache()).first_life(text) is not None


@pytest.mark.parametrize("text", OTHERS)
def test_other_text_is_not_asked_about(text: str) -> None:
    assert LifeQuestions(ValueCache()).first_life(text) is None


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("stories/a.md", story(f"Words.\n\n{LIFE}"), 10),
        ("stories/a.md", story(summary=LIFE, kind="reflection"), 4),
        ("newsletters/2024-03.md", newsletter(f"## News\n\n{LIFE}"), 11),
        ("publications/a.md", publication(LIFE), 9),
        ("docs/a.md", page(LIFE), 6),
        ("docs/areas/a.md", area(LIFE), 7),
        ("stories/a.md", story(LIFE, consent=CONSENT), None),
        ("stories/a.md", story(LIFE, consent_not_needed="Jean is made up."), None),
    ],
)
def test_question_is_asked_in_every_type_until_it_is_answered(
    tmp_path: Path, path: str, text: str, line: int | None, reported: Reported
) -> None:
    found = [problem for problem in problems_in(tmp_path, {path: text}) if problem.code.startswith("consent")]
    assert reported(found) == ([f"{path}:{line} consent-asked?"] if line else [])


def test_frozen_newsroom_raises_no_question(tmp_path: Path) -> None:
    files = {path.relative_to(NEWSROOM).as_posix(): path.read_text("utf-8") for path in NEWSROOM.rglob("*.md")}
    assert [problem for problem in problems_in(tmp_path, files) if problem.code == "consent-asked"] == []
