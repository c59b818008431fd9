"""From the first page one finds a story, and what was compared of late."""

from __future__ import annotations

from looking import NARROW


def test_that_every_story_leads_to_its_question(look):
    page = look("/?lang=fr")
    links = page.locator(".story-link")
    assert links.count() == 24
    hrefs = [link.get_attribute("href") for link in links.all()]
    assert "/ask?lang=fr&scenario=embassy_rumour" in hrefs
    assert len(set(hrefs)) == 24


def test_that_stories_are_chosen_by_what_they_show_and_the_address_says_so(look):
    page = look("/?lang=en")
    page.get_by_role("link", name="Elections and votes").click()
    page.wait_for_url("**tags=elections**")
    page.get_by_text("2 stories of 24").wait_for()
    assert page.locator(".story").count() == 2
    page.get_by_role("link", name="Prebunking and lessons").click()
    page.wait_for_url("**tags=elections%2Cliteracy**")
    again = look(page.url.removeprefix(look.server.url))
    again.get_by_text("2 stories of 24").wait_for()
    again.get_by_role("link", name="Show all").click()
    again.get_by_text("24 stories of 24").wait_for()
    assert again.locator(".story").count() == 24


def test_that_a_story_on_a_telephone_shows_who_is_on_which_side(look):
    page = look("/?lang=fr", NARROW)
    story = page.locator(".story").filter(has_text="Une rumeur sur l’ambassade")
    assert "75\u00a0robots" in story.locator(".cast-operation").inner_text()
    assert "3\u00a0comptes d’État" in story.locator(".cast-own").inner_text()


def test_that_what_was_compared_of_late_is_one_click_away(look):
    page = look("/?lang=en")
    recent = page.locator(".recent li")
    assert recent.count() == 1
    assert "Rumour about the embassy" in recent.inner_text()
    assert "6 futures" in recent.inner_text()
    assert "/compare?lang=en&q=" in recent.locator("a").get_attribute("href")


def test_that_a_story_is_opened_within_the_app_and_the_way_back_leads_to_the_stories(look):
    page = look("/?lang=en")
    page.evaluate("() => { window.stays = true; }")
    page.locator(".story-link", has_text="Rumour about the embassy").click()
    page.wait_for_url("**/ask?**")
    page.wait_for_selector("#ask-story")
    assert page.evaluate("() => window.stays"), "the app was loaded anew"
    page.go_back()
    page.get_by_role("heading", name="Stories").wait_for()
