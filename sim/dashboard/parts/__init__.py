"""Parts: what pages share. A picture with its table, an empty state that says what to do, a problem in words."""

from sim.dashboard.parts.pictures import picture
from sim.dashboard.parts.states import empty, in_words, page_head, troubles

__all__ = ["empty", "in_words", "page_head", "picture", "troubles"]
