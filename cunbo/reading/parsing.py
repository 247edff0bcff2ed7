"""Bytes → plain data with positions. Every trouble on the way is a Problem, never an exception.

A mistake that can be mended in memory is mended and reading goes on, so that one run shows all
mistakes of a file.
"""

from cunbo.problems.codes import Code
from cunbo.problems.edit import LINE_END
from cunbo.problems.problem import Location, Problem
from cunbo.reading.ledger import Voice
from cunbo.reading.repair import repairs_before_parsing
from cunbo.reading.source import MAX_BYTES, Parsed, Source
from cunbo.reading.tries import parsed

_BOMS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def read_source(file: str, data: bytes) -> Source:
    """Read one YAML file. `file` is the name printed in problems."""
    text, problem = _decode(file, data)
    if problem:
        return Source(file, told=((Voice.SIGNS, problem),))
    lines = LINE_END.split(text)
    repair = repairs_before_parsing(file, lines)
    told = [(Voice.SIGNS, problem) for problem in repair.problems]
    node, more = parsed(file, repair.lines)
    told += more
    if node is None and not told:
        told.append((Voice.TREE, _empty(file)))
    return Source(file, Parsed(node, tuple(lines)), tuple(told))


def _decode(file: str, data: bytes) -> tuple[str, Problem | None]:
    start = Location(file)
    if len(data) > MAX_BYTES:
        size, limit = len(data) // 1000, MAX_BYTES // 1000
        what = f"文件有 {size} KB，太大了，没有读"
        mend = f"一课不会超过 {limit} KB，看看是不是放错了文件"
        return "", Problem(Code.TOO_LARGE, start, what, mend)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return "", _not_utf8(start, name)
    if data.count(0) > len(data) // 4 > 0:
        return "", _not_utf8(start, "UTF-16")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", _not_utf8(Location(file, line), _guess_encoding(data))


def _guess_encoding(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return "别的编码"
    return "GBK（ANSI）"


def _not_utf8(at: Location, encoding: str) -> Problem:
    what = f"这个文件存成了{encoding}，读出来是乱码"
    mend = "用记事本或 VS Code 打开，另存为，编码选 UTF-8"
    return Problem(Code.NOT_UTF8, at, what, mend)


def _empty(file: str) -> Problem:
    mend = "照着别的文件写，至少写上第一行"
    return Problem(Code.EMPTY_FILE, Location(file), "这个文件是空的", mend)
