"""The site wing: an edition of the course → Markdown pages → a static site."""
