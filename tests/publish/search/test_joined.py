"""Numbers and hashtags as words of one item."""

import pytest

from newsroom.publish.search.joined import find_joined_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ring 01792 636519 or (01792) 636-519.", ["01792636519"]),
        ("Ring +44 1792 636519, +44 (0)1792 636519 or 0044 1792 636519.", ["01792636519"]),
        ("Ring +353 1 234 5678.", ["35312345678"]),
        ("Ring 01792636519.", ["01792636519"]),
        ("ISBN 978-1-907790-71-3", ["9781907790713"]),
        ("ISBN 0-8044-2957-X", ["080442957x"]),
        ("10.5281/zenodo.1234-5", ["105281zenodo12345"]),
        ("See https://doi.org/10.1000/ab(c)_d.", ["101000abcd"]),
        (
            "Be #BeKind and #bekind, #LACNetwork2024 or #tŷGlas.",
            ["bekind", "be", "kind", "lacnetwork2024", "lac", "network", "2024", "tŷglas", "tŷ", "glas"],
        ),
        ("From 2020–2023, 2020-2023, on 2023-12-05 and 05/12/2023.", []),
        ("In 2020, 120 of 3,450 people; £1,234.56; 12:30; no. 12.", []),
        ("A page#BeKind, &#39; and #1.", []),
        ("1 2 3", []),
        ("1 " * 50_000, []),
    ],
)
def test_text_is_also_found_by(text: str, words: list[str]) -> None:
    assert list(find_joined_words([text])) == words
