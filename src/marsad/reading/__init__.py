"""Reading: what a report claims, by whom, and the words that say so.

`reader` calls the stages in their order; each answers one question, in a folder of its own:

- `voices`: who says what, and through whom;
- `acts`: which words report events;
- `parties`, `places`, `times`, `counts`: who, where, when and how many are named;
- `groups`: which happenings of a sentence are one claim;
- `factuality`: whether it happened, is planned, asked for, supposed or denied;
- `roles`: who does it and whom it befalls;
- `tellings`: what is told twice is claimed once.

`scan` is what they all look at: one sentence with everything that the knowledge files find in it. `claims` puts a
claim together, `survey` and `story` hold what the report as a whole tells, `confidence` rates the claims, and `trace`
shows why a sentence was read as it was. The words that the rules ask for stand in `data/word_sets.csv`.
"""

from marsad.reading.reader import Reader

__all__ = ["Reader"]
