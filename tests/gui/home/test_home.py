"""Beranda: first steps, what needs a hand, health, plots, and where each button leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from jdfulfil_desktop.domain.connection import ConnectionState
from jdfulfil_desktop.domain.events import AlertRaised, ConnectionsChanged
from jdfulfil_desktop.domain.order import Channel, OrderStatus
from jdfulfil_desktop.domain.warehouse import PlacementState
from jdfulfil_desktop.gui.home.glance import Glance
from jdfulfil_desktop.gui.home.page import HomePage, build
from jdfulfil_desktop.gui.shell import Place
from jdfulfil_desktop.gui.theme import StatusKind
from tests.helpers.program import (
    HOUSE,
    PIN,
    add_account,
    add_products,
    add_store,
    import_orders,
    link,
    order,
    place,
    write,
)


def opened(shell, qtbot) -> HomePage:
    page = build(shell)
    qtbot.addWidget(page)
    page.resize(1366, 650)
    page.show()
    qtbot.waitUntil(lambda: page._shown is not None and page.fortnight is not None)
    return page


def shown(page: HomePage) -> Glance:
    assert page._shown is not None
    return page._shown


def press(qtbot, page: QWidget, name: str) -> None:
    button = page.findChild(QAbstractButton, name)
    assert button is not None, name
    assert button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def words_of(widget: QWidget) -> str:
    return "\n".join(
        str(getattr(label, "whole_text", label.text)())
        for label in widget.findChildren(QLabel)
        if label.isVisible()
    )


def set_up(program) -> None:
    """A merchant who can ship: one product at JD, one store bound to the warehouse."""
    add_account(program)
    add_products(program, "KOPI")
    place(program, "KOPI", stock=50)
    add_store(program, "Toko", Channel.SHOPEE, HOUSE)
    link(program, "Toko", "KOPI", "KOPI")


def test_an_empty_program_shows_the_four_steps_and_each_leads_to_its_page(
    program, shell, qtbot
) -> None:
    page = opened(shell, qtbot)
    assert page.steps.isVisible()
    assert not page.needs.isVisible()
    assert not page.fortnight.orders.isVisible()
    for key in ("connect", "products", "stores", "orders"):
        press(qtbot, page, f"{key}StepButton")
    assert shell.went == [
        ("authorizationTab", None),
        ("productTab", Place(deed="import")),
        ("warehouseTab", Place(basket="stores")),
    ]
    assert shell.imports == 1
    assert "no JD.ID account yet" in words_of(page.health)


def test_steps_are_ticked_as_they_happen_and_vanish_at_the_end(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    assert page.steps._lists["connect"].state("connect") is StatusKind.GOING_ON
    set_up(program)
    qtbot.waitUntil(lambda: page.steps._lists["stores"].state("stores") is StatusKind.DONE)
    assert page.steps._lists["orders"].state("orders") is StatusKind.GOING_ON
    assert not page.import_button.isVisible()
    import_orders(program, "Toko", order("2608010001", ("KOPI", 1)))
    qtbot.waitUntil(lambda: not page.steps.isVisible())
    assert page.import_button.isVisible()
    assert page.fortnight.orders.isVisible()
    assert not shell.errors


def test_each_need_says_how_many_and_leads_to_its_cure_and_its_orders(
    program, shell, qtbot
) -> None:
    set_up(program)
    add_store(program, "Lazada", Channel.LAZADA)
    import_orders(program, "Toko", order("2608010001", ("TEH", 1)), order("2608010002", ("TEH", 2)))
    import_orders(
        program,
        "Lazada",
        order("7001", ("KOPI", 1), channel=Channel.LAZADA, status=OrderStatus.PAID),
    )
    page = opened(shell, qtbot)
    text = words_of(page.needs)
    assert "SKU not linked" in text
    assert "2 orders" in text
    assert "Store not bound" in text
    press(qtbot, page, "mend_sku_not_linked")
    press(qtbot, page, "show_sku_not_linked")
    press(qtbot, page, "mend_store_not_bound")
    assert shell.went == [
        ("productTab", Place(basket="unlinked")),
        ("outboundTab", Place(basket="held")),
        ("warehouseTab", Place(basket="stores")),
    ]
    link(program, "Toko", "TEH", "KOPI")
    qtbot.waitUntil(lambda: "SKU not linked" not in words_of(page.needs))


def test_an_alert_stays_until_it_is_settled(program, shell, qtbot) -> None:
    set_up(program)
    page = opened(shell, qtbot)

    def raise_one(uow) -> None:
        uow.journal.alert("jd_lost_document", "SHOPEE-1", program.clock.now())
        uow.emit(AlertRaised("jd_lost_document", "SHOPEE-1"))

    write(program, raise_one)
    qtbot.waitUntil(lambda: "SHOPEE-1" in words_of(page.needs))
    number = shown(page).alerts[0].id
    press(qtbot, page, f"show_alert_{number}")
    assert shell.went == [("outboundTab", Place(search="SHOPEE-1"))]
    press(qtbot, page, f"dismiss_{number}")
    qtbot.waitUntil(lambda: not shown(page).alerts)
    assert "SHOPEE-1" not in words_of(page.needs)


def test_only_the_first_needs_are_shown_until_all_are_asked_for(program, shell, qtbot) -> None:
    set_up(program)

    def raise_some(uow) -> None:
        for number in range(9):
            uow.journal.alert("jd_lost_document", f"SHOPEE-{number}", program.clock.now())

    write(program, raise_some)
    page = opened(shell, qtbot)
    assert words_of(page.needs).count("SHOPEE-") == 5
    press(qtbot, page, "moreNeedsButton")
    assert words_of(page.needs).count("SHOPEE-") == 9


def test_products_that_jd_refused_are_a_need(program, shell, qtbot) -> None:
    set_up(program)
    add_products(program, "TEH")
    place(program, "TEH", state=PlacementState.FAILED, error_code="gateway_rejected")
    import_orders(program, "Toko", order("2608010001", ("KOPI", 1)))
    page = opened(shell, qtbot)
    press(qtbot, page, "show_failed_products")
    assert shell.went == [("productTab", Place(basket="failed"))]


def test_health_shows_what_is_wrong_and_leads_to_the_cure(program, shell, qtbot) -> None:
    set_up(program)
    import_orders(program, "Toko", order("2608010001", ("KOPI", 1)))
    page = opened(shell, qtbot)
    assert "1 waiting" in words_of(page.health)

    def spoil(uow) -> None:
        known = uow.connections.by_pin(PIN)
        uow.connections.save(
            replace(known, state=ConnectionState.REAUTHORIZE, clock_offset_s=-1200.0)
        )
        uow.emit(ConnectionsChanged(PIN))

    write(program, spoil)
    qtbot.waitUntil(lambda: "Authorize again" in words_of(page.health))
    text = words_of(page.health)
    assert "20 minutes off: set this PC's clock" in text
    assert "not accepted" in text
    press(qtbot, page, "tokenHealthButton")
    press(qtbot, page, "queueHealthButton")
    assert shell.went == [("authorizationTab", None), ("outboundTab", Place(basket="queued"))]


def test_the_queue_is_old_after_a_quarter_of_an_hour(program, shell, qtbot) -> None:
    set_up(program)
    import_orders(program, "Toko", order("2608010001", ("KOPI", 1)))
    page = opened(shell, qtbot)
    overview = shown(page).overview
    old = replace(overview, oldest_queued_at=program.clock.now() - timedelta(minutes=16))
    kinds = {sign.key: sign.kind for sign in page.health.queue_signs(old)}
    assert kinds["oldest"] is StatusKind.NEEDS_YOU
    kinds = {sign.key: sign.kind for sign in page.health.queue_signs(overview)}
    assert kinds["oldest"] is StatusKind.GOING_ON


def test_the_plots_show_fourteen_days_with_todays_orders_last(program, shell, qtbot) -> None:
    set_up(program)
    import_orders(
        program, "Toko", order("2608010001", ("KOPI", 1)), order("2608010002", ("KOPI", 1))
    )
    page = opened(shell, qtbot)
    orders, _shipments = page.fortnight.orders._series
    assert list(orders.values) == [0] * 13 + [2]
    assert len(page.fortnight.hours._labels) == 14
    assert " " in page.fortnight.orders._labels[0]


def test_a_hidden_page_reads_nothing_until_it_is_looked_at(program, shell, qtbot) -> None:
    page = opened(shell, qtbot)
    page.hide()
    set_up(program)
    qtbot.waitUntil(lambda: page._stale)
    assert not shown(page).overview.has_connection
    page.show()
    qtbot.waitUntil(lambda: shown(page).has_bound_store)
    assert shown(page).overview.has_connection
