"""The attributes of elements whose text is in another language than the text around them."""

from markupsafe import Markup

from newsroom.translations import text_direction


def language_attributes(lang: str, around: str) -> dict[str, str]:
    """Return the attributes ``lang``, and ``dir`` if the language is written in the other direction.

    Without ``dir``, an English sentence on an Arabic page would have its full stop in front (HTML, section 3.2.6.4).

    Args:
        lang: The language of the element's text.
        around: The language of the text around it. If it is the same, there are no attributes.
    """
    if lang == around:
        return {}
    direction = text_direction(lang)
    return {"lang": lang} if direction == text_direction(around) else {"lang": lang, "dir": direction}


def language_markup(lang: str, around: str) -> Markup:
    """Return the attributes of :func:`language_attributes` as HTML, each after a space."""
    attributes = language_attributes(lang, around)
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items())
