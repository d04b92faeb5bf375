"""Reading modules' source for what they import, refer to and keep: faults against the nine rules, as sentences."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

ENGINE = ("mkdocs", "properdocs", "material")
CLOCK = (
    "time",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "datetime.date.today",
)
ENVIRONMENT = (
    "os.environ",
    "os.environb",
    "os.getenv",
    "os.getenvb",
    "os.putenv",
    "os.path.expandvars",
    "os.path.expanduser",
    "pathlib.Path.home",
    "pathlib.Path.expanduser",
)
NETWORK = (
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib.robotparser",
    "urllib3",
    "webbrowser",
    "xmlrpc",
)
_MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
_MAKERS = (
    "list",
    "dict",
    "set",
    "bytearray",
    "collections.defaultdict",
    "collections.deque",
    "collections.Counter",
    "collections.OrderedDict",
)
_CACHES = ("functools.cache", "functools.lru_cache")
_METHODS_OF_ANY = ("expanduser", "expandvars", "utcnow")
"""Methods that are faults whatever they are called on, because what that is cannot be seen."""


@dataclass(frozen=True)
class Module:
    """One module's source. ``name`` is dotted; ``is_package`` says what relative imports start from."""

    name: str
    source: str
    is_package: bool = False


def imports(module: Module) -> set[str]:
    """Everything that a module imports, wherever in it: modules, and the names taken from them, dotted in full."""
    return _Scan(module).imported


def faults(module: Module) -> list[str]:
    """What a module of the core does that the core may not, each with its line."""
    scan = _Scan(module)
    forbidden = {"the engine": ENGINE, "the clock": CLOCK, "the environment": ENVIRONMENT, "the network": NETWORK}
    found = [
        (line, f"{reference} is {what}")
        for line, reference in scan.references
        for what, names in forbidden.items()
        if is_within(reference, names)
    ]
    return [f"{module.name}, line {line}: {what}" for line, what in sorted({*found, *scan.others})]


def mutable_globals(module: Module) -> list[str]:
    """What a module keeps for as long as the program runs: lists, dictionaries, sets and what functions answered.

    Gives the names of the lists and the like at its top level, but for ``__all__``, and of functions with a cache.
    """
    scan = _Scan(module)
    found: list[str] = []
    for node in _top_level(scan.tree):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        is_made = isinstance(node.value, ast.Call) and scan.dotted(node.value.func) in _MAKERS
        if isinstance(node.value, _MUTABLE) or is_made:
            found += [name for name in map(ast.unparse, targets) if name != "__all__"]
    functions = (node for node in ast.walk(scan.tree) if isinstance(node, ast.FunctionDef))
    return found + [function.name for function in functions if _has_cache(function, scan)]


def _has_cache(function: ast.FunctionDef, scan: "_Scan") -> bool:
    decorators = function.decorator_list
    called = (decorator.func if isinstance(decorator, ast.Call) else decorator for decorator in decorators)
    return any(scan.dotted(name) in _CACHES for name in called)


def is_within(name: str, modules: tuple[str, ...]) -> bool:
    """Whether a dotted name is one of some modules or names, or inside one."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def _top_level(tree: ast.Module) -> Iterator[ast.Assign | ast.AnnAssign]:
    """Assignments that run when the module is imported, those inside ``if`` and the like too."""
    waiting: list[ast.AST] = [*tree.body]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.Assign | ast.AnnAssign):
            yield node
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


class _Scan:
    """What one module imports and refers to, each with its line; ``others`` are faults of other sorts."""

    def __init__(self, module: Module) -> None:
        self.tree = ast.parse(module.source)
        self.imported: set[str] = set()
        self.references: set[tuple[int, str]] = set()
        self.others: set[tuple[int, str]] = set()
        self._names: dict[str, str] = {}
        nodes = list(ast.walk(self.tree))
        for node in nodes:
            if isinstance(node, ast.Import):
                self._read_import(node)
            elif isinstance(node, ast.ImportFrom):
                self._read_import_from(node, module)
        for node in nodes:
            if isinstance(node, ast.Attribute):
                self._read_attribute(node)
            elif isinstance(node, ast.Call):
                self._read_call(node)

    def dotted(self, node: ast.expr) -> str:
        """What an expression like ``a.b.c`` refers to, by the names that were imported; "" for anything else."""
        if isinstance(node, ast.Name):
            return self._names.get(node.id, node.id)
        inner = self.dotted(node.value) if isinstance(node, ast.Attribute) else ""
        return f"{inner}.{node.attr}" if inner and isinstance(node, ast.Attribute) else ""

    def _read_import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._add(node.lineno, alias.name)
            top = alias.name.split(".")[0]
            self._names[alias.asname or top] = alias.name if alias.asname else top

    def _read_import_from(self, node: ast.ImportFrom, module: Module) -> None:
        package = module.name.split(".")
        package = package[: len(package) - node.level + module.is_package] if node.level else []
        source = ".".join([*package, *([node.module] if node.module else [])])
        self._add(node.lineno, source)
        for alias in node.names:
            self._add(node.lineno, f"{source}.{alias.name}")
            self._names[alias.asname or alias.name] = f"{source}.{alias.name}"

    def _read_attribute(self, node: ast.Attribute) -> None:
        self.references.add((node.lineno, self.dotted(node)))
        if node.attr in _METHODS_OF_ANY:
            self.others.add((node.lineno, f".{node.attr} is the clock or the environment"))

    def _read_call(self, node: ast.Call) -> None:
        called = self.dotted(node.func)
        if called in ("importlib.import_module", "__import__"):
            target = node.args[0] if node.args else None
            if isinstance(target, ast.Constant) and isinstance(target.value, str):
                self._add(node.lineno, target.value)
            else:
                self.others.add((node.lineno, "imports what cannot be seen here"))
        if called.startswith("css_inline.") and not _is_offline(node):
            self.others.add((node.lineno, f"{called} may load style sheets from the network"))

    def _add(self, line: int, name: str) -> None:
        self.imported.add(name)
        self.references.add((line, name))


def _is_offline(call: ast.Call) -> bool:
    values = {keyword.arg: keyword.value for keyword in call.keywords}
    value = values.get("load_remote_stylesheets")
    return isinstance(value, ast.Constant) and value.value is False
