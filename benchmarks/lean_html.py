"""A learner's handout as lean HTML, for printers that read HTML.

It is made from exactly the JSON that Typst is given and says the same words in the same order, in
the same boxes, tables and lines to write on, with the same drawings. What Typst measures for (how
many lines still fit on a page, how wide a column is) CSS is left to do in its own way.
"""

import base64
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

Json = Any
Html = str

_STYLE = Path(__file__).with_name("lean.css")
_LINES_AT_THE_END = 3
_SHORT = 15
_LAST_WORDS = "还想问的，写在这儿，交给老师"


def page(sheet: Json) -> Html:
    """The whole document for one handout's JSON."""
    lesson, head = sheet["told"], sheet["told"]["head"]
    title = escape(f"{head['id']} {head['title']}（讲义）")
    return (
        f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE.read_text(encoding='utf-8')}{_running(sheet)}</style></head>"
        f"<body>{_Handout(sheet).body(lesson, head)}</body></html>"
    )


def _running(sheet: Json) -> str:
    """What stands at the head and the foot of each page."""
    course, head, village = sheet["course"], sheet["told"]["head"], sheet["village"]
    stamp = f"示例 示例村：{village['name']}" if village and village["sample"] else ""
    reviewed = f"　核对于 {head['reviewed']['iso']}" if head["reviewed"] else ""
    first = f"{course['title']}　讲义"
    code = f"查新旧 {sheet['code']['letters']}　" if "code" in sheet else ""
    foot = f"{code}{course['title']} {course['version']}{reviewed}　本页可复印"
    return (
        f"@page {{ @top-left {{ content: {_css(head['id'] + '　' + head['title'])} }}"
        f" @top-right {{ content: {_css(stamp)} }}"
        f" @bottom-left {{ content: {_css(foot)} }}"
        ' @bottom-right { content: "第 " counter(page) " 页，共 " counter(pages) " 页" } }'
        f"@page :first {{ @top-left {{ content: {_css(first)} }} }}"
    )


def _css(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\3c ")
    return f'"{escaped}"' if text else "none"


class _Handout:
    """Writes one sheet; knows its drawings."""

    def __init__(self, sheet: Json) -> None:
        self._figures = sheet["figures"]

    def body(self, lesson: Json, head: Json) -> Html:
        steps = "".join(self._step(step) for step in lesson["steps"])
        asked = _lines_for(_LAST_WORDS, _LINES_AT_THE_END)
        return f"{self._top(lesson, head)}{steps}{_after_the_steps(lesson)}{asked}"

    def _top(self, lesson: Json, head: Json) -> Html:
        about = [
            escape(head["track"]["name"]),
            f"{escape(head['layer']['name'])} {'<i class=bar></i>' * 3}",
            f"{head['hours']} 课时（{head['minutes']} 分钟）",
        ]
        subtitle = f" <small>{escape(head['subtitle'])}</small>" if head["subtitle"] else ""
        take = f"<dt>今天带走<dd><b>{_words(lesson['deliverable'])}</b>"
        bring = " ".join(f"<span>{_words(one)}</span>" for one in lesson["bring"])
        take += f"<dt>要带来<dd>{bring}" if lesson["bring"] else ""
        return (
            f"<p><b class=seal>{head['id']}</b> {'｜'.join(about)}</p>"
            f"<h1>{escape(head['title'])}{subtitle}</h1><dl class=take>{take}</dl>"
        )

    def _step(self, step: Json) -> Html:
        title = f"<span class=number>{step['number']}</span> {_words(step['title'])}"
        return _section(title, f"{step['minutes']} 分钟") + self._blocks(step["blocks"])

    def _blocks(self, blocks: Json) -> Html:
        """The blocks in turn; a drawing shares its height with the block after it."""
        html, beside = [], ""
        for block in blocks:
            shown = self._block(block["kind"], block["value"])
            if beside:
                shown, beside = f"<div class=beside>{beside}<div>{shown}</div></div>", ""
            if block["kind"] == "figure":
                beside = shown
            else:
                html.append(shown)
        return "".join([*html, beside])

    def _block(self, kind: str, value: Json) -> Html:
        makers: dict[str, Callable[[Json], Html]] = {
            "text": lambda value: f"<p>{_words(value)}</p>",
            "steps": _numbered,
            "points": lambda value: _points(map(_words, value)),
            "checklist": lambda value: f"<div{_columns(value)}>{_ticks(map(_words, value))}</div>",
            "key_characters": _characters,
            "script": _script,
            "say_instead": _swaps,
            "table": _table,
            "write_in": lambda value: _lines_for(_words(value["label"]), value["lines"]),
            "figure": self._figure,
            "warning": _warning,
        }
        return makers.get(kind, _anything)(value)

    def _figure(self, value: Json) -> Html:
        drawing = base64.b64encode(self._figures[value["src"]].encode()).decode()
        caption = value["caption"]
        below = f"<figcaption>{_words(caption)}</figcaption>" if caption else ""
        source = f"data:image/svg+xml;base64,{drawing}"
        return f'<figure><img alt="{escape(value["alt"])}" src="{source}">{below}</figure>'


def _swaps(value: Json) -> Html:
    rows = "".join(
        f"<tr><td>{_words(one['instead_of'])}<td><b>{_words(one['say'])}</b>"
        f"<small><br>{_words(one['why'] or [])}</small>"
        for one in value
    )
    return (
        "<table class=swaps><thead><tr><th><i class=cross></i> 别这么说"
        f"<th><i class=tick></i> 换成这么说</thead>{rows}</table>"
    )


def _warning(value: Json) -> Html:
    return f"<p class=warning><span class=label>当心</span> {_words(value['text'])}</p>"


def _after_the_steps(lesson: Json) -> Html:
    """Quiz, homework and card, as far as the lesson has them."""
    parts = {
        "questions": lambda found: _section("小测", "先圈一个，再举手") + _each(found, _question),
        "homework": lambda found: _boxed("回家做", _words(found)),
        "card": _card,
    }
    return "".join(maker(lesson[key]) for key, maker in parts.items() if lesson[key])


def _words(runs: Json) -> Html:
    sentence = "".join(run["text"] for run in runs)
    return "".join(_run(run, sentence) for run in runs)


def _run(run: Json, sentence: str) -> Html:
    if "blank" in run:
        return f"<u></u><small>（{escape(run['slot'])}）</small>"
    text = escape(run["text"])
    if "tied" in run:
        text = f"<span>{text}</span>"
    target = run.get("target", "").removeprefix("https://")
    if target and target not in sentence:
        text += f"（{escape(target)}）"
    return f"<b>{text}</b>" if "strong" in run else text


def _section(title: Html, aside: str = "") -> Html:
    return f"<h2><small>{aside}</small>{title}</h2>" if aside else f"<h2>{title}</h2>"


def _boxed(label: str, body: Html) -> Html:
    return f"<div class=boxed><span class=label>{label}</span><div>{body}</div></div>"


def _each(items: Json, maker: Callable[[Json], Html]) -> Html:
    return "".join(maker(one) for one in items)


def _question(question: Json) -> Html:
    given = question["choices"]
    choices = "".join(f"<li><b>{letter}</b> {_words(words)}" for letter, words in given)
    asked = f"<b>{question['number']}</b> <b>{_words(question['ask'])}</b>"
    columns = _columns(words for _, words in given)
    return f"<div class=question>{asked}<ul{columns}>{choices}</ul></div>"


def _columns(sentences: Any) -> Html:
    """Short ones stand two in a line, as they do on the sheet."""
    longest = max(sum(len(run["text"]) for run in words) for words in sentences)
    return " class=in-two" if longest <= _SHORT else ""


def _card(sentences: Json) -> Html:
    columns = _columns(sentences) and " in-two"
    told = _points(f"<b>{_words(one)}</b>" for one in sentences)
    return f"<div class='card{columns}'>{_boxed('记住这几句', told)}</div>"


def _points(items: Any) -> Html:
    return f"<ul>{''.join(f'<li><i class=dot></i> {item}' for item in items)}</ul>"


def _ticks(items: Any) -> Html:
    return f"<ul class=ticks>{''.join(f'<li><i class=box></i> {item}' for item in items)}</ul>"


def _numbered(value: Json) -> Html:
    items = (f"<li><b>{number}</b> {_words(one)}" for number, one in enumerate(value, start=1))
    return f"<ul>{''.join(items)}</ul>"


def _characters(value: Json) -> Html:
    cards = (
        f"<div><b class=char>{escape(one['char'])}</b> <b>{_words(one['title'])}</b>"
        f" <small>{_words(one['text'] or [])}</small></div>"
        for one in value
    )
    return f"<div class=characters>{''.join(cards)}</div>"


def _script(value: Json) -> Html:
    lines = (f"<tr><th>{escape(one['who'])}<td>{_words(one['line'])}" for one in value)
    return f"<table class=script>{''.join(lines)}</table>"


def _table(value: Json) -> Html:
    head = "".join(f"<th>{_words(cell)}" for cell in value["head"])
    blank: list[Json] = [[[]] * len(value["head"])] * value["blank_rows"]
    rows = (
        "<tr>" + "".join(f"<td>{_words(cell)}" for cell in row) for row in [*value["rows"], *blank]
    )
    return f"<table><thead><tr>{head}</thead>{''.join(rows)}</table>"


def _lines_for(label: Html, lines: int) -> Html:
    return f"<div class=write><i class=pencil></i> {label}{'<hr>' * lines}</div>"


def _anything(value: Json) -> Html:
    """A kind of block this file does not know: all its words, in no particular form."""
    if isinstance(value, list) and value and isinstance(value[0], dict) and "text" in value[0]:
        return f"<p>{_words(value)}</p>"
    if isinstance(value, list | dict):
        return "".join(map(_anything, value.values() if isinstance(value, dict) else value))
    return escape(str(value)) if isinstance(value, str) else ""
