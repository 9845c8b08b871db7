"""Say what is wrong with a field of the authorization forms, and which field an error is about."""

from __future__ import annotations

from jdfulfil_desktop.application.remote.addresses import secure_address
from jdfulfil_desktop.domain.errors import FulfilError, GatewayError, RuleError
from jdfulfil_desktop.gui.words import tr
from jdfulfil_desktop.texts import Texts

_BY_CODE = {
    "department_unknown": "department_no",
    "department_taken": "department_no",
    "department_not_connected": "department_no",
    "warehouse_unknown": "warehouse_no",
    "warehouse_taken": "warehouse_no",
    "pin_taken": "pin",
    "pin_mismatch": "pin",
    "pin_not_connected": "pin",
    "address_invalid": "gateway_url",
    "address_insecure": "gateway_url",
    "quick_not_available": "gateway_url",
    "other_gateway": "gateway_url",
    "gateway_unreachable": "gateway_url",
    "gateway_too_slow": "gateway_url",
    "certificate_refused": "gateway_url",
    "connection_wrong": "app_secret",
    "warehouse_disabled": "warehouse_no",
    "warehouse_not_offered": "warehouse_no",
}


_BY_JD_CODE = {
    **dict.fromkeys(("11", "12", "401"), "app_secret"),
    **dict.fromkeys(("20", "21", "79", "89"), "app_key"),
    **dict.fromkeys(("22", "90", "91"), "pin"),
}
"""Which of our fields JD's word is about (PROTOCOL 1.7); 401 is the login host's own."""
_BY_PARAMETER = {"dept": "department_no", "warehouse": "warehouse_no", "pin": "pin"}


def field_of(error: FulfilError) -> str:
    """Name the field that an error is about; empty where it is about none."""
    if isinstance(error, GatewayError) and error.jd_code:
        if field := _BY_JD_CODE.get(error.jd_code, ""):
            return field
        words = f"{error.en} {error.zh}".casefold()
        return next((name for part, name in _BY_PARAMETER.items() if part in words), "")
    if error.code == "field_missing":
        return error.subject
    if error.code.startswith("http_"):
        return "gateway_url"
    return _BY_CODE.get(error.code, "")


def wrong_with(name: str, given: str, texts: Texts) -> str:
    """Say what is wrong with a value as typed; empty where it can be one."""
    if not given:
        return tr("This is needed.")
    if name == "gateway_url":
        try:
            secure_address(given)
        except RuleError as error:
            return texts.error(error).what
        return ""
    if len(given.split()) > 1:
        return tr("It cannot hold blanks.")
    if name == "department_no" and not given.isascii():
        return tr("It begins with EBU and has digits after it.")
    return ""


def help_of(name: str) -> str:
    """Say what belongs into a field; empty where its name says it."""
    return {
        "gateway_url": tr("From JD.ID, or the practice gateway's."),
        "app_secret": tr("Kept in this PC's keyring, never shown again."),
        "gateway_user": tr("Kept with the credentials, never sent."),
        "department_no": tr("Begins with EBU."),
        "pin": tr("Your JD.ID account. One PIN belongs to one merchant."),
    }.get(name, "")
