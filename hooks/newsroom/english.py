"""English for messages to editors."""


def with_article(noun: str) -> str:
    """A noun with its indefinite article: "a story", "an interview"."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
