"""Prints the measures the house holds itself to: module and function sizes, complexity, typing, cycles, mocks.

python tests/bench/structure.py
"""

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import grimp

ROOT = Path(__file__).resolve().parents[2]
BRANCHES = (ast.If, ast.For, ast.While, ast.IfExp, ast.ExceptHandler, ast.comprehension, ast.Assert, ast.match_case)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function in a module, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function without those of functions inside it."""
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            yield child
            yield from own_nodes(child)


def complexity(function: ast.AST) -> int:
    """Cyclomatic complexity as McCabe counts it, boolean operators and comprehensions included."""
    nodes = list(own_nodes(function))
    return (
        1
        + sum(isinstance(n, BRANCHES) for n in nodes)
        + sum(len(n.values) - 1 for n in nodes if isinstance(n, ast.BoolOp))
    )


def typed(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether every argument and the result is annotated."""
    arguments = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    named = [argument for argument in arguments if argument.arg not in ("self", "cls")]
    return function.returns is not None and all(argument.annotation for argument in named)


def cycles(package: str) -> list[tuple[str, ...]]:
    """Groups of modules that import each other, imports inside functions included."""
    graph = grimp.build_graph(package)
    found = set()
    for module in sorted(graph.modules):
        for imported in graph.find_modules_directly_imported_by(module):
            if graph.chain_exists(importer=imported, imported=module):
                found.add(tuple(sorted((module, imported))))
    return sorted(found)


def p90(values: list[int]) -> int:
    """The ninetieth percentile."""
    return sorted(values)[int(len(values) * 0.9)] if values else 0


def imported(tree: ast.AST) -> set[str]:
    """Top-level names a module imports."""
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return {name.split(".")[0] for name in names}


def most(values: list[int], names: list[str]) -> str:
    """`25 (name)`: the largest value and whose it is."""
    top = max(range(len(values)), key=values.__getitem__)
    return f"{values[top]} ({names[top]})"


def print_code() -> None:
    """Sizes, complexity, typing and cycles of the package."""
    paths = [path for path in sorted((ROOT / "coach").rglob("*.py")) if path.name != "__init__.py"]
    trees = [ast.parse(path.read_text()) for path in paths]
    modules = [len(path.read_text().splitlines()) for path in paths]
    found = [function for tree in trees for function in functions(tree)]
    names = [function.name for function in found]
    lengths = [(function.end_lineno or 0) - function.lineno + 1 for function in found]
    weights = [complexity(function) for function in found]
    users = [path.parent.name for path, tree in zip(paths, trees, strict=True) if "typer" in imported(tree)]
    files = [str(path.relative_to(ROOT)) for path in paths]
    print(
        f"modules            {len(modules)}: median {statistics.median(modules):.0f} lines, max {most(modules, files)}"
    )
    print(f"functions          {len(lengths)}: median {statistics.median(lengths):.0f} lines, p90 {p90(lengths)},")
    print(f"                   max {most(lengths, names)}")
    print(f"complexity         mean {statistics.mean(weights):.2f}, max {most(weights, names)}")
    print(f"typed              {100 * sum(map(typed, found)) / len(found):.1f} %")
    print(f"import cycles      {len(cycles('coach'))} {cycles('coach') or ''}")
    print(f"modules with typer {len(users)}, outside cli: {sum(name != 'cli' for name in users)}")


def print_tests() -> None:
    """How many tests there are, and mocks in them."""
    texts = [path.read_text() for path in (ROOT / "tests").rglob("*.py")]
    tests = sum(function.name.startswith("test_") for text in texts for function in functions(ast.parse(text)))
    mocks = sum(text.count("import mock") + text.count("monkeypatch." + "setattr") for text in texts)
    print(f"tests              {tests}, mocks per 100 tests {100 * mocks / max(tests, 1):.1f}")


if __name__ == "__main__":
    print_code()
    print_tests()
