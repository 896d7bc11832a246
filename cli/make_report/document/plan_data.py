"""A plan as JSON-able data, and a plan of such data."""

from collections.abc import Mapping, Sequence
from typing import Any

from make_report.document.plan import Choice, Loop, Plan, Step, Steps, Test, Value


def plan_as_data(plan: Plan) -> dict[str, Any]:
    """Return the plan as JSON-able data."""
    parts = {name: _steps_as_data(steps) for name, steps in plan.parts.items()}
    hollow = None if plan.hollow is None else list(plan.hollow)
    return {"parts": parts, "hollow": hollow, "certain": {name: list(rooms) for name, rooms in plan.certain.items()}}


def _steps_as_data(steps: Steps) -> list[Any]:
    return [_step_as_data(step) for step in steps]


def _step_as_data(step: Step) -> object:
    if isinstance(step, str):
        return step
    if isinstance(step, Value):
        return {"value": list(step.path)}
    if isinstance(step, Loop):
        return {"for": step.variable, "in": list(step.path), "do": _steps_as_data(step.steps)}
    return {"choose": [[_test_as_data(test), _steps_as_data(steps)] for test, steps in step.branches]}


def _test_as_data(test: Test | None) -> object:
    if test is None:
        return None
    kind, one, other = test
    if kind in ("value", "=="):
        return [kind, list(one), other]
    return [kind, _test_as_data(one), _test_as_data(other)]


def plan_of(data: Mapping[str, Any]) -> Plan:
    """Return the plan kept as data. KeyError, TypeError or ValueError if it is none."""
    parts = {name: _steps_of(steps) for name, steps in data["parts"].items()}
    certain = {str(name): tuple(map(float, rooms)) for name, rooms in data["certain"].items()}
    return Plan(parts, None if data["hollow"] is None else tuple(data["hollow"]), certain)


def _steps_of(data: Sequence[Any]) -> Steps:
    return tuple(step if isinstance(step, str) else _step_of(step) for step in data)


def _step_of(data: Mapping[str, Any]) -> Step:
    if "value" in data:
        return Value(tuple(data["value"]))
    if "for" in data:
        return Loop(data["for"], tuple(data["in"]), _steps_of(data["do"]))
    return Choice(tuple((_test_of(test), _steps_of(steps)) for test, steps in data["choose"]))


def _test_of(data: Sequence[Any] | None) -> Test | None:
    if data is None:
        return None
    kind, one, other = data
    if kind in ("value", "=="):
        return kind, tuple(one), other
    return kind, _test_of(one), _test_of(other)
