"""``newsroom import``: drafts from a document, or from the export of another system."""

import click

from newsroom.cli.import_document import document
from newsroom.cli.import_mailchimp import mailchimp
from newsroom.cli.import_wordpress import import_wordpress, old_addresses

_HELP = ("-h", "--help")


class _ImportGroup(click.Group):
    """A group whose first argument may also be a document; a file with a command's name is ``./mailchimp``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, of which the command may be left out."""
        is_document = args and args[0] not in self.commands and args[0] not in _HELP
        return super().parse_args(ctx, ["document", *args] if is_document else args)


@click.group("import", cls=_ImportGroup)
def import_group() -> None:
    """Make drafts of a document, or of the export of another system.

    For a document no command is needed: newsroom import story.docx
    """


for command in (document, import_wordpress, mailchimp, old_addresses):
    import_group.add_command(command)
