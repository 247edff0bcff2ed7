"""Markdown pages → the finished site. The one module that knows MkDocs."""

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader
from mkdocs.commands.build import build, get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load
from yaml import YAMLError

from cunbo.pages import routes
from cunbo.pages.links import broken_links
from cunbo.pages.settings_slips import complaints_in_chinese, unread_settings

_UNASKED = ("styles/", "seal.svg")
"""Files no page asks for: the pieces of our style sheet, the seal that each page has in its head.
"""


class SiteError(Exception):
    """The site could not be built as it should be; the text says which links lead nowhere."""


class SettingsError(SiteError):
    """MkDocs cannot use the settings, or warns; the text says what is wrong in them."""


def make_site(
    settings: Path, docs: Path, files: Mapping[str, bytes], site: Path, epoch: int
) -> bool:
    """Build the folder `docs`, which holds `files`, into the new folder `site`, by the MkDocs
    settings file `settings`.

    `epoch` (seconds since 1970) is the only clock the build sees. Raises `SettingsError` for a
    warning of MkDocs; what stands in `site` is then not to be published. Returns whether readers
    may keep the site on their devices.
    """
    with _clock(epoch), _listening() as complaints:
        try:
            config = _settings(settings, docs, site)
            config.plugins.events["files"].append(partial(_as_at_hand, files))
            build(config)
        except MkDocsException as error:
            raise _refused(error, complaints, settings) from error
    if complaints:
        raise SettingsError("\n".join(complaints_in_chinese(complaints, settings)))
    return _may_be_kept(config)


def refuse_dead_links(site: Mapping[str, bytes]) -> None:
    """Raise `SiteError` for a link of a finished site that leads nowhere."""
    if dead := broken_links(site):
        raise SiteError("\n".join(dead))


def check_address(settings: Path) -> str | None:
    """The address of the page that tells whether a sheet is current; None where the settings do
    not say where the site lies, or cannot be read, which `make_site` tells."""
    try:
        with settings.open("rb") as file:
            site = yaml_load(file).get("site_url")
    except (OSError, MkDocsException, YAMLError, AttributeError):
        return None
    if not isinstance(site, str) or not urlsplit(site).netloc:
        return None
    return f"{site.rstrip('/')}/{routes.CURRENT.removesuffix('index.html')}"


def _may_be_kept(config: MkDocsConfig) -> bool:
    wanted = config.extra.get("offline", True)
    if not isinstance(wanted, bool):
        raise SettingsError("mkdocs.yml 里 extra 下面的“offline”：只能写 true 或者 false")
    return wanted


def _refused(error: MkDocsException, complaints: list[str], settings: Path) -> SettingsError:
    """What MkDocs gave up for."""
    if unread := unread_settings(error, settings):
        return SettingsError(unread)
    told = complaints_in_chinese(complaints, settings)
    return SettingsError("\n".join(told) or f"{settings.name} 写得不对")


class Frame:
    """The site's frame around one page at a time, in memory: what `make_site` would write.

    Kept open it notices a changed template by itself, but not changed settings. `docs` and `site`
    are folders that the settings must name; nothing is read from one or written to the other.
    Raises `SettingsError` where the settings are broken.
    """

    def __init__(self, settings: Path, docs: Path, site: Path) -> None:
        with _listening() as complaints:
            try:
                self._config = _settings(settings, docs, site)
            except MkDocsException as error:
                raise _refused(error, complaints, settings) from error
        self._templates = self._config.theme.get_env()
        self._templates.auto_reload = True

    def page(self, name: str, text: str) -> str:
        """The finished page of the Markdown file `name`. Raises what a broken template raises."""
        files = Files([self._file(one, "") for one in self._in_menu() if one != name])
        file = self._file(name, text)
        files.append(file)
        with _listening():
            menu = get_navigation(files, self._config)
            page = file.page or Page(None, file, self._config)
            page.read_source(self._config)
            html, page.markdown = page.markdown, ""
            page.render(self._config, files)
            page.content = (html or "").strip()
            page.active = True
            context = get_context(menu, files, self._config, page)
            return self._templates.get_template("main.html").render(context)

    def _in_menu(self) -> list[str]:
        return [name for entry in self._config.nav or [] for name in entry.values()]

    def _file(self, name: str, text: str) -> File:
        file = File(name, None, self._config.site_dir, self._config.use_directory_urls)
        file.content_string = text
        return file


def _settings(settings: Path, docs: Path, site: Path) -> MkDocsConfig:
    config = load_config(str(settings), docs_dir=str(docs), site_dir=str(site))
    config.theme.__class__ = _TemplatesOnly
    config.theme.static_templates.discard("sitemap.xml")  # wrong without the site's address
    config.markdown_extensions = []  # no page is Markdown
    config.plugins.events["files"].append(_only_what_pages_ask_for)
    finished = _FinishedHtml()
    config.plugins.events["page_markdown"].append(finished.take)
    config.plugins.events["page_content"].append(finished.give)
    return config


class _TemplatesOnly(Theme):
    """Of Material the templates: no page asks for its 14,000 scripts, styles and icons, and to list
    them takes as long as to set a quarter of the pages."""

    def get_env(self) -> Environment:
        env = super().get_env()
        env.loader = _OwnFilesListed(self.dirs)
        return env


class _OwnFilesListed(FileSystemLoader):
    """Finds the templates of all folders, and lists those of the first, which is ours."""

    def list_templates(self) -> list[str]:
        return FileSystemLoader(self.searchpath[0]).list_templates()


class _FinishedHtml:
    """Hands the HTML of a page past Python-Markdown, which would read it twice and change nothing.

    To be used for one page after another, as MkDocs does.
    """

    def __init__(self) -> None:
        self._html = ""

    def take(self, markdown: str, **_: object) -> str:
        self._html = markdown.strip()
        return ""

    def give(self, html: str, **_: object) -> str:
        return self._html


def _as_at_hand(at_hand: Mapping[str, bytes], files: Files, *, config: MkDocsConfig) -> Files:
    """What was just written to the disk is not read back from it."""
    for file in files:
        if file.src_uri in at_hand:
            file.content_bytes = at_hand[file.src_uri]
    return files


def _only_what_pages_ask_for(files: Files, *, config: MkDocsConfig) -> Files:
    ours = (file for file in files if not file.src_uri.startswith(_UNASKED))
    return Files(list(ours))


@contextmanager
def _clock(epoch: int) -> Iterator[None]:
    """Make MkDocs believe it is `epoch`, and put the environment back."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


class _Notebook(logging.Handler):
    """Writes down what MkDocs warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect the warnings of MkDocs instead of letting it print them."""
    logger, notebook = logging.getLogger("mkdocs"), _Notebook()
    before = logger.propagate
    logger.propagate = False
    logger.addHandler(notebook)
    try:
        yield notebook.lines
    finally:
        logger.removeHandler(notebook)
        logger.propagate = before
