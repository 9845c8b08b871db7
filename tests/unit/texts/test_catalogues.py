"""Every code has words in every language, and every word is used: both ways, from the sources."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from jdfulfil_desktop.domain import (
    connection,
    holds,
    inbound,
    order,
    outbound,
    stock,
    users,
    warehouse,
)
from jdfulfil_desktop.texts import LANGUAGES, Texts
from jdfulfil_desktop.texts.jd_codes import ADVICE, OTHER
from tests.architecture.sources import Source, program

LOCALE = Path(__file__).parents[3] / "jdfulfil_desktop" / "texts" / "locale"
ENUMS: dict[str, type[StrEnum]] = {
    "order_status": order.OrderStatus,
    "channel": order.Channel,
    "push_state": outbound.PushState,
    "shipment_state": outbound.ShipmentState,
    "inbound_state": inbound.InboundPushState,
    "ledger_kind": stock.LedgerKind,
    "connection_state": connection.ConnectionState,
    "news": connection.News,
    "news_meaning": connection.News,
    "mode": connection.Mode,
    "placement_state": warehouse.PlacementState,
    "warehouse_kind": warehouse.WarehouseKind,
    "right": users.Right,
    "role": users.Role,
    "stock_cause": stock.Cause,
}
BASKETS = "accept tracking held queued uncertain at_jd done closed"
OFF_PATH = {10027, 10028, 10029, 10031, 10050, 10051}
ERRORS = {
    "RuleError", "FileProblem", "UsageError", "EnvironmentProblem", "Conflict", "GatewayError",
    "RetryLater", "OutcomeUnknown", "AlreadyThere", "Refused", "AuthorizeAgain", "QuotaExceeded",
    "Misconfigured", "ActionCancelled", "CancelReport", "Problem", "Failure", "Refusal", "unclear",
}  # fmt: skip
FAMILIES = {"http_status", "answer_unclear"}
"""Said for every code that begins alike: `http_502`, `answer_empty`."""


def catalogue(lang: str) -> dict[str, list[str]]:
    """Read a .po file: key -> its forms."""
    path = LOCALE / lang / "LC_MESSAGES" / "jdfulfil.po"
    with path.open("rb") as stream:
        messages = read_po(stream, locale=lang, abort_invalid=True)
    found: dict[str, list[str]] = {}
    for message in messages:
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string or ""
            forms = [said] if isinstance(said, str) else list(said)
            found[key] = forms
    return found


CATALOGUES = {lang: catalogue(lang) for lang in LANGUAGES}
KEYS = set(CATALOGUES["id"])


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_languages_say_the_same_things() -> None:
    for lang in LANGUAGES:
        assert set(CATALOGUES[lang]) == KEYS
        blank = [
            key for key, forms in CATALOGUES[lang].items() if not all(f.strip() for f in forms)
        ]
        assert blank == [], lang


def test_gaps_are_the_same_in_every_language() -> None:
    odd = []
    for key in KEYS:
        names = {frozenset(gaps(form)) for lang in LANGUAGES for form in CATALOGUES[lang][key]}
        if len(names) > 1:
            odd.append(key)
    assert odd == []


def test_indonesian_speaks_calmly() -> None:
    loud = [key for key, forms in CATALOGUES["id"].items() if any("!" in form for form in forms)]
    assert loud == []


def needed() -> Iterator[str]:
    """Yield every key that the rules and records of the domain need."""
    for group, enum in ENUMS.items():
        yield from (f"{group}.{member.value}" for member in enum)
    for kind in holds.KINDS:
        yield from (f"reason.{kind.code}{part}" for part in ("", ".short", ".fix"))
    yield from (f"mend.{mend.value}" for mend in holds.Mend if mend is not holds.Mend.NONE)
    yield from (f"stage.{basket}" for basket in BASKETS.split())
    yield from (f"jd_outbound.{code}" for code in {*outbound.PATH, *OFF_PATH})
    ends = {inbound.CANCELLING, inbound.CANCELLED, inbound.CANCEL_FAILED}
    yield from (f"jd_inbound.{code}" for code in {*inbound.PATH, *ends})
    yield from (f"jd.{code}" for code in ADVICE)
    yield from (f"jd_fix.{advice}" for advice in {*ADVICE.values(), OTHER})


def test_the_domain_has_words() -> None:
    assert sorted(set(needed()) - KEYS) == []


def codes_raised(source: Source) -> Iterator[str]:
    """Yield the literal codes of errors, refusals and problems that a file makes."""
    for call in source.calls():
        name = ast.unparse(call.func)
        places = call.args[2:3] if name == "CancelReport" else call.args[:1]
        places = call.args[1:2] if name == "Problem" else places
        if name in ERRORS:
            yield from literals(places)


def literals(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            yield node.value


def class_codes() -> Iterator[str]:
    """Yield the default codes of the tree of errors."""
    [tree] = [s for s in program() if s.path == "jdfulfil_desktop/domain/errors.py"]
    for node in tree.nodes():
        if isinstance(node, ast.ClassDef):
            for line in node.body:
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant):
                    yield str(line.value.value)


def program_errors() -> set[str]:
    sources = [s for s in program() if "/sandbox/" not in s.path]
    return {code for source in sources for code in codes_raised(source)} | set(class_codes())


def said_as_error(code: str) -> bool:
    if code.startswith(("http_", "answer_")):
        return True
    return {f"error.{code}", f"error.{code}.fix"} <= KEYS or f"reason.{code}" in KEYS


def test_every_error_has_words() -> None:
    found = program_errors()
    assert len(found) > 60
    assert sorted(code for code in found if not said_as_error(code)) == []


def row_codes() -> set[str]:
    """Collect the codes of row and line problems, whoever names them."""
    found = {"order_in_other_store"}
    for source in program():
        if not source.path.startswith(
            ("jdfulfil_desktop/application/", "jdfulfil_desktop/adapters/sheets/")
        ):
            continue
        for call in source.calls():
            name = ast.unparse(call.func).split(".")[-1]
            if name == "RowProblem":
                found |= set(literals(call.args[3:4]))
            elif name == "BadCell":
                found |= set(literals(call.args[:1]))
            elif name == "_problem":
                found |= set(literals(call.args[2:3]))
    return found


def test_every_row_problem_has_words() -> None:
    found = row_codes()
    assert {"missing_value", "bad_number", "id_not_exact", "quantity_invalid"} <= found
    missing = [c for c in found if not {f"row.{c}", f"row.{c}.fix"} <= KEYS]
    assert sorted(missing) == []


def journal_codes(kind: str) -> set[str]:
    """Collect the literal kinds of notes, or codes of alerts, that use cases write."""
    names = {"note": {"note", "_note", "_mark"}, "alert": {"alert", "_alert", "Alert"}}
    found: set[str] = set()
    for source in program():
        if "/application/" not in source.path:
            continue
        for call in source.calls():
            name = ast.unparse(call.func).split(".")[-1]
            if name in names[kind]:
                found |= {
                    text
                    for argument in [*call.args, *(k.value for k in call.keywords)]
                    for text in strings_of(argument)
                    if re.fullmatch(r"[a-z]+(_[a-z]+)*", text)
                }
    return found


def strings_of(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from strings_of(node.body)
        yield from strings_of(node.orelse)


@pytest.mark.parametrize("kind", ["note", "alert"])
def test_every_line_of_the_journal_has_words(kind: str) -> None:
    found = journal_codes(kind)
    assert found
    assert sorted(code for code in found if f"{kind}.{code}" not in KEYS) == []


def spoken() -> str:
    """Give the sources of all that speaks."""
    return "\n".join(s.text for s in program() if "/sandbox/" not in s.path)


def families() -> set[str]:
    """Give the groups whose keys are made of a value; they are held by the tests above."""
    groups = set(ENUMS) | {"reason", "mend", "stage", "jd", "jd_fix", "jd_outbound", "jd_inbound"}
    return groups | {
        "month",
        "field",
        "courier",
        "difference",
        "figure",
        "shelf_state",
        "suggested_by",
        "active",
        "col",
        "cli.help",
    }


def test_no_word_is_unused() -> None:
    text = spoken()
    codes = set(re.findall(r"[\"']([a-z][a-z_]+)[\"']", text))
    unused = []
    for key in KEYS:
        group, _, rest = key.partition(".")
        name = rest.split(".")[0]
        if group in families() or key.startswith("cli.help."):
            known = True
        elif group in {"error", "row", "alert", "note"}:
            known = name in codes or name in {"other", *FAMILIES, *alert_families()}
        elif group == "doctor":
            known = name in codes or name in {"well", "unwell"}
        elif group == "cli" and rest.startswith(("cancel.", "usage.", "help_")):
            known = f'"{key}"' in text or re.split(r"[._]", rest)[1] in codes
        else:
            known = f'"{key}"' in text or name in codes
        if not known:
            unused.append(key)
    assert sorted(unused) == []


def alert_families() -> set[str]:
    """Give alerts whose code is made of a state: `connection_reauthorize` and its like."""
    return {f"connection_{state.value}" for state in connection.ConnectionState}


def test_help_and_columns_are_used() -> None:
    text = spoken()
    paths = set(re.findall(r'Command\("([a-z -]+)"', text)) | {"gui", "demo", "sandbox", "restore"}
    paths |= {"doctor", "key export", "key import"}
    keys = {f"cli.help.{path.replace(' ', '.')}" for path in paths}
    keys |= {f"cli.help.{path.split(' ')[0]}" for path in paths}
    keys |= {
        "cli.help",
        *(f"cli.help.{n}" for n in ("json", "yes", "data_dir", "database", "lang", "as_user")),
    }
    assert {k for k in KEYS if k == "cli.help" or k.startswith("cli.help.")} == keys
    columns = {key.removeprefix("col.") for key in KEYS if key.startswith("col.")}
    words = set(re.findall(r"[\"'.]([a-z_]+)[\"'\"]", text))
    assert columns <= words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_built_catalogues_are_up_to_date(lang: str) -> None:
    texts = Texts(lang)
    for key, forms in CATALOGUES[lang].items():
        if len(forms) == 1 and not gaps(forms[0]) and not key.startswith("count."):
            assert texts.say(key) == forms[0], "run `make assets`"
