"""A template that is wrong, a dead link, a warning of MkDocs: no site, and the last one stays."""

import shutil

import pytest

from cunbo.cli.main import main
from cunbo.making.files import read_folder
from cunbo.project import Project

START = "{% block body %}\n"


@pytest.fixture
def built(small_built, tmp_path) -> Project:
    project = Project(tmp_path / "built")
    shutil.copytree(small_built.root, project.root)
    return project


def refusal(project: Project, capsys) -> str:
    """What a build says that must fail; the last site must stand as it was."""
    whole = read_folder(project.site)
    capsys.readouterr()
    assert main(["--course", str(project.root), "build"]) == 1
    assert read_folder(project.site) == whole
    said = capsys.readouterr()
    assert "原来的 site/ 没有动" in said.err
    assert "做好了" not in said.out
    return said.err


def put_into_page(project: Project, template: str, html: str) -> None:
    path = project.templates / "pages" / template
    text = path.read_text(encoding="utf-8")
    assert text.count(START) == 1
    path.write_text(text.replace(START, START + html + "\n"), encoding="utf-8")


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("lesson.html.j2", "{% if lesson.homewrk %}x{% endif %}"),
        ("map.html.j2", "{{ cardz }}"),
        ("trainer.html.j2", "{% for one in plan.stepz %}{{ one }}{% endfor %}"),
    ],
)
def test_a_misspelt_name_in_a_template(built, capsys, template, html):
    put_into_page(built, template, html)
    assert "模板" in refusal(built, capsys)


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<a href="meiyou.html">去</a>', "map.html: meiyou.html"),
        ('<a href="glossary.html#meiyou">去</a>', "map.html: glossary.html#meiyou"),
    ],
)
def test_a_dead_link_in_a_template(built, capsys, html, told):
    put_into_page(built, "map.html.j2", html)
    assert told in refusal(built, capsys)


def test_a_warning_of_mkdocs(built, capsys):
    with built.settings.open("a", encoding="utf-8") as settings:
        settings.write("\nsite_nam: 写错的键\n")
    assert "site_nam" in refusal(built, capsys)
