// What this room offers, in the order of a reading.
//
// `Reading.findings(in:language:published:)` is the door: language, sentences, times, figures,
// names and speech of one article's text.
//
// `Words` cuts a text into tokens whose hashes are folded (`Folding`), so that spellings of a word
// meet in a `Lexicon`. `LanguageGuess`, `Sentences`, `Stemmer` and `SearchTerms` (for the index and
// for what readers ask) work on them and can be used alone.
//
// `Spellings` keeps from text to text what follows from a token's letters alone (`SpellingFacts`,
// `NameWorths`).
//
// The finders see a sentence as a `SentenceView`: tokens with `Tags`, which come with their
// spelling from all word lists, so that a finder only looks where something can begin. Order matters: no
// figure is read inside a time, no name inside either.
//
// Word lists lie in `German/` and `English/`, one entry a line; `WordList` tells their form.
