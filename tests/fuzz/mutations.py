"""What goes wrong with a YAML file in the hands of people, editors and disks.

Each mutation takes the bytes of a file and a source of chance, and gives other bytes.
"""

import random
import re
from collections.abc import Callable

Mutation = Callable[[bytes, random.Random], bytes]

_OTHER_SIGNS = (
    ("［］", "[]"),
    ("｛｝", "{}"),
    ("[]", "【】"),
    ("、", ","),
    (",", "，"),
    ("；", ":"),
)
"""Signs as typed by mistake, and the ones they stand for."""
_WIDE = {":": "：", ",": "，", "[": "［", "]": "］", "{": "｛", "}": "｝", "-": "－", "#": "＃",
         '"': "”", "'": "’", " ": "　", "1": "１", "0": "０", ".": "。"}  # fmt: skip
_ODD_VALUES = ["是", "否", "no", "yes", "null", "~", "2026-2-30", "1:30", "１", "一", "-1", "1e9",
               "0x10", ".nan", "99999999999999999999", "''", '""', "[]", "{}",
               "[甲, 乙]", "{甲: 乙}", "@甲", "`甲`", "%甲", "&甲 乙", "*甲", "!甲 乙", "| ", "> ",
               "? ", "甲: 乙", "甲 #乙",
               "<script>alert(1)</script>", "{{ 1 }}", "#import", "../../x", "【甲】", "【", "**",
               "[甲](javascript:1)", "\U0001f34e", "a" * 3000, "甲" * 3000]  # fmt: skip
_KEY = re.compile(r"^(\s*(?:- )*)([a-z_]+): ?(.*)$")


def _text(data: bytes) -> list[str]:
    return data.decode("utf-8", "replace").split("\n")


def _bytes(lines: list[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _some_line(lines: list[str], chance: random.Random) -> int:
    return chance.randrange(len(lines))


def on_a_line(change: Callable[[str, random.Random], str]) -> Mutation:
    """A mutation of one line chosen by chance."""

    def mutate(data: bytes, chance: random.Random) -> bytes:
        lines = _text(data)
        at = _some_line(lines, chance)
        lines[at] = change(lines[at], chance)
        return _bytes(lines)

    mutate.__name__ = change.__name__
    return mutate


def on_a_key(change: Callable[[str, str, str, random.Random], str]) -> Mutation:
    """A mutation of one `key: value` line chosen by chance."""

    def mutate(data: bytes, chance: random.Random) -> bytes:
        lines = _text(data)
        found = [(at, match) for at, line in enumerate(lines) if (match := _KEY.match(line))]
        if found:
            at, match = chance.choice(found)
            lines[at] = change(match[1], match[2], match[3], chance)
        return _bytes(lines)

    mutate.__name__ = change.__name__
    return mutate


@on_a_line
def chinese_punctuation(line: str, chance: random.Random) -> str:
    signs = [at for at, sign in enumerate(line) if sign in _WIDE]
    if not signs:
        return line
    at = chance.choice(signs)
    return line[:at] + _WIDE[line[at]] + line[at + 1 :]


@on_a_line
def tab_in_front(line: str, chance: random.Random) -> str:
    return "\t" + line.lstrip() if line.startswith(" ") else "\t" + line


@on_a_line
def one_space_more(line: str, chance: random.Random) -> str:
    return " " * chance.randint(1, 5) + line


@on_a_line
def spaces_gone(line: str, chance: random.Random) -> str:
    return line.lstrip()


@on_a_line
def sign_lost(line: str, chance: random.Random) -> str:
    if not line:
        return line
    at = chance.randrange(len(line))
    return line[:at] + line[at + 1 :]


@on_a_line
def control_sign(line: str, chance: random.Random) -> str:
    at = chance.randint(0, len(line))
    return line[:at] + chance.choice("\x00\x07\x0b\x0c\x1b\x7f\x85\u2028\ufeff\u200b") + line[at:]


@on_a_line
def merge_marker(line: str, chance: random.Random) -> str:
    return chance.choice(["<<<<<<< 我的", "=======", ">>>>>>> 他的"])


@on_a_line
def comment_in_the_middle(line: str, chance: random.Random) -> str:
    return line + chance.choice([" #", " # 注", "#注", ": ", " : 乙", '"', "'", "”", "]", "}", ","])


@on_a_key
def odd_value(lead: str, key: str, value: str, chance: random.Random) -> str:
    return f"{lead}{key}: {chance.choice(_ODD_VALUES)}"


@on_a_key
def misspelt_key(lead: str, key: str, value: str, chance: random.Random) -> str:
    at = chance.randrange(len(key))
    return f"{lead}{key[:at]}{key[at + 1 :]}: {value}"


@on_a_key
def twice(lead: str, key: str, value: str, chance: random.Random) -> str:
    return f"{lead}{key}: {value}\n{lead.replace('-', ' ')}{key}: {value}"


@on_a_key
def nothing_after_the_colon(lead: str, key: str, value: str, chance: random.Random) -> str:
    return f"{lead}{key}:"


@on_a_key
def colon_without_space(lead: str, key: str, value: str, chance: random.Random) -> str:
    return f"{lead}{key}:{value}"


@on_a_key
def half_a_quote(lead: str, key: str, value: str, chance: random.Random) -> str:
    sign = chance.choice("\"'")
    return f"{lead}{key}: {sign}{value}" + chance.choice(["", "”", f"{sign}尾"])


@on_a_key
def list_for_a_value(lead: str, key: str, value: str, chance: random.Random) -> str:
    inside = " " * len(lead) + "  "
    return f"{lead}{key}:\n{inside}- {value}\n{inside}- {value}"


def line_lost(data: bytes, chance: random.Random) -> bytes:
    lines = _text(data)
    del lines[_some_line(lines, chance)]
    return _bytes(lines)


def lines_swapped(data: bytes, chance: random.Random) -> bytes:
    lines = _text(data)
    one, other = _some_line(lines, chance), _some_line(lines, chance)
    lines[one], lines[other] = lines[other], lines[one]
    return _bytes(lines)


def cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def random_bytes(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at:]


def other_encoding(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(["gb18030", "utf-16", "utf-8-sig", "utf-16-be"]), "replace")


def other_line_ends(data: bytes, chance: random.Random) -> bytes:
    return data.replace(b"\n", chance.choice([b"\r\n", b"\r", b"\n\n"]))


def bomb(data: bytes, chance: random.Random) -> bytes:
    deep, wide = chance.randint(20, 10_000), chance.randint(2, 30)
    return data + chance.choice([
        b"card: " + b"[" * deep,
        b"card: " + b"{a: " * deep,
        b"\n" + b"- " * deep,
        b"".join(b"k%d: &a%d [*a%d, *a%d]\n" % (n, n, n - 1, n - 1) for n in range(wide)),
        b"--- \nid: X\n",
        b"!!python/object/apply:os.system [ls]\n",
    ])  # fmt: skip


@on_a_line
def pasted_blank(line: str, chance: random.Random) -> str:
    """A full-width, non-breaking or zero-width space where a space was, or anywhere."""
    blank = chance.choice(["\u3000", "\xa0", "\u200b", "\u2060", "\ufeff"])
    if " " in line and chance.random() < 0.7:
        return line.replace(" ", blank, chance.randint(1, 3))
    at = chance.randint(0, len(line))
    return line[:at] + blank + line[at:]


@on_a_line
def other_brackets(line: str, chance: random.Random) -> str:
    """Brackets and commas as a Chinese keyboard gives them, or an English comma too many."""
    typed, meant = chance.choice(_OTHER_SIGNS)
    return line.translate(str.maketrans(meant, typed))


MUTATIONS: tuple[Mutation, ...] = (
    chinese_punctuation, chinese_punctuation, chinese_punctuation, tab_in_front, one_space_more,
    spaces_gone, sign_lost, control_sign, merge_marker, comment_in_the_middle, odd_value, odd_value,
    odd_value, misspelt_key, twice, nothing_after_the_colon, colon_without_space, half_a_quote,
    list_for_a_value, line_lost, lines_swapped, cut_off, random_bytes, other_encoding,
    other_line_ends, bomb, pasted_blank, other_brackets, other_brackets,
)  # fmt: skip
