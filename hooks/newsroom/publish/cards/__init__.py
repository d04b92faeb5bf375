"""Social cards: the pictures that other sites show for a shared link, 1200×630 pixels (Open Graph)."""

from newsroom.publish.cards.cards import Cards, card_path, find_card
from newsroom.publish.cards.draw import CARD_SIZE

__all__ = ["CARD_SIZE", "Cards", "card_path", "find_card"]
