"""Find a paper: by name, by dotted module, or by the path of its file or folder."""

from __future__ import annotations

import importlib
import importlib.util
import sys
import traceback
from difflib import get_close_matches
from importlib.machinery import ModuleSpec
from importlib.metadata import entry_points
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING
from zlib import crc32

from derivations.errors import PaperError

if TYPE_CHECKING:
    from derivations.paper import Paper

GROUP = "derivations.papers"
#: A distribution names here, as ``paper``, the one of its papers that is meant by default.
_DEFAULT = "derivations.default"


def names() -> list[str]:
    """The names of the papers that installed packages register, sorted."""
    return sorted({point.name for point in entry_points(group=GROUP)})


def default() -> str | None:
    """The registered name of the paper that is meant where none is named.

    It is the one whose module and attribute a distribution gives as ``paper`` under
    ``derivations.default``, the first by name of several; or the only one there is.
    """
    meant = {point.value for point in entry_points(group=_DEFAULT, name="paper")}
    found = sorted(point.name for point in entry_points(group=GROUP) if point.value in meant)
    known = names()
    return found[0] if found else known[0] if len(known) == 1 else None


def load(reference: str) -> Paper:
    """The paper called ``reference``.

    ``reference`` is a registered name, a module under ``derivations``, any dotted
    module, or a path to a ``.py`` file or a package's folder.  The module's attribute
    ``paper`` is the paper.  Raises ``PaperError`` where there is none, and where its
    module fails to import, with the file and line at fault.
    """
    if _is_path(reference):
        return _from_path(Path(reference))
    for point in entry_points(group=GROUP):
        if point.name == reference:
            return _paper(_import(point.module), point.attr)
    for module in (f"derivations.{reference}", reference):
        if _exists(module):
            return _paper(_import(module))
    near = get_close_matches(reference, names(), n=1)
    hint = f"did you mean {near[0]}?" if near else f"known papers: {', '.join(names()) or 'none'}"
    msg = f"there is no paper {reference}; {hint}"
    raise PaperError(msg)


def load_module(reference: str) -> ModuleType:
    """The module at a path or of a dotted name.

    Raises ``ModuleNotFoundError`` where there is none, and ``PaperError`` where it fails.
    """
    if _is_path(reference):
        path = Path(reference)
        if not path.is_file():
            raise ModuleNotFoundError(reference)
        return _run(path.resolve())
    if not _exists(reference):
        raise ModuleNotFoundError(reference)
    return _import(reference)


def home(reference: str) -> tuple[Path, str] | None:
    """The file or folder of the paper called ``reference``, and the attribute that it is.

    Nothing of the paper is imported.  ``None`` where ``load`` finds no paper, or one that
    is no plain file.
    """
    if _is_path(reference):
        path = Path(reference)
        return (path.resolve(), "paper") if path.exists() else None
    points = (point for point in entry_points(group=GROUP) if point.name == reference)
    for name, attribute in (
        *((point.module, point.attr) for point in points),
        (f"derivations.{reference}", "paper"),
        (reference, "paper"),
    ):
        if _exists(name):
            found = _home(name)
            return (found.resolve(), attribute or "paper") if found and found.exists() else None
    return None


def _is_path(reference: str) -> bool:
    return reference.endswith(".py") or "/" in reference or "\\" in reference


def _exists(module: str) -> bool:
    if not all(part.isidentifier() for part in module.split(".")):
        return False
    try:
        return importlib.util.find_spec(module) is not None
    except (ModuleNotFoundError, ValueError):
        return False
    except Exception as error:  # a parent package of the paper fails to import
        raise _import_failure(module, error) from error


def _from_path(path: Path) -> Paper:
    file = path / "__init__.py" if path.is_dir() else path
    if not file.is_file():
        msg = "there is no such paper; give a Python file, or a folder with an __init__.py"
        raise PaperError(msg, str(path))
    name = _dotted(file.resolve())
    spec = _spec(name)
    if spec is not None and spec.origin and Path(spec.origin).resolve() == file.resolve():
        return _paper(_import(name))
    return _paper(_run(file.resolve()))


def _dotted(file: Path) -> str:
    """The name under which ``file`` is imported if its top folder is on the path."""
    parts = [] if file.name == "__init__.py" else [file.stem]
    folder = file.parent
    while (folder / "__init__.py").is_file():
        parts.append(folder.name)
        folder = folder.parent
    return ".".join(reversed(parts))


def _spec(name: str) -> ModuleSpec | None:
    return importlib.util.find_spec(name) if _exists(name) else None


def _run(file: Path) -> ModuleType:
    """Import ``file`` afresh under a name of its own; a folder's modules come with it."""
    package = file.name == "__init__.py"
    name = f"paper_{crc32(bytes(file)):08x}"
    _forget(name)
    spec = importlib.util.spec_from_file_location(
        name, file, submodule_search_locations=[str(file.parent)] if package else None
    )
    if spec is None or spec.loader is None:
        msg = "this is not a Python file"
        raise PaperError(msg, str(file))
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        _forget(name)
        raise _import_failure(str(file), error, file.parent if package else file) from error
    return module


def _forget(name: str) -> None:
    for loaded in [m for m in sys.modules if m == name or m.startswith(f"{name}.")]:
        del sys.modules[loaded]


def _import(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        _forget(name)  # else a second attempt would add to what is left of the first
        raise _import_failure(name, error) from error


def _import_failure(name: str, error: Exception, home: Path | None = None) -> PaperError:
    """What went wrong and where, as a sentence about the paper's own files."""
    place = _place(error, home or _home(name)) or name
    if not isinstance(error, PaperError):
        what = str(error).partition("\n")[0] or "it says no more"
        return PaperError(f"the paper fails to import: {type(error).__name__}: {what}", place)
    if _is_line(error.place):
        return error
    return PaperError(str(error), place)


def _is_line(place: str) -> bool:
    """Whether ``place`` is a file and a line."""
    return place.rpartition(":")[2].isdigit()


def _home(module: str) -> Path | None:
    """Where the files of ``module`` are: its folder if it is a package."""
    try:
        spec = importlib.util.find_spec(module)
    except Exception:  # it is known to be broken; only the hint is lost
        return None
    if spec is None or spec.origin is None:
        return None
    return Path(spec.origin).parent if spec.submodule_search_locations else Path(spec.origin)


def _place(error: Exception, home: Path | None) -> str:
    """The innermost line of the paper's own files that led to ``error``."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if home and Path(f.filename).is_relative_to(home)]
    return f"{own[-1].filename}:{own[-1].lineno}" if own else ""


def _paper(module: ModuleType, attribute: str = "paper") -> Paper:
    from derivations.paper import Paper

    paper = getattr(module, attribute or "paper", None)
    if isinstance(paper, Paper):
        return paper
    found = "it has none" if paper is None else f"it is a {type(paper).__name__}"
    msg = f"the module must have an attribute {attribute!r} that is a Paper; {found}"
    raise PaperError(msg, module.__file__ or module.__name__)
