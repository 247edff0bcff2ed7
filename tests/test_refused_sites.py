"""A template that is wrong, a dead link, a warning of MkDocs: no site, and the last one stays."""

import re

import pytest

from cunbo.cli.main import main
from cunbo.making.files import read_folder
from cunbo.making.project import Project
from cunbo.pages.site import Frame, SettingsError

START = "{% block body %}\n"


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


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("nav:", "nav", "第 17 行的写法读不懂"),
        ("language: zh-CN", 'language: "zh', "第 12 行的写法读不懂"),
        ("# The site's", "%%%", "第 1 行的写法读不懂"),
        ("site_name:", "sit_name:", "第 3 行的“sit_name”：没有这个名字的设置"),
        ("site_name: 村播课", "", "里少了“site_name”这一项"),
        ("name: material", "name: materiel", "第 9 行的“theme”：这一项写得不对"),
        ("plugins: []", "plugins: [search2]", "第 15 行的“plugins”：这一项写得不对"),
        ("absolute_links: warn", "absolute_links: loud", r"第 \d+ 行的“validation”"),
        ("docs_dir", "INHERIT: x.yml\ndocs_dir", " 写得不对"),
    ],
)
def test_settings_that_are_wrong_are_told_in_chinese(small, old, new, told):
    text = small.settings.read_text(encoding="utf-8")
    small.settings.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SettingsError, match=f"mkdocs.yml{told}|mkdocs.yml {told}") as refused:
        Frame(small.settings, small.templates, small.site)
    words = set(re.findall("[A-Za-z_]{3,}", str(refused.value)))
    assert words <= {"mkdocs", "yml", "site_name", *re.findall("[A-Za-z_]+", new + told)}


def test_a_warning_of_mkdocs(built, capsys):
    text = built.settings.read_text(encoding="utf-8")
    built.settings.write_text(text.replace("map.md", "mapp.md"), encoding="utf-8")
    assert "行的 nav 里有 mapp.md，没有这一页。把 mkdocs.yml 改回去" in refusal(built, capsys)
