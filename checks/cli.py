"""The command line: each command is a file in ``commands``, loaded when it is asked for."""

from __future__ import annotations

import gc
import io
import sys
from importlib import import_module
from typing import Any

import click

from derivations.errors import PaperError

from .commands.common import Failure
from .soundness.opinion.disagreement import DisagreementError

# What imports sympy is imported by the commands that need it, so that --help is quick.

#: The commands, in the order in which --help lists them; each is a module of its name.
_COMMANDS = (
    "new",
    "check",
    "compare",
    "show",
    "chain",
    "list",
    "rules",
    "printed",
    "report",
    "mutate",
    "traps",
    "fuzz",
    "opinions",
    "export",
    "replay",
)


class _Commands(click.Group):
    """Finds commands by name, and tells of a malformed paper in a sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f".commands.{cmd_name}", __package__).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        gc.disable()  # the command is short: it looks for no garbage
        try:
            return super().invoke(ctx)
        except PaperError as error:
            raise Failure(str(error)) from None
        except DisagreementError as error:
            click.echo(f"Error: {error}", err=True)
            raise click.exceptions.Exit(3) from None
        finally:
            gc.enable()


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="derivations", message="derivations %(version)s")
def main() -> None:
    """Decide what holds in the derivation of a physics paper, equation by equation."""


def program() -> None:
    """A command as a process of its own: at its end nothing is searched for garbage either."""
    try:
        main()
    finally:
        gc.freeze()
