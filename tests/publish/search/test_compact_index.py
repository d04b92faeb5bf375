"""The index made small and the same each time, whatever order Pagefind wrote it in."""

import gzip
import json
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publish.search.compact_index import IndexValue, compact_index, decode_file, encode_item, gzip_reproducibly

ITEMS = st.recursive(
    st.integers(0, 2**64 - 1) | st.text(max_size=300), lambda inner: st.lists(inner, max_size=30), max_leaves=40
)


def file(item: IndexValue) -> bytes:
    """A binary file as Pagefind writes it."""
    return gzip.compress(b"pagefind_dcd" + encode_item(item))


def index(*, turned: bool = False) -> dict[str, bytes]:
    """An index of two pages with two filters; ``turned``: the same, written in another order."""
    kind = "en_k2" if turned else "en_k1"
    kinds: list[IndexValue] = [["news", [0]], ["story", [1]]]
    filters: list[IndexValue] = [["kind", kind], ["area", "en_a"]]
    if turned:
        kinds, filters = kinds[::-1], filters[::-1]
    meta: list[IndexValue] = [
        "1.5.2",
        [["en_f1", 800], ["en_f2", 30]],
        [["a", "b", "en_c"]],
        filters,
        [["date", [1, 0]]],
        [],
    ]
    return {
        "pagefind.js": b"script",
        "pagefind-entry.json": json.dumps({"languages": {"en": {"hash": "en_m", "page_count": 2}}}).encode(),
        "pagefind.en_m.pf_meta": file(meta),
        f"filter/{kind}.pf_filter": file(["kind", kinds]),
        "filter/en_a.pf_filter": file(["area", [["elmham", [0, 1]]]]),
    }


def meta_of(files: dict[str, bytes]) -> IndexValue:
    """The metadata that an index's entry names."""
    entry = json.loads(files["pagefind-entry.json"])
    return decode_file(files[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])


@given(ITEMS)
def test_encoded_items_round_trip(item: IndexValue) -> None:
    assert decode_file(file(item)) == item


@pytest.mark.parametrize(
    ("item", "data"),
    [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (256, "190100"),
        (65536, "1a00010000"),
        ("a", "6161"),
        ([1, [2]], "82018102"),
    ],
)
def test_items_are_encoded_as_in_standard(item: IndexValue, data: str) -> None:
    assert encode_item(item) == bytes.fromhex(data)


@pytest.mark.parametrize(
    "data",
    [
        *(b"other_signature", b"pagefind_dcd", b"pagefind_dcd\x00\x00"),
        *(b"pagefind_dcd" + bytes((major << 5,)) for major in (1, 2, 5, 6, 7)),
        *(b"pagefind_dcd" + bytes((short, *bytes(16))) for short in range(28, 32)),
    ],
)
def test_unknown_encoding_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"signature|soon|item|kind"):
        decode_file(gzip.compress(data))


def test_result_does_not_depend_on_order() -> None:
    assert compact_index(index()) == compact_index(index(turned=True))


def test_pages_have_numbers_and_the_order_of_their_dates_is_a_file_of_its_own() -> None:
    made = compact_index(index())
    meta = meta_of(dict(made.files))
    assert isinstance(meta, list)
    first, second = (made.fragments[f"fragment/en_f{number}.pf_fragment"] for number in (1, 2))
    folder = first.removeprefix("fragment/").split("/")[0]
    assert (first, second) == (f"fragment/{folder}/0.pf_fragment", f"fragment/{folder}/1.pf_fragment")
    assert meta[1] == [[f"{folder}/0", 800], [f"{folder}/1", 30]]
    assert meta[4] == []
    assert json.loads(made.files["order/en-date.json"]) == [1, 0]
    assert made.files["pagefind.js"] == b"script"


def test_metadata_names_only_filters_that_exist() -> None:
    made = compact_index(index())
    meta = meta_of(dict(made.files))
    assert isinstance(meta, list)
    filters = cast("list[tuple[str, str]]", meta[3])
    assert [name for name, _ in filters] == ["area", "kind"]
    held = [decode_file(made.files[f"filter/{file}.pf_filter"]) for _, file in filters]
    assert held == [["area", [["elmham", [0, 1]]]], ["kind", [["news", [0]], ["story", [1]]]]]


def test_another_version_of_the_format_is_noticed() -> None:
    files = index() | {"pagefind.en_m.pf_meta": file(["2.0.0", []])}
    with pytest.raises(ValueError, match="other parts"):
        compact_index(files)


def test_gzip_header_is_same_under_every_python() -> None:
    packed = {
        path: data for path, data in compact_index(index()).files.items() if path.endswith((".pf_meta", ".pf_filter"))
    }
    assert len(packed) == 3
    assert {data[:10].hex(" ") for data in packed.values()} == {"1f 8b 08 00 00 00 00 00 02 ff"}


@pytest.mark.parametrize("data", [b"", b"words", b"words " * 30_000])
def test_gzip_round_trips(data: bytes) -> None:
    assert gzip.decompress(gzip_reproducibly(data)) == data
