from __future__ import annotations

import pytest

from jdfulfil_desktop.application.ports import RowProblem
from jdfulfil_desktop.domain.errors import (
    EnvironmentProblem,
    FileProblem,
    OutcomeUnknown,
    Refused,
    RetryLater,
    RuleError,
)
from jdfulfil_desktop.domain.holds import KINDS, Mend
from jdfulfil_desktop.texts import Texts


def test_an_error_says_what_why_and_what_to_do() -> None:
    words = Texts("id").error(RuleError("pin_taken", subject="A1", owner="2", granted="B2"))
    assert "A1" in words.what
    assert "B2" in words.meaning
    assert words.fix
    assert words.message == f"{words.what} {words.meaning}"


def test_jd_is_quoted_in_its_own_words() -> None:
    refusal = Refused(jd_code="61", zh="数量无效", en="quantity not valid")
    assert "quantity not valid" in Texts("en").error(refusal).what
    assert "数量无效" in Texts("zh").error(refusal).what
    assert Texts("id").error(refusal).fix == Texts("id").say("jd_fix.value")


def test_a_code_of_jd_nobody_knows_is_named() -> None:
    words = Texts("en").jd_error("4711", en="strange")
    assert "4711" in words.what
    assert "strange" in words.meaning


@pytest.mark.parametrize("code", ["http_502", "http_500", "answer_not_json"])
def test_what_was_met_on_the_way_is_said_alike(code: str) -> None:
    words = Texts("en").error(RetryLater(code))
    assert code in words.meaning
    assert words.what == Texts("en").error(OutcomeUnknown(code)).what


def test_a_code_without_words_still_says_something() -> None:
    words = Texts("id").error(EnvironmentProblem("from_the_future", subject="X"))
    assert "from_the_future" in words.what
    assert "X" in words.what


def test_a_foreign_exception_is_internal() -> None:
    assert "ValueError: boom" in Texts("en").error(ValueError("boom")).message


def test_a_field_is_named_in_the_users_language() -> None:
    error = RuleError("field_missing", subject="warehouse_no")
    assert Texts("id").error(error).what == "Nomor gudang belum diisi."
    assert Texts("en").error(error).what == "Warehouse number is missing."


def test_a_file_of_another_channel_names_the_channel() -> None:
    error = FileProblem("wrong_channel", subject="a.xlsx", channel="tokopedia")
    assert "Tokopedia" in Texts("id").error(error).what


@pytest.mark.parametrize("lang", ["id", "en", "zh"])
def test_every_reason_has_a_sentence_and_a_button(lang: str) -> None:
    texts = Texts(lang)
    for kind in KINDS:
        words = texts.reason(kind.code, ("KOPI-1", "TEH-2"))
        assert words.short
        assert words.message
        assert words.fix
        assert bool(words.button) is (kind.mend is not Mend.NONE)
    assert "KOPI-1, TEH-2" in texts.reason("sku_not_linked", ("KOPI-1", "TEH-2")).message


def test_an_unknown_reason_is_named() -> None:
    words = Texts("id").reason("brand_new")
    assert "brand_new" in words.message
    assert words.button == ""


def test_a_row_problem_names_column_and_value() -> None:
    problem = RowProblem(7, "quantity", "lima", "quantity_invalid", {})
    words = Texts("id").row_problem(problem)
    assert "lima" in words.what
    header = Texts("id").row_problem(RowProblem(3, "Jumlah", "", "missing_value", {}))
    assert header.what == "Kolom Jumlah kosong."
    assert Texts("id").problem("never_seen", value="x").what.endswith("x")


def test_alerts_and_notes_are_said() -> None:
    texts = Texts("id")
    alert = texts.alert("number_twice", "shopee/1", {"tracking_no": "SPX1", "others": "shopee/2"})
    assert "SPX1" in alert.message
    assert alert.fix
    assert texts.alert("cancel_requested").message
    assert texts.note("pushed", {"jd_no": "ESL1"}) == "Diterima JD sebagai ESL1"
    assert texts.note("something_new") == "something_new"


def test_statuses_fall_back_to_what_was_said() -> None:
    texts = Texts("id")
    assert texts.outbound_status(10034) == "Diterima pembeli"
    assert texts.outbound_status(99999, "怪事") == "怪事"
    assert texts.outbound_status(99999) == "Status JD 99999"
    assert texts.outbound_status(None) == ""
    assert texts.inbound_status(70) == "Selesai"
    assert texts.courier("GRAB_SAMEDAY", "Same Day-Grab") == "GrabExpress Sameday"
    assert texts.courier("JNE Reguler", "Reguler (Cashless)-JNE Reguler").endswith("JNE Reguler")
    assert texts.order_status("UNKNOWN", "Menunggu Verifikasi") == "Menunggu Verifikasi"
    assert texts.placement_state("") == "Belum di gudang JD"


def test_an_unknown_language_is_indonesian() -> None:
    assert Texts("fr").lang == "id"
