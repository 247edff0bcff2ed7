"""The page setter of the site wing: one template and one view → the text of a Markdown file."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from cunbo.model.base import Sentence
from cunbo.pages import routes
from cunbo.pages.folding import FoldedProse
from cunbo.pages.glosses import GlossedWords
from cunbo.pages.inline import to_html
from cunbo.pages.paper_stretches import finding_places
from cunbo.pages.scripts import script_of
from cunbo.pages.style import is_often_first, own_sheet
from cunbo.telling.edition import Edition

_MARKS = re.compile("<!--/?site-->")
_FENCES = {"`": "&#96;", "~": "&#126;"}
"""What begins a code fence in Markdown, even inside raw HTML, and how HTML writes it."""


Pages = dict[str, str]
"""Path inside the docs folder → Markdown text."""


@dataclass(frozen=True)
class PageSetter:
    """Sets pages of one edition.

    `templates` is the folder that holds `pages/`. Compiled templates are kept in `compiled` for the
    next setter of the same run, if one is to come: compiling takes longer than setting a page.
    """

    edition: Edition
    templates: Path
    compiled: BytecodeCache | None = None

    def page(self, route: str, template: str, title: str, about: str, **view: Any) -> str:
        """The Markdown file for `route`: front matter, then one block of raw HTML.

        `about` is one plain sentence that says what the page is for. Raises a Jinja2 error where
        the template asks for something the view does not have.
        """
        return self.finished(
            route, template, title, about, self.html(route, template, title, **view)
        )

    def html(self, route: str, template: str, title: str, **view: Any) -> str:
        """What the template makes of the view for `route`, the marks of `finished` included."""
        sheet = self._environment.get_template(f"{template}.html.j2")
        return sheet.render(here=route, title=title, **view)

    def finished(self, route: str, template: str, title: str, about: str, html: str) -> str:
        """The Markdown file for `route` from its HTML, without the marks of what only a page of
        the site has."""
        html = _MARKS.sub("", html)
        stamps = self._front_matter(route, title, about, template)
        return f"---\n{stamps}---\n\n{_raw_block(html)}\n"

    def _front_matter(self, route: str, title: str, about: str, template: str) -> str:
        """What the frame of the page asks for."""
        village = self.edition.village
        stamps = {
            "title": title,
            "description": about,
            "door": routes.door(route),
            "script": script_of(template),
            "own_sheet": own_sheet(template),
            "often_first": is_often_first(template),
            "course_version": self.edition.course.settings.version,
            "village": village.name,
            "sample": village.sample,
        }
        return yaml.dump(
            stamps, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=True, width=1000
        )

    @cached_property
    def glossed(self) -> GlossedWords:
        """What `Glosses` of a page looks for."""
        return GlossedWords(self.edition.course.glossary)

    @cached_property
    def _environment(self) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(self.templates / "pages"),
            extensions=[FoldedProse],
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=self.compiled,
        )
        environment.filters["words"] = self._words
        environment.filters["explained"] = self._explained
        environment.filters["bare"] = self.edition.plain
        environment.globals["link"] = _link
        papers = self.edition.course.papers.values()
        environment.globals["finding_places"] = finding_places(papers)
        environment.globals["routes"] = routes
        environment.globals["settings"] = self.edition.course.settings
        environment.globals["village"] = self.edition.village
        return environment

    @pass_context
    def _words(self, context: Context, sentence: Sentence) -> Markup:
        here = context["here"]
        seen_from = here.count("/")  # links lead up from a page by as many steps as it lies deep
        known = self._html.get((sentence, seen_from))
        if known is None:
            known = to_html(self.edition.runs(sentence), here)
            self._html[sentence, seen_from] = known
        return known

    @pass_context
    def _explained(self, context: Context, sentence: Sentence) -> Markup:
        """Words, and what is hard among them explained where the page has `glosses`."""
        glosses = context.get("glosses")
        if glosses is None or not glosses.any_in(sentence):
            return self._words(context, sentence)
        return to_html(self.edition.runs(sentence), context["here"], glosses)

    @cached_property
    def _html(self) -> dict[tuple[str, int], Markup]:
        """A lesson's page and its plan show the same sentences."""
        return {}


@pass_context
def _link(context: Context, target: str) -> str:
    """The address of `target` (a route) as seen from the page being set."""
    return routes.relative(context["here"], target)


def _raw_block(html: str) -> str:
    """HTML that Python-Markdown passes on letter for letter.

    Its code-fence rule runs before it recognises raw HTML, hence no backticks and tildes; blank
    lines go because other Markdown readers end a raw block there.
    """
    for sign, written in _FENCES.items():
        html = html.replace(sign, written)
    lines = html.splitlines()
    return "\n".join(line for line in lines if line.strip())
