"""Rules on numeric cases: they can be worked out, and the sample gives the answer that is written beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from coach.errors import Problem
from coach.expression import FUNCTIONS, ExpressionFault, evaluate, parse
from coach.packs.check_values import decimal
from coach.packs.load import Entry
from coach.packs.model import Case
from coach.packs.subject import Rule, Subject
from coach.yamlfile import Step

ANSWER: Final = "answer"
_BRACES: Final = re.compile(r"\{([^{}]*)\}")


def parameters(subject: Subject) -> Iterator[Problem]:
    """Parameters are ranges of numbers; the tolerance is a percentage."""
    for entry, case in subject.of(Case):
        for name, one in case.parameters.items():
            yield from _range(entry, name, one.low, one.high, one.step)
        tolerance = decimal(case.tolerance)
        if tolerance is None or not 0 < tolerance <= 50:
            message = f"`tolerance` is “{case.tolerance}”"
            yield entry.problem(message, "expected percent of the answer, more than 0 and at most 50", "tolerance")


def _range(entry: Entry, name: str, *written: str) -> Iterator[Problem]:
    for field, text in zip(("low", "high", "step"), written, strict=True):
        if decimal(text) is None:
            hint = "expected digits such as `250` or `0.2`"
            yield entry.problem(f"“{text}” is not a number", hint, "parameters", name, field)
    low, high, step = (decimal(text) for text in written)
    if name in FUNCTIONS:
        yield entry.problem(f"`{name}` is the name of a function", "rename it", "parameters", name, key=True)
    if low is not None and high is not None and low > high:
        yield entry.problem(f"`low` {low} is over `high` {high}", "expected low ≤ high", "parameters", name, "low")
    if step is not None and step <= 0:
        yield entry.problem(f"`step` is {step}", "expected more than 0", "parameters", name, "step")


def expressions(subject: Subject) -> Iterator[Problem]:
    """Every expression can be read, and names only parameters and earlier steps."""
    for entry, case in subject.of(Case):
        yield from _expressions(entry, case)


def _expressions(entry: Entry, case: Case) -> Iterator[Problem]:
    known = set(case.parameters)
    for index, step in enumerate(case.steps):
        yield from _readable(entry, step.expression, known, ("steps", index, "expression"))
        known.add(step.name)
    yield from _readable(entry, case.expression, known, ("expression",))


def _readable(entry: Entry, text: str, known: set[str], steps: tuple[Step, ...]) -> Iterator[Problem]:
    try:
        unknown = sorted(parse(text).names - known)
    except ExpressionFault as fault:
        yield entry.problem(
            f"the expression is wrong at its column {fault.column}: {fault.message}", fault.hint, *steps
        )
        return
    for name in unknown:
        hint = "expected one of " + ", ".join(sorted(known))
        yield entry.problem(f"the expression uses `{name}`, which has no value yet", hint, *steps)


def braces(subject: Subject) -> Iterator[Problem]:
    """`{name}` in a text is a parameter, a step or the answer."""
    for entry, case in subject.of(Case):
        known = {*case.parameters, *(step.name for step in case.steps), ANSWER}
        texts: list[tuple[tuple[Step, ...], str]] = [
            (("prompt",), case.prompt),
            (("explanation",), case.explanation),
            (("decision",), case.decision),
            *((("steps", index, "say"), step.say) for index, step in enumerate(case.steps)),
        ]
        for steps, text in texts:
            for name in dict.fromkeys(_BRACES.findall(text)):
                if name not in known:
                    hint = "expected one of " + ", ".join(sorted(known))
                    yield entry.problem(f"there is no value for `{{{name}}}`", hint, *steps)


def samples(subject: Subject) -> Iterator[Problem]:
    """The sample gives every parameter a value in its range, and the case then gives the sample's answer."""
    for entry, case in subject.of(Case):
        faults = list(_sample_names(entry, case))
        yield from faults
        if not faults and not any(_expressions(entry, case)):
            yield from _worked(entry, case)


def _sample_names(entry: Entry, case: Case) -> Iterator[Problem]:
    for name in (*case.parameters, ANSWER):
        if name not in case.sample:
            yield entry.problem(f"the sample has no `{name}`", "expected a number for it", "sample")
    for name, text in case.sample.items():
        value = decimal(text)
        if name not in case.parameters and name != ANSWER:
            hint = "expected the parameters and `answer`"
            yield entry.problem(f"the sample's `{name}` is no parameter", hint, "sample", name, key=True)
        elif value is None:
            yield entry.problem(f"“{text}” is not a number", "expected digits such as `2.4`", "sample", name)
        elif name != ANSWER:
            yield from _in_range(entry, case, name, value)


def _in_range(entry: Entry, case: Case, name: str, value: Decimal) -> Iterator[Problem]:
    low, high = decimal(case.parameters[name].low), decimal(case.parameters[name].high)
    if low is not None and high is not None and not low <= value <= high:
        yield entry.problem(f"the sample's `{name}` is {value}", f"expected {low} to {high}", "sample", name)


def _worked(entry: Entry, case: Case) -> Iterator[Problem]:
    values = {name: Decimal(text) for name, text in case.sample.items() if name != ANSWER}
    written = Decimal(case.sample[ANSWER])
    places: list[tuple[str, str, tuple[Step, ...]]] = [
        (step.name, step.expression, ("steps", index, "expression")) for index, step in enumerate(case.steps)
    ]
    for name, expression, place in (*places, (ANSWER, case.expression, ("expression",))):
        try:
            values[name] = evaluate(expression, values)
        except ExpressionFault as fault:
            message = f"the sample cannot be worked out: {fault.message}, at column {fault.column} of the expression"
            yield entry.problem(message, fault.hint or "check the expression and the sample", *place)
            return
    answer = values[ANSWER]
    exponent = written.as_tuple().exponent
    half = Decimal(5).scaleb(int(exponent) - 1)
    if abs(answer - written) > half:
        message = f"the sample's answer is {written}, but the case gives {float(answer):.10g}"
        yield entry.problem(message, "mend the answer or the expressions", "sample", ANSWER)


RULES: Final[tuple[Rule, ...]] = (parameters, expressions, braces, samples)
