"""What stands behind the numbers can be searched, read, sent by its address and saved."""

from __future__ import annotations

from pathlib import Path

ONE = "() => document.querySelectorAll('.ag-center-cols-container .ag-row').length === 1"


def rows(page) -> int:
    """How many rows the grid on the page has left."""
    return page.locator(".ag-center-cols-container .ag-row").count()


def test_that_a_parameter_is_found_by_any_words_and_the_address_keeps_them(look):
    page = look("/evidence?lang=en")
    page.locator(".ag-row").first.wait_for()
    assert rows(page) > 5
    page.get_by_label("Search").fill("flood.rate")
    page.wait_for_function(ONE)
    assert "reshares of each bot" in page.locator(".ag-center-cols-container").inner_text()
    assert "find=flood.rate" in page.url
    again = look(page.url.removeprefix(look.server.url))
    again.wait_for_function(ONE)


def test_that_what_a_parameter_means_is_told_and_found_in_french(look):
    page = look("/evidence?lang=fr&find=vient plus souvent")
    page.wait_for_function(ONE)
    assert "citizen.posts_per_session" in page.locator(".ag-center-cols-container").inner_text()


def test_that_the_table_of_parameters_is_saved_whole(look):
    page = look("/evidence?lang=fr")
    page.locator(".ag-row").first.wait_for()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Enregistrer en CSV").click()
    saved = Path(saving.value.path()).read_text("utf-8-sig").splitlines()
    assert saved[0].startswith('"Nom"')
    assert len(saved) > 700


def test_that_a_place_in_the_description_has_an_address_of_its_own(look):
    page = look("/evidence?lang=en&part=model&section=7-submodels#78-share-c2-c5-a14")
    heading = page.locator("[id='78-share-c2-c5-a14']")
    heading.wait_for()
    page.wait_for_function("() => window.scrollY > 500")
    assert heading.evaluate("(one) => one.getBoundingClientRect().top") < 200


def test_that_links_within_the_description_lead_from_section_to_section(look):
    page = look("/evidence?lang=fr&part=model&section=7-submodels")
    page.locator(".document").get_by_role("link", name="7.19").first.wait_for()
    href = page.locator(".document").get_by_role("link", name="C", exact=True).first.get_attribute("href")
    assert href == "/evidence?lang=fr&part=model&section=c-numbers-that-can-be-set#c-numbers-that-can-be-set"
    assert page.locator(".document").first.get_attribute("lang") == "en"


def test_that_validation_studies_show_their_verdict_and_their_values(look):
    page = look("/evidence?lang=en&part=validation")
    page.get_by_role("link", name="Micro-effects").click()
    page.get_by_role("heading", name="Verdict").wait_for()
    page.locator("details summary").first.click()
    assert page.get_by_role("cell", name="V24", exact=True).count() > 0


def test_that_disarm_is_shown_in_french_where_france_named_it(look):
    page = look("/evidence?lang=fr&part=disarm&find=T0002")
    page.wait_for_function(ONE)
    assert "Faciliter la propagande étatique" in page.locator(".ag-center-cols-container").inner_text()
