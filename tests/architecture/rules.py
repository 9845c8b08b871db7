"""Rules about how code is written, each a function from a source to its violations.

A violation is `path:line what`. `test_rules.py` shows for every rule an example that it catches
and applies it to the files that it is for.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from tests.architecture.sources import Source, dotted

Rule = Callable[[Source], Iterator[str]]


# Three digits are an order number in a text more often than a colour.
HEX_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|(?=\w*[A-Fa-f])[0-9A-Fa-f]{3})\b")


def at(source: Source, line: int, what: str) -> str:
    return f"{source.path}:{line} {what}"


def blocking_exec(source: Source) -> Iterator[str]:
    """A nested event loop freezes every coroutine that waits: open() and a future instead."""
    for call in source.calls():
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"exec", "exec_"}:
            yield at(source, call.lineno, f"{dotted(call.func)}()")


def styling(source: Source) -> Iterator[str]:
    """Colours and style sheets come from the theme, or dark mode is wrong somewhere."""
    for call in source.calls():
        if isinstance(call.func, ast.Attribute) and call.func.attr == "setStyleSheet":
            yield at(source, call.lineno, "setStyleSheet()")
    for node in source.strings():
        if HEX_COLOUR.search(str(node.value)):
            yield at(source, node.lineno, f"colour {node.value!r}")


def swallowed(source: Source) -> Iterator[str]:
    """An error that leaves no trace cannot be mended."""
    for node in source.nodes():
        if isinstance(node, ast.ExceptHandler) and all(isinstance(s, ast.Pass) for s in node.body):
            yield at(source, node.lineno, "except: pass")
    for call in source.calls():
        if dotted(call.func).split(".")[-1] == "suppress":
            for argument in call.args:
                if dotted(argument) in {"Exception", "BaseException"}:
                    yield at(source, call.lineno, f"suppress({dotted(argument)})")


def naked_exceptions(source: Source) -> Iterator[str]:
    """A silenced tool names the rule and the reason, so that it can be unsilenced again."""
    ignored = r"type:\s*ignore\[[\w\-, ]+\]"
    silenced = r"noqa:\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*"
    explained = re.compile(rf"#\s*(?:{ignored}|{silenced})(?:\s*[#:-]\s*|\s{{2,}})\w")
    for line, comment in source.comments():
        if re.search(r"#\s*(type:\s*ignore|noqa)\b", comment) and not explained.search(comment):
            yield at(source, line, f"{comment}: without code and reason")


def sleeping(source: Source) -> Iterator[str]:
    """Whoever sleeps waits too long or not long enough: wait for the condition."""
    for call in source.calls():
        if dotted(call.func) in {"time.sleep", "sleep", "QTest.qWait", "QTest.qSleep"}:
            yield at(source, call.lineno, f"{dotted(call.func)}()")


def unnamed_threads(source: Source) -> Iterator[str]:
    """A stack dump of a frozen window is read by thread names."""
    wanted = {"Thread": "name", "ThreadPoolExecutor": "thread_name_prefix"}
    for call in source.calls():
        keyword = wanted.get(dotted(call.func).split(".")[-1])
        if keyword and keyword not in {k.arg for k in call.keywords}:
            yield at(source, call.lineno, f"{dotted(call.func)} without {keyword}=")


def own_clock(source: Source) -> Iterator[str]:
    """Time and chance are handed in, so that a day of faults can be run from a seed."""
    clocks = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
    for call in source.calls():
        name = dotted(call.func)
        read = ".".join(name.split(".")[-2:]) in clocks
        chance = name.startswith("random.") and name not in {"random.Random"}
        if read or name in {"time.time", "time.monotonic", "uuid.uuid4", "uuid4"} or chance:
            yield at(source, call.lineno, f"{name}()")


def standard_streams(source: Source) -> Iterator[str]:
    """What a program says goes through its output writer or its log."""
    for node in source.nodes():
        if isinstance(node, ast.Attribute) and dotted(node) in {"sys.stdout", "sys.stderr"}:
            yield at(source, node.lineno, dotted(node))
        if isinstance(node, ast.Call) and dotted(node.func) == "print":
            yield at(source, node.lineno, "print()")


CHECKS = {
    "raises", "warns", "fail", "waitUntil", "waitSignal", "waitSignals", "assertNotEmitted",
    "waitExposed", "waitActive", "QAbstractItemModelTester", "run_state_machine_as_test",
}  # fmt: skip


def has_assertion(function: ast.AST) -> bool:
    """Tell whether a test can fail by something else than an exception."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assert) and not isinstance(node.test, ast.Constant):
            return True
        if isinstance(node, ast.Call):
            name = dotted(node.func).split(".")[-1]
            if name in CHECKS or name == "check" or name.startswith(("assert_", "check_")):
                return True
    return False


def pointless_tests(source: Source) -> Iterator[str]:
    """A test without an assertion shows only that nothing exploded."""
    if not source.path.rsplit("/", 1)[-1].startswith("test_"):
        return
    for function in source.functions():
        if function.name.startswith("test") and not has_assertion(function):
            yield at(source, function.lineno, f"{function.name} asserts nothing")


def unexplained_skips(source: Source) -> Iterator[str]:
    """A test that does not run says why."""
    for node in source.nodes():
        if isinstance(node, ast.Call):
            name = dotted(node.func)
            given = bool(node.args) and not name.endswith(("mark.skipif", "mark.xfail"))
            reason = given or any(k.arg in {"reason", "msg"} for k in node.keywords)
            marks = name.endswith(("mark.skip", "mark.skipif", "mark.xfail"))
            if (marks or name == "pytest.skip") and not reason:
                yield at(source, node.lineno, f"{name} without a reason")
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for decorator in node.decorator_list:
                if dotted(decorator).endswith(("mark.skip", "mark.xfail")):
                    yield at(source, decorator.lineno, f"{dotted(decorator)} without a reason")


def imported_from_us(source: Source) -> set[str]:
    """Collect the names that a file takes from the program."""
    names = set()
    for node in source.nodes():
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jdfulfil_desktop"):
            names |= {alias.asname or alias.name for alias in node.names}
        if isinstance(node, ast.Import):
            names |= {
                alias.asname or alias.name.split(".")[0]
                for alias in node.names
                if alias.name.startswith("jdfulfil_desktop")
            }
    return names


def patching(source: Source) -> Iterator[str]:
    """What a test replaces is handed in; patched names hide what a module depends on."""
    ours = imported_from_us(source)
    for node in source.nodes():
        if isinstance(node, ast.ImportFrom) and node.module == "unittest.mock":
            names = {alias.name for alias in node.names} & {"patch"}
            yield from (at(source, node.lineno, f"unittest.mock.{name}") for name in names)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            names = {argument.arg for argument in node.args.args} & {"mocker"}
            yield from (at(source, node.lineno, f"the fixture {name}") for name in names)
        if isinstance(node, ast.Call):
            name = dotted(node.func)
            if "mock.patch" in name:
                yield at(source, node.lineno, name)
            if name.endswith(("monkeypatch.setattr", "monkeypatch.delattr")) and node.args:
                target = node.args[0]
                text = target.value if isinstance(target, ast.Constant) else ""
                root = dotted(target).split(".")[0]
                if root in ours or str(text).startswith("jdfulfil_desktop"):
                    yield at(source, node.lineno, f"{name} on our own code")
