"""Authorize a connection through JD's login page (R1-R6, R8-R10)."""

from __future__ import annotations

import ipaddress
import secrets
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from urllib.parse import SplitResult, urlsplit

from jdfulfil_desktop.application.ports import (
    AppIdentity,
    LoginListener,
    Token,
    UnitOfWork,
)
from jdfulfil_desktop.application.remote.extending import (
    DepartmentAnswer,
    check_free,
    check_rights,
    keep_department,
    learn,
)
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.patience import patient
from jdfulfil_desktop.domain.connection import (
    Connection,
    ConnectionState,
    Mode,
)
from jdfulfil_desktop.domain.errors import FulfilError, RuleError
from jdfulfil_desktop.domain.events import ConnectionsChanged, PushQueued, WarehousesChanged
from jdfulfil_desktop.domain.ids import Pin
from jdfulfil_desktop.domain.users import Right

LOGIN_TIMEOUT_S = 600.0
JD_OAUTH = "https://oauth.jd.id"


@dataclass(frozen=True, slots=True)
class ConnectRequest:
    """What the form or the command line gives. `app_*` and `gateway_user` belong to Basic (R4)."""

    mode: Mode
    gateway_url: str
    department_no: str
    warehouse_no: str
    pin: str
    oauth_url: str = ""
    app_key: str = ""
    app_secret: str = field(default="", repr=False)
    gateway_user: str = ""
    isv_source: str = ""


def secure_address(url: str) -> str:
    """Give the address cleaned; RuleError for no http(s) address, or plain http outside this PC.

    A name and password in the address are refused: it is kept and shown in clear.
    """
    text = url.strip().rstrip("/")
    parts = _parts(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username is not None:
        raise RuleError("address_invalid", subject=text.rpartition("@")[2])
    if parts.scheme == "http" and not _is_this_pc(parts.hostname):
        raise RuleError("address_insecure", subject=text)
    return text


def oauth_base(request: ConnectRequest) -> str:
    """Give the OAuth base: as given, else a loopback gateway's own origin, else JD.ID's host."""
    if request.oauth_url:
        return secure_address(request.oauth_url)
    parts = _parts(request.gateway_url)
    return _origin(parts) if _is_this_pc(parts.hostname or "") else JD_OAUTH


def _parts(text: str) -> SplitResult:
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError as error:
        raise RuleError("address_invalid", subject=text) from error
    return parts


def _origin(parts: SplitResult) -> str:
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _is_this_pc(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def cleaned(request: ConnectRequest) -> ConnectRequest:
    """Trim pasted values and refuse what is missing, naming the field (R5)."""
    trimmed = replace(
        request,
        gateway_url=secure_address(request.gateway_url),
        department_no=request.department_no.strip(),
        warehouse_no=request.warehouse_no.strip(),
        pin=request.pin.strip(),
        app_key=request.app_key.strip(),
        app_secret=request.app_secret.strip(),
        gateway_user=request.gateway_user.strip(),
        isv_source=request.isv_source.strip(),
    )
    needed = ["department_no", "warehouse_no", "pin"]
    if trimmed.mode is Mode.BASIC:
        needed += ["app_key", "app_secret", "gateway_user"]
    for name in needed:
        if not getattr(trimmed, name):
            raise RuleError("field_missing", subject=name)
    return replace(trimmed, oauth_url=oauth_base(trimmed))


async def connect(
    office: Office,
    request: ConnectRequest,
    listener: LoginListener,
    open_login: Callable[[str], None],
    *,
    timeout_s: float = LOGIN_TIMEOUT_S,
) -> Connection:
    """Run Mulai Sinkronisasi: log in through the browser, check what was granted, keep it.

    Everything is checked before anything is kept: a failed `connect` changes nothing. The
    password is typed on JD's page only. Raises RuleError, GatewayError, EnvironmentProblem.
    """
    await office.need(Right.CONNECTIONS)
    request = cleaned(request)
    published = await office.gateways.published_app(request.gateway_url)
    app = _identity(request, published)
    known = await office.write(lambda uow: _known(uow, request, app))
    token = await _login(office, request, app, listener, open_login, timeout_s)
    _check_pin(request, token, known)
    trial = office.gateways.trial(_merged(known, request, app, token), app, token)
    async with aclosing(trial):
        gateway = patient(trial, office.patience)
        info = await gateway.seller_info()
        check_rights(info, request.department_no, request.warehouse_no)
        facts = await learn(gateway, request.department_no, [request.warehouse_no])
        offset_s = gateway.clock_offset_s
    granted = _Granted(request, app, token, facts, offset_s)
    take_back = office.gateways.remember(request.pin, app, token)
    try:
        return await office.write_and_decide(
            f"pin:{request.pin}", lambda uow: _keep(uow, office, granted)
        )
    except FulfilError:
        take_back()
        raise


@dataclass(frozen=True, slots=True)
class _Granted:
    """What a login brought and JD confirmed."""

    request: ConnectRequest
    app: AppIdentity
    token: Token
    facts: DepartmentAnswer
    clock_offset_s: float


def _identity(request: ConnectRequest, published: AppIdentity | None) -> AppIdentity:
    """Choose who signs: the gateway's published quick app, or the merchant's own (R3, R4)."""
    if request.mode is Mode.QUICK:
        if published is None:
            raise RuleError("quick_not_available", subject=request.gateway_url)
        return published
    isv_source = request.isv_source or (published.isv_source if published else "")
    if not isv_source:
        # JD takes no outbound order without it: better said here than at every order.
        raise RuleError("field_missing", subject="isv_source")
    return AppIdentity(
        app_key=request.app_key,
        app_secret=request.app_secret,
        isv_source=isv_source,
        gateway_id=published.gateway_id if published else "",
    )


def _gateway_name(request_url: str, app: AppIdentity) -> str:
    return app.gateway_id or _origin(_parts(request_url))


def _known(uow: UnitOfWork, request: ConnectRequest, app: AppIdentity) -> Connection | None:
    """Find the PIN's connection; refuse a department or warehouse that another PIN has (R8)."""
    uow.settings.check_gateway(_gateway_name(request.gateway_url, app))
    check_free(uow, request.pin, request.department_no, [request.warehouse_no])
    return uow.connections.by_pin(request.pin)


async def _login(
    office: Office,
    request: ConnectRequest,
    app: AppIdentity,
    listener: LoginListener,
    open_login: Callable[[str], None],
    timeout_s: float,
) -> Token:
    state = secrets.token_urlsafe(24)
    async with listener as waiting:
        address = office.gateways.login_url(
            request.oauth_url, app.app_key, waiting.redirect_uri, state
        )
        open_login(address)
        code = await waiting.wait_for_code(state, timeout_s)
    return await office.patience.persist(
        lambda: office.gateways.exchange_code(request.oauth_url, app, code)
    )


def _check_pin(request: ConnectRequest, token: Token, known: Connection | None) -> None:
    """Refuse a login as somebody else: one PIN belongs to one merchant (R8)."""
    if not token.pin or token.pin == request.pin:
        return
    if known is not None:
        owner = ", ".join(str(d.department_no) for d in known.departments)
        raise RuleError("pin_taken", subject=request.pin, owner=owner, granted=token.pin)
    raise RuleError("pin_mismatch", subject=request.pin, granted=token.pin)


def _merged(
    known: Connection | None, request: ConnectRequest, app: AppIdentity, token: Token
) -> Connection:
    """Put what was granted on the PIN's connection, new or known (authorizing again, upgrading)."""
    base = known or Connection(
        pin=Pin(request.pin),
        mode=request.mode,
        gateway_url=request.gateway_url,
        oauth_url=request.oauth_url,
        app_key=app.app_key,
        isv_source=app.isv_source,
    )
    return replace(
        base,
        mode=request.mode,
        gateway_url=request.gateway_url,
        oauth_url=request.oauth_url,
        app_key=app.app_key,
        isv_source=app.isv_source,
        gateway_user=request.gateway_user,
        subscribed=token.subscribed,
        channel_up=base.channel_up and token.subscribed,
        state=ConnectionState.OK,
        state_code="",
        token_expires_at=token.expires_at,
    )


def _keep(uow: UnitOfWork, office: Office, granted: _Granted) -> Connection:
    """Write the connection, its department and the warehouse record that R9 asks for.

    All is looked at anew: a login takes minutes, in which others may have written.
    """
    request, app = granted.request, granted.app
    known = _known(uow, request, app)
    connection = replace(
        _merged(known, request, app, granted.token),
        clock_offset_s=round(granted.clock_offset_s, 1),
        last_contact_at=office.clock.now(),
    )
    uow.settings.bind_gateway(_gateway_name(request.gateway_url, app))
    # Carriers and platforms may have changed with the grant: JD is asked for them anew.
    for name in ("carriers", "platforms"):
        if known is not None:
            uow.settings.put(f"{name}:{request.pin}", {})
    saved = keep_department(uow, connection, granted.facts)
    uow.emit(ConnectionsChanged(saved.pin), WarehousesChanged(), PushQueued())
    return saved
