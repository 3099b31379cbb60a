package io.mingjian.index.lucene;

import io.mingjian.text.Span;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/// Cuts the best passage out of a section and says which places of it were looked for.
final class SnippetHighlighter extends UnifiedHighlighter {
    /// About how long a snippet is: passages grow by whole sentences until they come close.
    private static final int GOAL = 100;
    /// Text that once was a table has no sentences: no snippet is longer.
    static final int LONGEST = 240;
    /// How much is shown before the first place, where the passage has to be cut.
    private static final int BEFORE = 40;

    /// A passage on one line, and the places in it that were looked for.
    ///
    /// @param start where the passage begins in the section
    record Snippet(String text, int start, List<Span> highlights) {
        Snippet {
            highlights = List.copyOf(highlights);
        }
    }

    SnippetHighlighter(IndexSearcher searcher, Analyzer analyzer) {
        super(UnifiedHighlighter.builder(searcher, analyzer)
                .withBreakIterator(SnippetHighlighter::breaks)
                .withFormatter(new SnippetFormatter())
                // Words that stand near each other are shown each by itself, not with all that lies between.
                .withWeightMatches(false)
                // What either reading found is one set of places.
                .withMaskedFieldsFunc(field -> Set.of(Fields.BODY_PAIRS)));
    }

    /// The best passage of each document; they must be sections.
    List<Snippet> snippets(Query query, int[] documents) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        Object[] found = highlightFieldsAsObjects(new String[] {Fields.BODY}, query, documents, new int[] {1})
                .getOrDefault(Fields.BODY, new Object[0]);
        for (Object snippet : found) {
            snippets.add(snippet instanceof Snippet made ? made : new Snippet("", 0, List.of()));
        }
        return snippets;
    }

    private static BreakIterator breaks() {
        BreakIterator sentences = new SplittingBreakIterator(BreakIterator.getSentenceInstance(Locale.CHINA), '\n');
        return LengthGoalBreakIterator.createMinLength(sentences, GOAL, 0.5f);
    }

    /// Makes a [Snippet] of the one passage there is.
    private static final class SnippetFormatter extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            if (passages.length == 0) {
                return new Snippet("", 0, List.of());
            }
            Passage passage = passages[0];
            List<Span> places = merged(passage);
            int start = passage.getStartOffset();
            int end = passage.getEndOffset();
            if (end - start > LONGEST) {
                start = Math.max(
                        start, (places.isEmpty() ? start : places.getFirst().start()) - BEFORE);
                end = Math.min(end, start + LONGEST);
            }
            while (start < end && Character.isWhitespace(content.charAt(start))) {
                start++;
            }
            while (end > start && Character.isWhitespace(content.charAt(end - 1))) {
                end--;
            }
            return new Snippet(onOneLine(content, start, end), start, within(places, start, end));
        }

        /// Overlapping and touching places made one: a reader sees one word, however it was found.
        private static List<Span> merged(Passage passage) {
            List<Span> places = new ArrayList<>();
            for (int i = 0; i < passage.getNumMatches(); i++) {
                places.add(new Span(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
            }
            places.sort(null);
            List<Span> merged = new ArrayList<>();
            for (Span place : places) {
                if (!merged.isEmpty() && place.start() <= merged.getLast().end()) {
                    merged.add(merged.removeLast().union(place));
                } else {
                    merged.add(place);
                }
            }
            return merged;
        }

        private static List<Span> within(List<Span> places, int start, int end) {
            return places.stream()
                    .filter(place -> place.end() > start && place.start() < end)
                    .map(place -> new Span(Math.max(place.start(), start) - start, Math.min(place.end(), end) - start))
                    .toList();
        }

        private static String onOneLine(String content, int start, int end) {
            StringBuilder line = new StringBuilder(content.substring(start, end));
            for (int i = 0; i < line.length(); i++) {
                if (Character.isWhitespace(line.charAt(i))) {
                    line.setCharAt(i, ' ');
                }
            }
            return line.toString();
        }
    }
}
