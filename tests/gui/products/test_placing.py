"""Into a warehouse: what R13 and R17 ask, registering at a practice gateway, refusals shown."""

from __future__ import annotations

import httpx
from PySide6.QtWidgets import QDialog

from jdfulfil_desktop.application.queries import Filter, Sort
from jdfulfil_desktop.domain.product import ShelfLife
from jdfulfil_desktop.gui.products.form import ProductDialog
from jdfulfil_desktop.gui.products.page import ProductPage, build
from jdfulfil_desktop.gui.products.problems import ProblemsDialog
from jdfulfil_desktop.gui.products.register_dialog import RegisterDialog
from jdfulfil_desktop.gui.shell import Place
from tests.helpers.pages import agree, choose, dialog_of, nameless, press, words_of
from tests.helpers.program import HOUSE, add_account, add_own_warehouse, add_products, place

CREATE = "jingdong.eclp.goods.transportGoodsInfo"


def opened(shell, qtbot) -> ProductPage:
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    page.show()
    return page


def state(program, sku: str) -> str:
    wanted = Filter(equals={"sku": sku})
    rows = program.reader.submit(lambda q: q.product_page(wanted, Sort("sku"), 0, 1)).result(10)
    return str(rows[0].push_state)


def goods_at_jd(sandbox) -> dict[str, dict[str, object]]:
    reply = httpx.get(
        f"{sandbox.info['base_url']}/_control/state",
        headers={"X-Control-Key": sandbox.info["control_key"]},
    )
    return {goods["isvGoodsNo"]: goods for goods in reply.json()["goods"]}


def test_a_shelf_life_is_asked_for_and_nothing_goes_before_it_is_agreed_to(
    program, shell, qtbot, sandbox, house
) -> None:
    add_products(program, "KOPI", shelf_life=ShelfLife(365, 240, 60))
    add_products(program, "TEH")
    page = opened(shell, qtbot)
    press(qtbot, page, "pushProductsButton")
    dialog = dialog_of(qtbot, page, RegisterDialog)
    assert not nameless(dialog)
    assert [row.sku for row in dialog.lives.rows()] == ["KOPI"]
    assert not dialog.form.otherCheck.isVisible()
    assert dialog.deed_button.text() == "Register 2 products at JD"
    assert not dialog.deed_button.isEnabled()
    dialog.form.lifeCheck.setChecked(True)
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: state(program, "KOPI") == "pushed", timeout=20_000)
    assert state(program, "TEH") == "pushed"
    assert {"KOPI", "TEH"} <= set(goods_at_jd(sandbox))
    qtbot.waitUntil(lambda: any("2 registered" in words for _kind, words in shell.said))
    assert not shell.errors


def test_what_jd_has_already_is_adopted(program, shell, qtbot, sandbox, house) -> None:
    add_products(program, "KOPI")
    page = opened(shell, qtbot)
    for _time in range(2):
        shell.desk.start(page.placing.run(["KOPI"], house=house), page)
        agree(qtbot, dialog_of(qtbot, page, RegisterDialog))
        qtbot.waitUntil(lambda: state(program, "KOPI") == "pushed", timeout=20_000)
        qtbot.waitUntil(lambda: not open_dialogs(page))
    assert len([sku for sku in goods_at_jd(sandbox) if sku == "KOPI"]) == 1


def open_dialogs(page: ProductPage) -> list[QDialog]:
    return [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]


def test_what_jd_refuses_is_listed_with_its_words(program, shell, qtbot, sandbox, house) -> None:
    add_products(program, "KOPI")
    page = opened(shell, qtbot)
    shell.desk.start(page.placing.run(["KOPI"], house=house), page)
    dialog = dialog_of(qtbot, page, RegisterDialog)
    refuse_create(sandbox)
    agree(qtbot, dialog)
    problems = dialog_of(qtbot, page, ProblemsDialog)
    assert [p.subject for p in problems.table.rows()] == ["KOPI"]
    assert not nameless(problems)
    agree(qtbot, problems)
    qtbot.waitUntil(lambda: state(program, "KOPI") == "failed")
    page.go_to(Place(basket="failed"))
    choose(qtbot, page, lambda row: row.sku == "KOPI")
    qtbot.waitUntil(lambda: "JD refused it" in words_of(page.detail))
    press(qtbot, page.detail, "registerAgainButton")
    agree(qtbot, dialog_of(qtbot, page, RegisterDialog))
    qtbot.waitUntil(lambda: state(program, "KOPI") == "pushed", timeout=20_000)


def refuse_create(sandbox) -> None:
    """Let the gateway refuse the next creation of goods, and nothing else."""
    reply = httpx.post(
        f"{sandbox.info['base_url']}/_control/faults",
        headers={"X-Control-Key": sandbox.info["control_key"]},
        json=[{"method": CREATE, "kind": "error_code", "code": "61", "times": 1}],
    )
    assert reply.is_success, reply.text


def test_a_new_product_goes_to_jd_and_its_list_is_led_to(
    program, shell, qtbot, sandbox, house
) -> None:
    page = opened(shell, qtbot)
    press(qtbot, page, "addProductButton")
    dialog = dialog_of(qtbot, page, ProductDialog)
    qtbot.keyClicks(dialog.form.skuEdit, "KOPI")
    qtbot.keyClicks(dialog.form.nameEdit, "Kopi")
    dialog.form.placeCombo.setCurrentIndex(dialog.form.placeCombo.findData(house))
    dialog.form.quantitySpin.setValue(24)
    agree(qtbot, dialog)
    register = dialog_of(qtbot, page, RegisterDialog)
    assert register.value() == (house, True)
    agree(qtbot, register)
    qtbot.waitUntil(lambda: bool(shell.went), timeout=20_000)
    ((tab, where),) = shell.went
    assert tab == "inboundTab"
    assert where is not None
    made = program.reader.submit(lambda q: q.inbound(where.key)).result(10)
    assert made is not None
    assert [(line.sku, line.planned) for line in made.lines] == [("KOPI", 24)]
    assert state(program, "KOPI") == "pushed"


def test_a_sku_in_another_warehouse_is_asked_about(program, shell, qtbot) -> None:
    add_account(program)
    own = add_own_warehouse(program)
    add_products(program, "KOPI")
    place(program, "KOPI", stock=5)
    page = opened(shell, qtbot)
    shell.desk.start(page.placing.run(["KOPI"], house=own), page)
    dialog = dialog_of(qtbot, page, RegisterDialog)
    assert [row.sku for row in dialog.others.rows()] == ["KOPI"]
    assert not dialog.deed_button.isEnabled()
    assert dialog.deed_button.toolTip() == "Please confirm first."
    dialog.form.otherCheck.setChecked(True)
    assert dialog.deed_button.text() == "Place 1 product"
    agree(qtbot, dialog)
    placed = Filter(equals={"warehouse_no": own})
    qtbot.waitUntil(
        lambda: program.reader.submit(lambda q: q.product_count(placed)).result(10) == 1
    )
    assert not shell.errors


def test_changing_the_warehouse_asks_anew(program, shell, qtbot) -> None:
    add_account(program)
    own = add_own_warehouse(program)
    add_products(program, "KOPI", shelf_life=ShelfLife(365, 240, 60))
    page = opened(shell, qtbot)
    shell.desk.start(page.placing.run(["KOPI"], house=HOUSE), page)
    dialog = dialog_of(qtbot, page, RegisterDialog)
    dialog.form.lifeCheck.setChecked(True)
    assert dialog.deed_button.isEnabled()
    dialog.form.warehouseField.setCurrentIndex(dialog.form.warehouseField.findData(own))
    assert not dialog.form.lifeCheck.isVisible()
    dialog.form.warehouseField.setCurrentIndex(dialog.form.warehouseField.findData(HOUSE))
    assert not dialog.deed_button.isEnabled()


def test_without_a_warehouse_the_user_is_led_to_authorization(program, shell, qtbot) -> None:
    add_products(program, "KOPI")
    page = opened(shell, qtbot)
    press(qtbot, page, "pushProductsButton")
    qtbot.waitUntil(lambda: shell.went == [("authorizationTab", None)])
    assert any("Authorize an account first." in words for _kind, words in shell.said)


def test_when_jd_has_everything_nothing_is_asked(program, shell, qtbot) -> None:
    add_account(program)
    add_products(program, "KOPI")
    place(program, "KOPI")
    page = opened(shell, qtbot)
    press(qtbot, page, "pushProductsButton")
    qtbot.waitUntil(lambda: any("JD has every product" in words for _kind, words in shell.said))
    assert not open_dialogs(page)


def test_checked_products_go_together(program, shell, qtbot, sandbox, house) -> None:
    add_products(program, "KOPI", "TEH", "GULA")
    page = opened(shell, qtbot)
    qtbot.waitUntil(lambda: page.view.paged_model.rowCount() == 3)
    page.view.paged_model.set_checked(["KOPI", "GULA"], True)
    press(qtbot, page, "bulkRegisterButton")
    dialog = dialog_of(qtbot, page, RegisterDialog)
    assert dialog.deed_button.text() == "Register 2 products at JD"
    agree(qtbot, dialog)
    qtbot.waitUntil(lambda: set(goods_at_jd(sandbox)) >= {"KOPI", "GULA"}, timeout=20_000)
    assert "TEH" not in goods_at_jd(sandbox)
    qtbot.waitUntil(lambda: not page.view.paged_model.checked_keys())
