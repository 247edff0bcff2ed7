"""Puts drafts into the curriculum: never over what is there, never through a link out of it."""

from pathlib import Path

from cunbo.model.lesson import Lesson
from cunbo.problems.system import reason
from cunbo.reading.curriculum import read_file


class WritingError(Exception):
    """A draft was not written, and nothing is left of it; the text says why, in Chinese."""


def write_new(curriculum: Path, path: str, text: str) -> None:
    """Write the file `path`, named from the curriculum folder on, whole or not at all.

    Raises WritingError, also where there is such a file.
    """
    file = curriculum / path
    if not file.parent.resolve().is_relative_to(curriculum.resolve()):
        folder = f"{curriculum.name}/{Path(path).parent.as_posix()}"
        told = f"{folder} 是指到课程文件夹外面的链接，不往那里写"
        raise WritingError(f"没有写成 {path}：{told}。把它换成文件夹，再来一遍。")
    try:
        _write_whole(file, text)
    except FileExistsError as error:
        raise WritingError(f"没有写成 {path}：已经有同名的文件，没有动它。") from error
    except OSError as error:
        raise WritingError(f"没有写成 {path}：{reason(error)}。") from error


def _write_whole(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = file.with_name(f".{file.name}.part")  # the reader of the course skips hidden files
    try:
        whole.write_bytes(text.encode())
        file.open("xb").close()  # takes the name, which `replace` alone would take from a file
        try:
            whole.replace(file)
        except OSError:
            file.unlink(missing_ok=True)
            raise
    finally:
        whole.unlink(missing_ok=True)


def complete(file: Path, name: str, outline: Lesson, rest: str) -> None:
    """Put the rest of a draft behind what an outline says; no letter of that changes.

    It is written into the file itself, so that whose it is, who may read it and what is linked to
    it stay. `name` is how the file is called. Raises WritingError.
    """
    try:
        before = file.read_bytes()
        added = _behind(before, rest)
        if not _goes_on(name, before + added, outline):
            told = "它不是一行一个键的写法（整篇在 { } 里，或者末尾写了 ...），草稿接不上"
            raise WritingError(f"没有动 {name}：{told}。改成一行一个键，再来一遍。")
        _append(file, added)
    except OSError as error:
        raise WritingError(f"没有写成 {name}：{reason(error)}。原来的没有动。") from error


def _behind(before: bytes, rest: str) -> bytes:
    """The rest with the line ends of what stands before it, and a blank line between."""
    line_end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = line_end if before.endswith(b"\n") else line_end * 2
    return gap + line_end.join(rest.encode().split(b"\n"))


def _goes_on(name: str, text: bytes, outline: Lesson) -> bool:
    """Whether the text reads as a lesson that says all the outline says, and is none any more."""
    read = read_file(name, text, Lesson)
    lesson = read.part
    if not isinstance(lesson, Lesson) or lesson.is_outline:
        return False
    if any(problem.is_error for problem in read.problems):
        return False
    return all(getattr(lesson, key) == getattr(outline, key) for key in outline.model_fields_set)


def _append(file: Path, added: bytes) -> None:
    """Raises OSError, and then leaves the file as it was."""
    with file.open("r+b", buffering=0) as opened:
        end = opened.seek(0, 2)
        try:
            written = 0
            while written < len(added):
                written += opened.write(added[written:])
        except OSError:
            opened.truncate(end)
            raise
