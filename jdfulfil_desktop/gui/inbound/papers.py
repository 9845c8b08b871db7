"""Put an inbound list on paper: the delivery note (surat jalan), and planned against received."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from jdfulfil_desktop.application.queries import InboundRow, WarehouseRow
from jdfulfil_desktop.application.receipt_report import ReportLine, report_sum
from jdfulfil_desktop.gui.inbound.columns import difference_words, jd_words
from jdfulfil_desktop.gui.papers.canvas import CENTRE, RIGHT
from jdfulfil_desktop.gui.papers.documents import Paper, PaperColumn
from jdfulfil_desktop.gui.papers.paper_dialog import bring_out
from jdfulfil_desktop.gui.shell import Shell
from jdfulfil_desktop.gui.warehouse_choice import house_words
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts


async def bring_out_inbound(
    shell: Shell, parent: QWidget, kind: str, row: InboundRow, houses: Sequence[WarehouseRow]
) -> bool:
    """Save or print the delivery note (`note`) or the list (`list`); tells whether it was done."""
    named = {house.warehouse_no: house_words(house) for house in houses}
    house = named.get(row.warehouse_no, row.warehouse_no)
    texts, now = shell.desk.texts, shell.desk.clock.now()
    draw = delivery_note if kind == "note" else inbound_list
    return await bring_out(
        shell, parent, kind, row.inbound_no, lambda copy: draw(row, house, texts, now, copy)
    )


def delivery_note(row: InboundRow, house: str, texts: Texts, now: datetime, copy: int = 1) -> Paper:
    """Draw up the note that travels with the goods; `copy` 2 and above is marked as a reprint."""
    facts = [(tr("To"), house), (tr("Date"), texts.time_in_full(now))]
    facts.append((tr("JD no."), row.jd_no or tr("not sent yet")))
    facts.append((tr("Products"), texts.number(len(row.lines))))
    columns = (
        PaperColumn(tr("No."), 5, RIGHT),
        PaperColumn(tr("SKU"), 20),
        PaperColumn(tr("Product"), 40),
        PaperColumn(tr("Quantity"), 11, RIGHT),
        PaperColumn(tr("Received"), 12, CENTRE, ticked=True),
    )
    rows = tuple(
        (str(at), line.sku, line.name, texts.number(line.planned), "")
        for at, line in enumerate(row.lines, start=1)
    )
    return Paper(
        tr("Delivery note"),
        row.inbound_no,
        tuple(facts),
        columns,
        rows,
        total=("", "", tr("Total"), texts.number(row.planned), ""),
        mark=_mark(copy),
        note=row.note,
        signatures=(tr("Sent by"), tr("Driver"), tr("Received by")),
        printed=tr("Printed {0}").format(texts.time_in_full(now)),
    )


def inbound_list(row: InboundRow, house: str, texts: Texts, now: datetime, copy: int = 1) -> Paper:
    """Draw up the list with what JD received and how it differs, line by line (R28, R29)."""
    facts = [
        (tr("Warehouse"), house),
        (tr("Created"), _time(row.created_at, texts)),
        (tr("JD no."), row.jd_no or tr("not sent yet")),
        (tr("Completed"), _time(row.completed_at, texts) or tr("not yet")),
    ]
    if row.jd_status is not None:
        facts.append((tr("JD status"), jd_words(row, texts)))
    told = row.jd_status is not None
    rows = tuple(
        (
            str(at),
            line.sku,
            line.name,
            texts.number(line.planned),
            texts.number(line.received) if told else "–",
            difference_words(dict(line.differences), texts),
        )
        for at, line in enumerate(row.lines, start=1)
    )
    received = texts.number(row.received) if told else "–"
    return Paper(
        tr("Inbound list"),
        row.inbound_no,
        tuple(facts),
        _list_columns(),
        rows,
        total=("", "", tr("Total"), texts.number(row.planned), received, ""),
        mark=_mark(copy),
        note=row.note,
        printed=tr("Printed {0}").format(texts.time_in_full(now)),
    )


def report_paper(lines: Sequence[ReportLine], texts: Texts, now: datetime) -> Paper:
    """Draw up expected against received of many lists, the sums at the foot."""
    total, number = report_sum(lines), texts.number
    facts = [(tr("Date"), texts.time_in_full(now)), (tr("Lists"), number(total.lists))]
    rows = tuple(
        (
            line.inbound_no,
            line.sku,
            line.name,
            number(line.planned),
            number(line.received),
            difference_words(dict(line.differences), texts),
        )
        for line in lines
    )
    columns = (PaperColumn(tr("Inbound no."), 20), *_list_columns()[1:])
    kinds = difference_words(dict(total.differences), texts)
    return Paper(
        tr("Expected and received"),
        "",
        tuple(facts),
        columns,
        rows,
        total=("", "", tr("Total"), number(total.planned), number(total.received), kinds),
        printed=tr("Printed {0}").format(texts.time_in_full(now)),
    )


def _list_columns() -> tuple[PaperColumn, ...]:
    return (
        PaperColumn(tr("No."), 5, RIGHT),
        PaperColumn(tr("SKU"), 18),
        PaperColumn(tr("Product"), 30),
        PaperColumn(tr("Planned"), 12, RIGHT),
        PaperColumn(tr("Received"), 12, RIGHT),
        PaperColumn(tr("Difference"), 22),
    )


def _time(at: datetime | None, texts: Texts) -> str:
    return texts.time_in_full(at) if at else ""


def _mark(copy: int) -> str:
    return tr("REPRINT, copy {0}").format(copy) if copy > 1 else ""
