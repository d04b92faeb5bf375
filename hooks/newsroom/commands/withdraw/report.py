"""Describes a withdrawal to the person who makes it: what changes, and what is left to do by hand."""

import posixpath
from collections.abc import Collection, Iterator
from urllib.parse import quote

from newsroom.commands.withdraw.plan import WithdrawalPlan
from newsroom.importing.report import REPORT_FILES
from newsroom.settings import Settings

_IN_ADDRESSES = "/?=&;:@%+,()!$'*~"
"""Characters that an address has as they are, like those of the query in `?p=10`."""
_CHANGED = "stub written: it has only the day, the id for feeds, old addresses, areas and principles"


def describe_changes(plan: WithdrawalPlan) -> str:
    """The changes, file by file; for an item that is withdrawn already, that there are none."""
    if not plan.changes:
        return f"{', '.join(plan.items)}: withdrawn already, nothing to change."
    items = {change.path for change in plan.changes if change.path in plan.items and change.content is not None}
    lines = [f"  {path}: {_what(path, items)}" for path in (*sorted(items), *plan.deleted)]
    lines += [f"  {place.path}, line {place.line}: {place.what}" for place in plan.taken_out]
    return "\n".join(lines)


def _what(path: str, items: Collection[str]) -> str:
    if path in items:
        return _CHANGED
    is_report = posixpath.basename(path) in REPORT_FILES
    return "deleted, because it quotes the item; the next import writes it again" if is_report else "deleted"


def describe_remaining(plan: WithdrawalPlan, settings: Settings) -> str:
    """What a person still has to do, as a numbered list for a terminal."""
    steps = (*_text(plan), *_editions(plan), *_history(plan), *_copies(plan, settings))
    return "\n\n".join(f"{number}. {step}" for number, step in enumerate(steps, 1))


def _text(plan: WithdrawalPlan) -> Iterator[str]:
    yield "Commit these changes and push them: the next build publishes them, also if other files have errors."
    if plan.mentions:
        lines = "".join(f"\n     {place.path}, line {place.line}: {place.what}" for place in plan.mentions)
        yield f"These lines still have the title, a name or words from it. Change what is about this person:{lines}"
    if plan.shared:
        shared = ", ".join(plan.shared)
        yield f"These files stay, because other items have them. Delete what shows this person: {shared}"
    if plan.copies:
        copies = ", ".join(plan.copies)
        yield f"These files are copies or drafts of what was deleted. Delete what shows this person: {copies}"
    if plan.unreadable:
        yield f"These files could not be read. Look through them yourself: {', '.join(plan.unreadable)}"


def _editions(plan: WithdrawalPlan) -> Iterator[str]:
    if plan.editions:
        named = ", ".join(plan.editions)
        yield (
            f"Newsletter editions that had it: {named}. Emails that were sent cannot be called back. Delete the "
            "campaign and its public archive page in the mail tool, and tell the person who received it and when."
        )


def _history(plan: WithdrawalPlan) -> Iterator[str]:
    paths = "".join(f" \\\n       --path {_shell(path)}" for path in dict.fromkeys((*plan.items, *plan.deleted)))
    stubs = " ".join(_shell(path) for path in plan.items)
    yield f"""Git keeps all earlier versions. Use git-filter-repo 2.47 or later (pip install git-filter-repo) after the
   changes above are on the main branch, while nobody else works on the repository:
     git clone https://github.com/OWNER/REPOSITORY clean && cd clean
     tar -cf ../stubs.tar {stubs}
     git filter-repo --sensitive-data-removal --invert-paths{paths}
     tar -xf ../stubs.tar && git add . && git commit -m "Keep the stubs of withdrawn items"
     git log --all --oneline -- {stubs}   # shows one commit
     git push --force --mirror origin
   Add a --path for each name that these files had before. Links, pictures and names that other files had are in the
   history of those files: to replace a name there, write 'NAME==>***' in a file and add --replace-text FILE. Everybody
   who has a clone must delete it and clone again.
   See https://docs.github.com/authentication/keeping-your-account-and-data-secure/removing-sensitive-data-from-a-repository"""
    yield """Forks and pull requests keep the old versions, and only GitHub can delete them. Ask the owners of forks to
   delete these. Write to https://support.github.com/request with the name of the repository, the number of pull
   requests that 'grep -c "^refs/pull/.*/head$" .git/filter-repo/changed-refs' counts, and the "First Changed Commit"
   that git filter-repo printed; ask for the removal of cached views and of references in pull requests."""
    yield """Previews of pull requests and caches of builds have the pages for some days: delete them under Actions
   (Artifacts of each run; Caches), or with 'gh cache delete --all'. Delete your own copies, such as the email in
   preview-email/, with 'make clean'."""


def _copies(plan: WithdrawalPlan, settings: Settings) -> Iterator[str]:
    addresses = "".join(f"\n     {settings.site_url}{quote(address, safe=_IN_ADDRESSES)}" for address in plan.addresses)
    yield f"""Search engines: ask for the removal of each address, and of those of its pictures and PDFs:{addresses}
   Google: https://search.google.com/search-console/remove-outdated-content
   Bing, from which DuckDuckGo and Yahoo take results: https://www.bing.com/webmasters/tools/contentremoval"""
    yield f"""Web archives: look for the addresses at https://web.archive.org/web/*/{settings.site_url}* and write to
   info@archive.org from an address of the network, with each address, and ask for their exclusion."""
    yield "The private register: note the day of the withdrawal, and what was done. Answer the person."


def _shell(path: str) -> str:
    """A path for a shell."""
    return path if path.replace("/", "").replace("-", "").replace(".", "").isalnum() else f"'{path}'"
