"""The texts of links to recordings, for places where they cannot be played."""

from newsroom.translations import Translations


def recording_link_text(tag: str, t: Translations, title: str, *, is_known: bool) -> str:
    """Return the text of the link to a recording. A frame of an unknown player may show anything, not only a video."""
    if tag == "audio":
        return t("recording.listen", title=title) if title else t("recording.listen_untitled")
    if is_known:
        return t("recording.watch", title=title) if title else t("recording.watch_untitled")
    return title or t("recording.open_untitled")
