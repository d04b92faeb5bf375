"""The built-in mail tools, from ``tools.toml``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from newsroom.mail_tools.model import MailTool

_FILE = Path(__file__).with_name("tools.toml")
MAIL_TOOLS: Mapping[str, MailTool] = {
    name: MailTool.model_validate({"name": name, **values})
    for name, values in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()
}
"""The built-in mail tools by name."""
GENERIC = MAIL_TOOLS["generic"]
"""Any mail program, without merge tags."""
