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


def main() -> None:
    """Print the table."""
    paths = sorted((ROOT / "coach").rglob("*.py"))
    sizes = {path: len(path.read_text().splitlines()) for path in paths}
    trees = {path: ast.parse(path.read_text()) for path in paths}
    modules = [size for path, size in sizes.items() if path.name != "__init__.py"]
    found = [(path, function) for path, tree in trees.items() for function in functions(tree)]
    lengths = [(function.end_lineno or 0) - function.lineno + 1 for _, function in found]
    weights = [complexity(function) for _, function in found]
    largest = max(sizes, key=sizes.__getitem__)
    heaviest = max(zip(weights, found, strict=True), key=lambda pair: pair[0])
    longest = max(zip(lengths, found, strict=True), key=lambda pair: pair[0])
    typer_modules = [
        str(p.relative_to(ROOT)) for p, t in trees.items() if "typer" in imported(t) and "cli" not in p.parts
    ]
    tests = sum(
        function.name.startswith("test_")
        for path in (ROOT / "tests").rglob("*.py")
        for function in functions(ast.parse(path.read_text()))
    )
    mocks = sum(
        path.read_text().count("unittest.mock") + path.read_text().count("monkeypatch.setattr")
        for path in (ROOT / "tests").rglob("test_*.py")
    )
    print(
        f"modules          {len(modules)}: median {statistics.median(modules):.0f} lines, max {sizes[largest]} ({largest.relative_to(ROOT)})"
    )
    print(
        f"functions        {len(lengths)}: median {statistics.median(lengths):.0f} lines, p90 {p90(lengths)}, max {longest[0]} ({longest[1][1].name})"
    )
    print(f"complexity       mean {statistics.mean(weights):.2f}, max {heaviest[0]} ({heaviest[1][1].name})")
    print(f"typed            {100 * sum(typed(function) for _, function in found) / len(found):.1f} %")
    print(f"import cycles    {len(cycles('coach'))} {cycles('coach') or ''}")
    print(f"typer outside cli {typer_modules or 'nowhere'}")
    print(f"tests            {tests}, mocks per 100 tests {100 * mocks / max(tests, 1):.1f}")


def imported(tree: ast.AST) -> set[str]:
    """Top-level names a module imports."""
    names = {
        alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names
    }
    return names | {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


if __name__ == "__main__":
    main()
