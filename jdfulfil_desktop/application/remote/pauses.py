"""Ask JD which documents it has paused, and why: orders and inbound lists (queryExceptionList)."""

from __future__ import annotations

from jdfulfil_desktop.application.ports import DocumentException, DocumentKind
from jdfulfil_desktop.application.remote.office import Office
from jdfulfil_desktop.application.remote.parcels import is_absent
from jdfulfil_desktop.domain.errors import GatewayError, Misconfigured, Refused

MOST = 500


async def paused_documents(office: Office) -> list[DocumentException]:
    """Give what JD has paused of every account, as it says now; writes nothing.

    One account's failure keeps no other from being asked; it is raised at the end.
    """
    connections = await office.write(lambda uow: uow.connections.all())
    found: list[DocumentException] = []
    failures: list[GatewayError] = []
    for connection in connections:
        try:
            async with office.gateway(connection) as gateway:
                for department in connection.departments:
                    for kind in (DocumentKind.OUTBOUND, DocumentKind.INBOUND):
                        found += await gateway.exceptions(
                            department.department_no, kind=kind, most=MOST
                        )
        except (Refused, Misconfigured) as refusal:
            if not is_absent(refusal):
                failures.append(refusal)
        except GatewayError as failure:
            failures.append(failure)
    if failures:
        raise failures[0]
    return found
