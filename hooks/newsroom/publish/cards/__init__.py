"""Social cards: the pictures that other sites show for a shared link, 1200×630 pixels (Open Graph)."""

from newsroom.publish.cards.background import CARD_SIZE
from newsroom.publish.cards.cards import Cards, card_path, find_card

__all__ = ["CARD_SIZE", "Cards", "card_path", "find_card"]
