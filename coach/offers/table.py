"""A mapping of an offers file while it is read: every key asked for by name, the rest refused, problems collected."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from coach.text import did_you_mean
from coach.yamlfile import Step

Steps = tuple[Step, ...]
T = TypeVar("T")


class Report(Protocol):
    """Where problems go: at a node, or at its key."""

    def __call__(self, steps: Steps, message: str, hint: str = "", *, key: bool = False) -> None: ...


class Table:
    """One mapping; `name` is what its fields are called in messages."""

    def __init__(self, data: Any, steps: Steps, name: str, report: Report) -> None:
        self.steps, self.name, self._report = steps, name, report
        self._asked: list[str] = []
        self.data: dict[str, Any] = data if isinstance(data, dict) else {}
        if not isinstance(data, dict):
            self.problem((), "expected fields, each as `name: value`")

    def problem(self, steps: Steps, message: str, hint: str = "", *, key: bool = False) -> None:
        """Report a problem at a node below this one, naming the field."""
        field = ".".join(
            filter(None, [self.name, *(str(step + 1 if isinstance(step, int) else step) for step in steps)])
        )
        self._report(self.steps + steps, f"{field}: {message}" if field else message, hint, key=key)

    def has(self, key: str) -> bool:
        """Whether the key is there with a value."""
        return self.data.get(key) is not None

    def take(self, key: str, read: Callable[[str], T], default: T, *, required: bool = False) -> T:
        """The value of a scalar; the default if it is absent or empty, or if it is wrong, which is reported."""
        self._asked.append(key)
        node = self.data.get(key)
        if node is None:
            if required:
                state = "is empty" if key in self.data else "is missing"
                self.problem((key,), f"this field {state}")
            return default
        return self._scalar((key,), node, read, default)

    def _scalar(self, steps: Steps, node: Any, read: Callable[[str], T], default: T) -> T:
        if not isinstance(node, str):
            self.problem(steps, "expected one value here, not a list or further fields")
            return default
        try:
            return read(node)
        except ValueError as error:
            self.problem(steps, f"{error}; found {node[:40]!r}")
            return default

    def many(self, key: str, read: Callable[[str], T], default: T) -> tuple[T, ...]:
        """The entries of a list of scalars; empty if it is absent."""
        entries = self._entries(key)
        return tuple(self._scalar((key, at), node, read, default) for at, node in enumerate(entries))

    def per_year(self, key: str, read: Callable[[str], T], default: T, years: int) -> tuple[T, ...]:
        """One value for all years, or a list with one for each; empty if it is absent."""
        if isinstance(self.data.get(key), str):
            return (self.take(key, read, default),) * years
        found = self.many(key, read, default)
        if self.has(key) and isinstance(self.data[key], list) and len(found) < years:
            self.problem((key,), f"expected one value for each of the {years} years; found {len(found)}")
            return found + (default,) * (years - len(found))
        return found[:years]

    def _entries(self, key: str) -> list[Any]:
        self._asked.append(key)
        node = self.data.get(key)
        if node is not None and not isinstance(node, list):
            self.problem((key,), "expected a list")
            return []
        return node or []

    def tables(self, key: str, called: Callable[[Any, int], str] | None = None) -> list["Table"]:
        """The entries of a list of mappings."""
        inner = []
        for at, node in enumerate(self._entries(key)):
            name = called(node, at) if called else f"{self.name}.{key}.{at + 1}".lstrip(".")
            inner.append(Table(node, (*self.steps, key, at), name, self._report))
        return inner

    def table(self, key: str) -> "Table | None":
        """A mapping inside this one; None if it is absent."""
        self._asked.append(key)
        node = self.data.get(key)
        if node is None:
            return None
        return Table(node, (*self.steps, key), f"{self.name}.{key}".lstrip("."), self._report)

    def done(self) -> None:
        """Refuse every key that was never asked for."""
        for key in self.data:
            if key not in self._asked:
                hint = did_you_mean(str(key), self._asked) or "there are: " + ", ".join(self._asked)
                self.problem((key,), "there is no such field", hint, key=True)
