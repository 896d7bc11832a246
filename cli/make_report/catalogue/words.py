"""Words that stand inside sentences."""

from make_report.language import marked

# Words inside sentences
DAY = marked("{year}-{month:02}-{day:02}")
SPAN = marked("{first} to {last}")
FROM_YEAR = marked("{first} and later")
SEPARATOR = marked(", ")
NOTHING = marked("none")
MORE_PLACES = marked("{places} and {count} more")
