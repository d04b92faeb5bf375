"""The report for tools has a stable form."""

import json

from newsroom.report import Findings, format_json
from tests.report.findings import error, warning


def test_json_has_all_problems_and_counts() -> None:
    found = Findings.from_problems([warning("b.md", None, "is “long”"), error("a.md", 3)])
    assert json.loads(format_json(found)) == {
        "version": 1,
        "errors": 1,
        "warnings": 1,
        "advice": 0,
        "problems": [
            {
                "code": "link-missing",
                "path": "a.md",
                "line": 3,
                "severity": "error",
                "blocks": "site",
                "what": "is wrong",
                "fix": "fix it",
            },
            {
                "code": "field-length",
                "path": "b.md",
                "line": None,
                "severity": "warning",
                "blocks": None,
                "what": "is “long”",
                "fix": "cut it",
            },
        ],
    }


def test_json_without_problems_has_same_shape() -> None:
    assert json.loads(format_json(Findings.from_problems([]))) == {
        "version": 1,
        "errors": 0,
        "warnings": 0,
        "advice": 0,
        "problems": [],
    }
