"""The report for tools, as JSON."""

import json

from newsroom.report.findings import Findings

VERSION = 1
"""Increased when a key is renamed, removed or changes its meaning. New keys do not increase it."""


def format_json(findings: Findings) -> str:
    """The findings as one JSON object.

    Its shape, which tools may rely on::

        {
          "version": 1,
          "errors": 1,        those that stop publishing, and those that stop an email
          "warnings": 0,      the number of those that do not
          "advice": 0,        the number of entries of advice on wording, with --advice
          "problems": [       sorted by path and line
            {
              "code": "topic-unknown",       `newsroom explain topic-unknown` prints its help
              "path": "stories/maggie.md",   relative to the repository
              "line": 4,                     counted from 1; null: the file as a whole
              "severity": "error",           or "warning", or "advice"
              "blocks": "site",              or "email", where an error stops one email; null: nothing
              "what": "`areas` names 'derbyy', which does not exist",
              "fix": "did you mean 'derby'?"
            }
          ]
        }
    """
    problems = [
        {
            "code": problem.code,
            "path": problem.path,
            "line": problem.line,
            "severity": problem.severity.value,
            "blocks": problem.blocks.value if problem.is_error else None,
            "what": problem.what,
            "fix": problem.fix,
        }
        for problem in findings.problems
    ]
    counts = {"version": VERSION, "errors": len(findings.errors), "warnings": len(findings.warnings)}
    return json.dumps(counts | {"advice": len(findings.advice)} | {"problems": problems}, ensure_ascii=False, indent=2)
