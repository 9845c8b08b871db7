"""Certificates that nobody vouches for, answers without end, and redirects, over real sockets."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from jdfulfil_desktop.domain.errors import Misconfigured, OutcomeUnknown, RetryLater


def self_signed(folder: Path) -> ssl.SSLContext:
    """Make a certificate for this PC that no authority has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + certificate.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


class Server:
    """Answer every request with the same bytes, and count requests."""

    def __init__(self, answer: bytes, times: int = 1) -> None:
        self.answer = answer
        self.times = times
        self.heads: list[bytes] = []
        self.port = 0

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            self.heads.append(await reader.readuntil(b"\r\n\r\n"))
            for _ in range(self.times):
                writer.write(self.answer)
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            return
        finally:
            writer.close()

    @asynccontextmanager
    async def running(self, context: ssl.SSLContext | None = None) -> AsyncIterator[Server]:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=context)
        self.port = server.sockets[0].getsockname()[1]
        async with server:
            yield self


async def test_a_certificate_that_nobody_signed_gets_no_credential(
    tmp_path, factory, connection, app, token
) -> None:
    async with Server(b"").running(self_signed(tmp_path)) as server:
        url = f"https://127.0.0.1:{server.port}"
        gateway = factory.trial(replace(connection, gateway_url=f"{url}/routerjson"), app, token)
        with pytest.raises(Misconfigured) as caught:
            await gateway.seller_info()
        assert caught.value.code == "certificate_refused"
        with pytest.raises(Misconfigured):
            await factory.exchange_code(url, app, "code")
        await gateway.aclose()
    assert server.heads == []


async def test_a_redirect_is_followed_by_nobody(factory, connection, app, token, stocked) -> None:
    async with Server(b"").running() as target:
        place = f"http://127.0.0.1:{target.port}/routerjson".encode()
        moved = b"HTTP/1.1 307 Moved\r\nLocation: " + place + b"\r\nContent-Length: 0\r\n\r\n"
        async with Server(moved).running() as server:
            url = f"http://127.0.0.1:{server.port}/routerjson"
            gateway = factory.trial(replace(connection, gateway_url=url), app, token)
            with pytest.raises(Misconfigured) as caught:
                await gateway.create_outbound(stocked.order("SHOPEE-R"))
            assert caught.value.code == "redirected"
            await gateway.aclose()
    assert len(server.heads) == 1
    assert target.heads == []


async def test_an_answer_of_fifty_megabytes_is_cut_off(
    factory, connection, app, token, stocked
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n"
    async with Server(head + b" " * 1024 * 1024, times=50).running() as server:
        url = f"http://127.0.0.1:{server.port}/routerjson"
        gateway = factory.trial(replace(connection, gateway_url=url), app, token)
        with pytest.raises(OutcomeUnknown) as caught:
            await gateway.create_outbound(stocked.order("SHOPEE-L"))
        assert caught.value.code == "answer_too_large"
        await gateway.aclose()


async def test_a_length_that_is_a_lie_is_no_clear_word(factory, connection, app, token) -> None:
    short = b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}"
    async with Server(short).running() as server:
        url = f"http://127.0.0.1:{server.port}/routerjson"
        gateway = factory.trial(replace(connection, gateway_url=url), app, token)
        with pytest.raises(RetryLater) as caught:
            await gateway.seller_info()
        assert caught.value.code == "connection_lost"
        await gateway.aclose()
