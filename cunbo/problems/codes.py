"""The list of everything an author can get wrong, and how bad each is."""

from enum import Enum, StrEnum
from typing import Self


class Severity(StrEnum):
    """An error stops the build; a warning is printed and the build goes on."""

    ERROR = "错误"
    WARNING = "提醒"


class Code(Enum):
    """What went wrong. The value is the code printed in brackets; most stop the build."""

    _value_: str
    severity: Severity

    def __new__(cls, word: str, severity: Severity = Severity.ERROR) -> Self:
        code = object.__new__(cls)
        code._value_ = word
        code.severity = severity
        return code

    # The file itself
    WRONG_SUFFIX = "wrong-suffix"
    """A file in a curriculum folder whose name does not end in `.yml`, or a folder in it."""
    MISPLACED_FILE = "misplaced-file"
    """A YAML file beside the folders it should be in one of."""
    FILE_NAME = "file-name"
    """A file whose name other computers refuse, or take for the name of another file."""
    OUTSIDE_LINK = "outside-link"
    """A file that is a link to a place outside the curriculum."""
    UNREADABLE_FILE = "unreadable-file"
    """A file that cannot be opened, or a thing in its place that is no file."""
    MISSING_FILE = "missing-file"
    """A file the course cannot do without is not there."""
    TOO_LARGE = "too-large"
    """A file larger than any lesson needs; it is not read."""
    NOT_UTF8 = "not-utf8"
    """A file saved as GBK, UTF-16 or another encoding that is not UTF-8."""
    EMPTY_FILE = "empty-file"
    """A file with nothing in it, or only comments."""
    # YAML
    CONTROL_CHARACTER = "control-character"
    """An invisible character (control, zero-width, direction mark), mostly pasted in."""
    TAB = "tab"
    """A tab in the indentation."""
    MERGE_MARKER = "merge-marker"
    """A line `<<<<<<<`, `=======` or `>>>>>>>` left by version control."""
    FULLWIDTH_COLON = "fullwidth-colon"
    """A full-width colon, or a semicolon, where the key's half-width colon and space belong."""
    FULLWIDTH_COMMA = "fullwidth-comma"
    """A full-width comma between the keys of a `{ }`."""
    WIDE_BRACKETS = "wide-brackets"
    """Full-width brackets or braces where the half-width ones belong."""
    ONE_ITEM = "one-item", Severity.WARNING
    """One item of a list that reads like several."""
    DASH_SPACE = "dash-space"
    """No space, or a full-width one, after the dash of a list item; or another kind of dash."""
    COLON_SPACE = "colon-space"
    """No space after the colon of a key, or a full-width one."""
    NEEDS_QUOTES = "needs-quotes"
    """A sentence that YAML misreads unless it stands in quotes."""
    UNCLOSED_QUOTE = "unclosed-quote"
    """A quotation mark that is never closed, or closed with a Chinese one."""
    UNCLOSED_BRACKET = "unclosed-bracket"
    """A `[` or `{` that is never closed."""
    INDENTATION = "indentation"
    """A line that stands further left or right than its neighbours."""
    YAML = "yaml"
    """A line YAML cannot read, for a reason not told apart further."""
    TOO_DEEP = "too-deep"
    """Lists in lists deeper than any lesson needs."""
    ANCHOR = "anchor"
    """A YAML anchor, alias or tag; the course uses none."""
    MANY_DOCUMENTS = "many-documents"
    """A second document in one file, after `---`."""
    DUPLICATE_KEY = "duplicate-key"
    """The same key twice in one place."""
    # The shape of the data
    UNKNOWN_KEY = "unknown-key"
    """A key that does not exist in this place."""
    MISSING_KEY = "missing-key"
    """A key that must be there is not."""
    EMPTY_VALUE = "empty-value"
    """A key with nothing after it."""
    WRONG_SHAPE = "wrong-shape"
    """A list where a sentence belongs, a sentence where a list belongs, and the like."""
    NOT_A_NUMBER = "not-a-number"
    """Something else where a whole number belongs."""
    NOT_A_DATE = "not-a-date"
    """Something else where a date like 2026-11-22 belongs, or a day that does not exist."""
    NOT_TRUE_FALSE = "not-true-false"
    """Something else where true or false belongs."""
    OUT_OF_RANGE = "out-of-range"
    """A number too small or too large, or a list too short or too long."""
    BAD_FORM = "bad-form"
    """A text of the wrong form, such as a lesson id that is none."""
    BAD_CHOICE = "bad-choice"
    """A word that is none of the words allowed here."""
    UNKNOWN_BLOCK = "unknown-block"
    """A kind of block that does not exist, or a block with more than one kind."""
    # References
    ID_MISMATCH = "id-mismatch"
    """The id inside a file is not the file's name, does not fit track and layer, or is retired."""
    UNKNOWN_LESSON = "unknown-lesson"
    """A lesson id that no file has."""
    UNKNOWN_PROPOSAL = "unknown-proposal"
    """A finding id that no paper has."""
    UNKNOWN_FACT = "unknown-fact"
    """A fact id that no file has."""
    UNKNOWN_FORM = "unknown-form"
    """A form id that no file has."""
    UNKNOWN_SLOT = "unknown-slot"
    """A village slot that `slots.yml` does not name."""
    UNKNOWN_GOODS = "unknown-goods"
    """A kind of goods that there is not, in a mark like 【限干货】."""
    MISPLACED_GOODS = "misplaced-goods"
    """A mark of goods where nothing can be left out."""
    UNKNOWN_VILLAGE = "unknown-village"
    """A village id that no file has."""
    UNKNOWN_OBJECTIVE = "unknown-objective"
    """An objective id that this lesson does not define."""
    DUPLICATE_NAME = "duplicate-name"
    """The same id or name given twice in one list."""
    # Sentences
    BROKEN_MARK = "broken-mark"
    """A bold mark, bracket or link that does not work."""
    RAW_HTML = "raw-html"
    """HTML in a sentence."""
    TABLE_ROW = "table-row"
    """A table row, or a table's widths, with more or fewer entries than the table's head."""
    PLACEHOLDER = "placeholder", Severity.WARNING
    """Words of a draft, such as （写课名）, that nobody has replaced yet."""
    NO_GLYPH = "no-glyph"
    """A sign that the sheets' font does not have, such as an emoji."""
    # Figures
    UNKNOWN_FIGURE = "unknown-figure"
    """A figure that is not in `figures/`."""
    UNSAFE_FIGURE = "unsafe-figure"
    """An SVG with a script, a text of its own, or a reference to elsewhere."""
    # The lesson
    UNFINISHED_LESSON = "unfinished-lesson"
    """A lesson with steps that lacks a part every written lesson has."""
    MINUTES = "minutes"
    """The steps' minutes do not add up to the lesson's hours."""
    TOO_LITTLE_PRACTICE = "too-little-practice"
    """Less than 40 % of a lesson's minutes are practice."""
    OBJECTIVE_UNUSED = "objective-unused"
    """An objective that no step practises, or that nothing assesses."""
    ANSWER = "answer"
    """A quiz answer that is none of the choices."""
    TRAINER_ONLY = "trainer-only"
    """A block for the trainer among the learner's blocks."""
    MISSING_STEP = "missing-step"
    """A written lesson without a case, a demonstration or a practice."""
    TOO_MANY_STEPS = "too-many-steps"
    """More than five steps an hour."""
    PRACTICE_IN_PIECES = "practice-in-pieces"
    """No step of practice that lasts a quarter of an hour."""
    NO_LAUNCH_LINE = "no-launch-line"
    """A step of practice that does not begin with what the trainer says to start it."""
    QUIZ_SIZE = "quiz-size"
    """A quiz of one question, or of more than three."""
    NO_REASON = "no-reason"
    """A wrong choice of a quiz that does not say why people make it."""
    FINDING_UNPLACED = "finding-unplaced"
    """A finding that a lesson lists and no step answers or touches, or the other way about."""
    NO_ELDER_VERSION = "no-elder-version"
    """A lesson of a class of elders without pages for them."""
    TWO_SLOTS = "two-slots", Severity.WARNING
    """A line to be spoken with more than one village slot."""
    NOTHING_TO_KEEP = "nothing-to-keep"
    """A written lesson that leaves the learner no form, list or line to fill in and keep."""
    NO_SLOT = "no-slot"
    """A written lesson without a village slot: every village would print the same."""
    NO_CULTURE = "no-culture"
    """An integration lesson that uses nothing from the culture track."""
    REVIEW_DUE = "review-due", Severity.WARNING
    """A lesson nobody has reviewed for a year."""
    DAY_TO_COME = "day-to-come"
    """A review or a check on a day that is still to come."""
    # Words
    LONG_SENTENCE = "long-sentence", Severity.WARNING
    """A sentence of more than 45 characters among what is read or said in class."""
    JARGON = "jargon", Severity.WARNING
    """A trade word or abbreviation for learners that the glossary does not explain."""
    SLOGAN = "slogan", Severity.WARNING
    """A word of speeches and posters in a text for learners."""
    ABSOLUTE_CLAIM = "absolute-claim", Severity.WARNING
    """A superlative in what we give people to say, or in a village's words."""
    MEDICAL_CLAIM = "medical-claim", Severity.WARNING
    """A promise of health in what we give people to say, or in a village's words."""
    UNPROVEN_CLAIM = "unproven-claim", Severity.WARNING
    """A claim nobody can prove in what we give people to say, or in a village's words."""
    UNCITED_FIGURE = "uncited-figure", Severity.WARNING
    """A paper's figure in a sentence that does not name the paper and its caveat."""
    # Voice
    CLAUSE_BAND = "clause-band", Severity.WARNING
    """Lines to be said whose clauses are too short, too long or all of one length."""
    MIXED_ADDRESS = "mixed-address", Severity.WARNING
    """你 and 您 in what one lesson prints for learners."""
    SAME_DEVICE = "same-device", Severity.WARNING
    """A case put in the same way as in the lesson before it, or in no way that is said."""
    SAME_COMPLAINT = "same-complaint", Severity.WARNING
    """Two lessons in a row whose scenes tell of the same misfortune."""
    MANY_CHARACTERS = "many-characters", Severity.WARNING
    """More sets of key characters than anybody remembers."""
    SAID_TWICE = "said-twice", Severity.WARNING
    """A long sentence that stands in two lessons."""
    VILLAGES_ALIKE = "villages-alike", Severity.WARNING
    """Two villages that fill most slots with the same words."""
    # Paper
    TOO_MANY_SIDES = "too-many-sides", Severity.WARNING
    """A learner's sheet that takes more than the two sides of one paper."""
    CROWDED_SIDE = "crowded-side", Severity.WARNING
    """More letters on a side of a learner's sheet than a slow reader gets through."""
    LONE_HEADING = "lone-heading", Severity.WARNING
    """A heading at the foot of a side, with what it is about on the next."""
    SPLIT_QUIZ = "split-quiz", Severity.WARNING
    """A quiz that begins on one side of the sheet and ends on another."""
    SMALL_TYPE = "small-type", Severity.WARNING
    """Type on a sheet that is smaller than its readers can read."""
    FAINT_LINE = "faint-line", Severity.WARNING
    """A line that is so thin or light that the copy of a copy has lost it."""
    CLOSE_LINES = "close-lines", Severity.WARNING
    """Lines to write on that leave no room to write."""
    OFF_THE_PAGE = "off-the-page", Severity.WARNING
    """Words that are printed over the edge of a cell, of the paper, or over other words."""
    ROW_CUT = "row-cut", Severity.WARNING
    """A row of a table of which a part stands on the next side."""
    SPLIT_POSTER = "split-poster", Severity.WARNING
    """A poster of which a part is on a second side."""
    HEAVY_SHEET = "heavy-sheet", Severity.WARNING
    """A learner's sheet that is too large to be sent on."""
    # Paths and coverage
    PATH_HOURS = "path-hours"
    """A path's hours are not the sum of its lessons', or a standard path has too few or many."""
    COMPETENCE = "competence"
    """A standard path that does not teach something the papers ask for."""
    TOO_FEW_WEEKS = "too-few-weeks"
    """A standard path crammed into too few weeks."""
    CROWDED_WEEK = "crowded-week"
    """A week of a path with more hours than people who work can take, and no reason given."""
    WEEK_WITHOUT_CULTURE = "week-without-culture"
    """A week of a standard path with skills only, while later weeks still have culture."""
    TOO_BASIC = "too-basic"
    """A standard path that spends too much of its time on first steps on a platform."""
    OFF_THE_PATHS = "off-the-paths", Severity.WARNING
    """A lesson that no path teaches, offers or waives."""
    PREREQUISITE = "prerequisite"
    """A path with a lesson whose prerequisite is neither taught nor waived."""
    CYCLE = "cycle"
    """Lessons that require each other in a circle."""
    UNANSWERED = "unanswered", Severity.WARNING
    """A finding that no lesson and no practice of the course answers."""
    FACT_EXPIRED = "fact-expired", Severity.WARNING
    """A fact past the day by which somebody had to check it again."""
    LATE_FOR_LAW = "late-for-law"
    """Law still to come that nobody has to look at on the day it comes."""
