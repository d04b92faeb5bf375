"""PUBLISHING.md: what it tells maintainers to run does what it says."""

import re
import subprocess
from pathlib import Path

from tests.support import ROOT

REDIRECTS = """\
/ p=123 /stories/x/ 301!
/comments/feed/ /feed.xml 301
/index.php page_id=5 lang=cy /cy/stories/x/ 301!
"""
MAP = """\
"/?p=123" "/stories/x/";
"/comments/feed/" "/feed.xml";
"/index.php?page_id=5&lang=cy" "/cy/stories/x/";
"""


def test_redirects_become_a_map_for_nginx(tmp_path: Path) -> None:
    (command,) = re.findall(
        r"^```sh\n(awk .*?)^```", (ROOT / "PUBLISHING.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    (tmp_path / "site").mkdir()
    (tmp_path / "site/_redirects").write_text(REDIRECTS, encoding="utf-8")
    subprocess.run(["sh", "-c", command], cwd=tmp_path, check=True)
    assert (tmp_path / "moved.map").read_text(encoding="utf-8") == MAP
