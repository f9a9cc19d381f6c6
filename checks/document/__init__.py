"""A Sphinx extension that sets what was found of a paper; ``derivations report`` uses it.

Add ``checks.document`` to the extensions in a ``conf.py`` and name the papers::

    extensions = ["checks.document"]
    derivations_findings = {"mechanics": "mechanics.json"}

where the file is what ``derivations check --json`` wrote.  Then ``.. derivation:equation:: 4``
sets line (4), and ``:derivation:eq:`4``` refers to it.
"""

from __future__ import annotations

from typing import Any

from sphinx.application import Sphinx

from ..run.fingerprint import of_checks


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything with Sphinx."""
    from . import directives, domain, figures, graph, markup, navigation, searching, slider, typeset

    # Another edition of this extension sets the pages otherwise: they are all read again.
    app.add_config_value("derivations_edition", of_checks(), "env", types=frozenset({str}))
    app.add_config_value("derivations_findings", {}, "env", types=frozenset({dict}))
    app.add_config_value("derivations_checked", {}, "", types=frozenset({dict}))
    markup.setup(app)
    typeset.setup(app)
    graph.setup(app)
    figures.setup(app)
    slider.setup(app)
    domain.setup(app)
    directives.setup(app)
    navigation.setup(app)
    searching.setup(app)
    return {
        "version": "1",
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
