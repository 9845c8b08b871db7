"""The pages that people see: login and console, also in a real browser."""

from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.contract.sandbox.practice import Practice


@pytest.mark.parametrize("path", ["/", "/oauth2/to_login"])
def test_pages_forbid_scripts_of_others_and_framing(shared_server: Practice, path: str) -> None:
    headers = shared_server.http.get(f"{shared_server.base}{path}").headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"


def test_the_console_tells_nothing_without_the_key(shared_server: Practice) -> None:
    page = shared_server.http.get(f"{shared_server.base}/").text
    assert shared_server.info["control_key"] not in page
    assert shared_server.info["app_secret"] not in page
    assert shared_server.http.get(f"{shared_server.base}/console.js").status_code == 200


def until_text(browser: Any, css: str, text: str) -> None:
    WebDriverWait(browser, 10).until(
        lambda driver: text in driver.find_element(By.CSS_SELECTOR, css).text
    )


@pytest.mark.browser
def test_a_person_moves_documents_and_sets_a_fault(served: Practice, browser: Any) -> None:
    served.stocked("KOPI", 5)
    served.call("order.addOrder", served.order_fields(served.shop(), {"KOPI": 2}, "O-1"))
    browser.get(f"{served.base}/")
    key = WebDriverWait(browser, 10).until(
        lambda driver: driver.find_element(By.ID, "key") if _shown(driver, "key") else None
    )
    key.send_keys("wrong\n")
    until_text(browser, "#gate-error", "salah")
    key.clear()
    key.send_keys(served.info["control_key"] + "\n")
    until_text(browser, "#outbound", "10010 Baru")
    browser.find_element(By.ID, "advance").click()
    until_text(browser, "#outbound", "100130 Resi didapat")
    browser.find_element(By.CSS_SELECTOR, "#outbound button").click()
    until_text(browser, "#outbound", "10014 Terkirim ke gudang")
    Select(browser.find_element(By.NAME, "kind")).select_by_value("http_500")
    browser.find_element(By.CSS_SELECTOR, "#fault button").click()
    until_text(browser, "#faults", "http_500")
    assert served.post("master.queryDept").status_code == 500


@pytest.mark.browser
def test_the_key_in_the_address_opens_the_console_and_disappears(
    shared_server: Practice, browser: Any
) -> None:
    browser.get(f"{shared_server.base}/#key={shared_server.info['control_key']}")
    until_text(browser, "#outbound", "Belum ada pesanan")
    assert browser.current_url == f"{shared_server.base}/"


@pytest.mark.browser
def test_a_person_logs_in(shared_server: Practice, browser: Any) -> None:
    browser.get(str(shared_server.login_page().url))
    browser.find_element(By.ID, "user").send_keys(shared_server.merchant["user"])
    browser.find_element(By.ID, "password").send_keys("salah\n")
    until_text(browser, "#error", "kata sandi salah")
    browser.find_element(By.ID, "password").send_keys(shared_server.merchant["password"])
    browser.find_element(By.ID, "subscribe").click()
    # Nobody listens at the redirect address; what counts is where the browser was sent.
    before = shared_server.state()["tokens"]
    browser.find_element(By.CSS_SELECTOR, "button[type=submit]").click()
    WebDriverWait(browser, 10).until(lambda driver: "code=" in driver.current_url)
    code = browser.current_url.partition("code=")[2].partition("&")[0]
    assert "subscribe" in shared_server.exchange(code)["scope"]
    assert shared_server.state()["tokens"] == before + 1


def _shown(driver: Any, name: str) -> bool:
    return bool(driver.find_element(By.ID, name).is_displayed())
