"""One course, told for one village to one kind of reader.

In: a checked `Course` and a `Village`. Out: an `Edition`; the views of learners, elders and
trainers (nothing that learners must not see is in theirs); what is done about each finding; the
table of sheets; the balance of the course.
"""
