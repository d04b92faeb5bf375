"""Words for numbers, fields, days and the ends of texts, in messages and for readers (tests/golden/words.txt)."""

from datetime import date

from newsroom.content.moments import parse_moment
from newsroom.ellipsis import cut_at_word, with_ellipsis
from newsroom.english import count_things, field_name, format_day, in_spaces, month_name, with_article
from newsroom.translations import Translations
from tests.support.golden import Golden

_TIMES = (*(f"{hour:02}:00" for hour in range(24)), "00:01", "11:59", "12:05", "13:30")
_PERIODS = (
    *(("2026-12-10", end) for end in (None, "2026-12-10", "2026-12-11", "2027-01-01")),
    *(("2026-12-10 10:00", f"2026-12-{end}") for end in ("10 10:00", "10 11:30", "11 00:00", "11 00:01", "12 09:00")),
    ("2026-10-05", "2026-10-06"),
)
_NAMES = ("Ada", "Elm", "Ŵyn", "Îfan", "Yr Wyddfa", "wendy", "Owain")


def test_words_match_golden_file(golden: Golden) -> None:
    lines = [
        f"{number}: {in_spaces(number)}, {in_spaces(number, 'plain')}, {count_things(number, 'error')}"
        for number in range(6)
    ]
    lines += [field_name(key) for key in ((), ("a",), ("a", "b"), ("a", 1, "b"), ("a", 9), ("a", 10), ("a", 0, 1))]
    lines += [with_article(noun) for noun in ("story", "area", "Event", "interview", "old text")]
    lines += [format_day(date(2026, month, month)) + f", {month_name(month)}" for month in range(1, 13)]
    lines += [with_ellipsis(f"end{sign}") for sign in " .,:;–—-!?"] + [with_ellipsis("a. – ")]
    lines += [cut_at_word("One two, three", most) for most in (14, 13, 8, 7, 3, 2)]
    for lang in ("en", "cy"):
        t = Translations(lang)
        lines.append(f"# {lang}: {t.native_name}, {t.locale}, {t.direction}, {t.month(date(2026, 12, 1))}")
        lines += [t.period(parse_moment(f"2026-12-10 {time}"), None) for time in _TIMES]
        lines += [t.period(parse_moment(start), parse_moment(end) if end else None) for start, end in _PERIODS]
        lines += [t.size(length) for length in (0, 499, 1500, 2500, 999_499, 999_500, 1_049_999, 1_050_000)]
        lines += [t.list(("Bo", name)) for name in _NAMES] + [t.language_name(other) for other in ("en", "cy", "ga")]
        lines += [f"{t.value('nation', 'Wales')}, {t.has('stories.title')}, {t.has('no.such.name')}"]
    named = Translations("cy", {"nation": {"Wales": "Cymru"}}, {"stories.title": "Chwedlau"})
    lines.append(f"{named.value('nation', 'Wales')}, {named.value('nation', 'Kent')}, {named('stories.title')}")
    golden.check("words.txt", "\n".join(lines).encode())
