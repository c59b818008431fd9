"""The gallery tells of every pack what its files say."""

from __future__ import annotations

import pytest

pytest.importorskip("dash", reason="the app's libraries are not installed")

from sim import catalogue
from sim.dashboard.gallery import LAYERS, SPEED, TAGS, gallery
from sim.dashboard.parts.stories import size
from sim.i18n import words
from sim.packs import known_packs, read_pack
from sim.scenario.forms import FORMS


def test_that_every_pack_has_a_card_with_its_own_words():
    cards = {card.name: card for card in gallery()}
    assert set(cards) == set(known_packs())
    for name in ("embassy_rumour", "quiet_week"):
        pack = read_pack(name)
        assert cards[name].question == {"en": pack.question.en, "fr": pack.question.fr}
        assert (cards[name].accounts, cards[name].hours) == (pack.accounts, pack.horizon_hours)
        told = {one.name: {"en": one.label.en, "fr": one.label.fr} for one in pack.responses if one.name != "none"}
        assert cards[name].answers == told


def test_that_each_account_of_a_story_stands_on_one_side():
    for card in gallery():
        counted = sum(sum(side.values()) for side in (card.own, card.operation, card.around))
        assert counted == sum(actor.count for actor in read_pack(card.name).actors), card.name


def test_that_bots_trolls_and_a_rivals_media_are_never_taken_for_friends():
    card = next(card for card in gallery() if card.name == "embassy_rumour")
    assert dict(card.operation) == {"state_account": 1, "bot": 75, "troll": 12}
    assert dict(card.own) == {"state_account": 3}
    for card in gallery():
        assert not {"bot", "troll"} & (set(card.own) | set(card.around))


def test_that_a_disc_is_as_large_as_its_part_of_everybody():
    card = next(card for card in gallery() if card.name == "embassy_rumour")
    shares = [part.share for part in card.public]
    assert shares == pytest.approx([0.25 * 0.75, 0.06 * 0.75, 0.08 * 0.25])
    assert [(float(size(part)[:-1]) / 100) ** 2 for part in card.public] == pytest.approx(shares, rel=0.02)


def test_that_tags_are_made_from_ideas_that_exist_and_tell_stories_apart():
    known = {*catalogue.actions(), *catalogue.names("detectors"), *FORMS, LAYERS, SPEED}
    assert {idea for ideas in TAGS.values() for idea in ideas} <= known
    shown = {tag: sum(tag in card.tags for card in gallery()) for tag in TAGS}
    assert all(0 < n < len(gallery()) for n in shown.values()), shown
    by_name = {card.name: card.tags for card in gallery()}
    assert "elections" in by_name["wrong_monday"]
    assert "deepfakes" in by_name["deepfake_envoy"]
    assert by_name["quiet_week"] == ()


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_that_every_tag_and_kind_of_account_has_a_name(lang):
    t = words(lang)
    assert all(t.has(f"start-tag-{tag}") for tag in TAGS)
    assert all(t.has(f"start-kind-{kind}") for kind in catalogue.names("kinds"))
