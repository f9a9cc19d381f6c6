"""The cache: texts under fingerprints in one SQLite file, none of them trusted unchecked.

Every row carries a digest of its key and its value, so that what was damaged on the disk
is found out and left alone.  A file that is no cache, or is damaged beyond reading, is
renamed and a new one begun; where nothing can be written, the run goes on without.  A
cache holds text, which is read as JSON and never executed; but whoever can write to the
file can put a verdict there that no prover gave.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

#: How the file says that it is a cache, and of which form.
_APPLICATION, _FORM = 0x64657276, 1
#: Bytes from which on what other versions of the checks have left is removed.
_LARGE = 256 * 2**20
#: Seconds between two times at which what is new is written.
_PAUSE = 0.25
#: Errors that say that the file itself is at fault.
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
_ERRORS = (sqlite3.Error, sqlite3.Warning, OverflowError, MemoryError, UnicodeError)

NAME = "verdicts.sqlite"


def folder() -> Path:
    """Where the user's cache is: ``DERIVATIONS_CACHE``, or where the system has caches."""
    if chosen := os.environ.get("DERIVATIONS_CACHE"):
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "derivations"


class Cache:
    """The texts kept in ``folder``, for a version of the checks; ``warn`` is told of trouble.

    Nothing that happens to the file is an error: what cannot be read is not there, and
    what cannot be written is not kept.  The user is told once.  Nothing is written once
    ``valid`` says that what was decided may not be what ``edition`` decides.
    """

    def __init__(
        self,
        folder: Path,
        edition: str,
        warn: Callable[[str], None],
        valid: Callable[[], bool] = lambda: True,
    ) -> None:
        self.file = folder / NAME
        self._edition = edition
        self._warn = warn
        self._valid = valid
        self._new: dict[str, bytes] = {}
        self._written = time.monotonic()
        self._writable = True
        self._told: set[str] = set()
        self._renamed = False
        self._db: sqlite3.Connection | None = None
        self._open()

    def __enter__(self) -> Cache:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def get(self, key: str) -> str | None:
        """The text under ``key``, if there is one and it is as it was written."""
        if key in self._new:
            return self._new[key].decode()
        if self._db is None:
            return None
        try:
            query = "SELECT value, checksum FROM kept WHERE key = ?"
            row = self._db.execute(query, (key,)).fetchone()
        except _ERRORS as error:
            self._failed(error)
            return None
        if row is None:
            return None
        value, checksum = row
        if not isinstance(value, bytes) or checksum != _checksum(key, value):
            self._say(f"{self.file}: a part is damaged; what it held is decided again")
            return None
        return value.decode()

    def put(self, key: str, text: str) -> None:
        """Keep ``text`` under ``key``; it is on the disk soon, and at the latest at the end."""
        if self._writable:
            self._new[key] = text.encode()
            self.write_soon()

    def write_soon(self) -> None:
        """Write what is new, unless that was done just now."""
        if self._new and time.monotonic() - self._written > _PAUSE:
            self._write()

    def close(self) -> None:
        """Write what is new, and let go of the file."""
        if self._new:
            self._write()
        if self._db is not None:
            self._db.close()
            self._db = None

    def _write(self) -> None:
        rows = [
            (key, value, _checksum(key, value), self._edition) for key, value in self._new.items()
        ]
        self._written = time.monotonic()
        if self._db is None or not self._writable:
            return
        if not self._valid():
            self._stop_writing("the checks are being edited")
            return
        try:
            with self._db:
                self._db.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            self._new.clear()
        except _ERRORS as error:
            self._failed(error, writing=True)

    def _open(self) -> None:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            self._do_without(f"{self.file.parent}: {error.strerror}")
            return
        try:
            self._db = sqlite3.connect(self.file, timeout=5)
            self._prepare(self._db)
        except _ERRORS as error:
            self._failed(error)

    def _prepare(self, db: sqlite3.Connection) -> None:
        # Power that fails may cost the file, which is found out; a process that ends cannot.
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA journal_mode = TRUNCATE")
        ((application,),) = db.execute("PRAGMA application_id")
        ((form,),) = db.execute("PRAGMA user_version")
        if (application, form) != (_APPLICATION, _FORM):
            ((tables,),) = db.execute("SELECT count(*) FROM sqlite_master")
            if tables or application:
                self._set_aside("it is no cache of this form")
                return
            with db:
                db.execute("BEGIN IMMEDIATE")
                db.execute(
                    "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value BLOB NOT NULL, "
                    "checksum TEXT NOT NULL, edition TEXT NOT NULL) WITHOUT ROWID"
                )
                db.execute(f"PRAGMA application_id = {_APPLICATION}")
                db.execute(f"PRAGMA user_version = {_FORM}")
        elif self.file.stat().st_size > _LARGE:
            with db:
                db.execute("DELETE FROM kept WHERE edition <> ?", (self._edition,))

    def _failed(self, error: BaseException, *, writing: bool = False) -> None:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
        if code in _DAMAGE:
            self._set_aside(str(error))
        elif writing:
            self._stop_writing(str(error))
        else:
            self._do_without(f"{self.file}: {error}")

    def _stop_writing(self, why: str) -> None:
        self._writable = False
        self._new.clear()
        self._say(f"{self.file}: {why}; what is decided now is not kept")

    def _set_aside(self, why: str) -> None:
        """Begin a new file, and leave the old one beside it under another name."""
        if self._db is not None:
            self._db.close()
            self._db = None
        if self._renamed:
            self._do_without(f"{self.file}: {why}")
            return
        self._renamed = True
        other = self.file.with_name(f"{NAME}.damaged")
        self._say(f"{self.file}: {why}; it is now {other.name}, and a new cache is begun")
        try:
            self.file.replace(other)
            for suffix in ("-journal", "-wal", "-shm"):
                self.file.with_name(NAME + suffix).unlink(missing_ok=True)
        except OSError as error:
            self._do_without(f"{self.file}: {error.strerror}")
            return
        self._open()

    def _do_without(self, why: str) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None
        self._writable = False
        self._new.clear()
        self._say(f"{why}; this run goes on without a cache")

    def _say(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._warn(sentence)


def _checksum(key: str, value: bytes) -> str:
    return sha256(key.encode() + b"\0" + value).hexdigest()
