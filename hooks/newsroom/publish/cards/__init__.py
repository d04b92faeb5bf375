"""The picture that stands for a page where its link is shared: 1200×630 pixels, as Open Graph's consumers expect."""

from newsroom.publish.cards.cards import Cards, card_path, find_card
from newsroom.publish.cards.draw import CARD_SIZE

__all__ = ["CARD_SIZE", "Cards", "card_path", "find_card"]
