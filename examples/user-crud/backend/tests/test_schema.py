"""What OpenAPI says, beside what the API does: invented requests find no crash and no answer that is not described."""

from typing import Any

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis.checks import CheckFunction
from schemathesis.specs.openapi import checks

from app.main import app

from .people import Person

schema = schemathesis.openapi.from_asgi("/openapi.json", app)

# Not among them: `Allow` (FastAPI makes one route for each method, so a 405 names one) and "what the schema allows is
# accepted" (an address can be right and taken).
CHECKS: list[CheckFunction] = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


@schema.exclude(path_regex="/me/(delete|password)$").parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_api_does_what_its_schema_says(case: schemathesis.Case[Any], ada: Person) -> None:
    case.call_and_validate(headers={"Authorization": f"Bearer {ada.token}"}, checks=CHECKS)


def test_operation_ids_are_the_names_of_functions(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    ids = [operation["operationId"] for verbs in paths.values() for operation in verbs.values()]
    assert len(ids) == len(set(ids))
    assert "list_notes" in ids
