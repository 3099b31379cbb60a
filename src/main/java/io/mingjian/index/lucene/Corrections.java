package io.mingjian.index.lucene;

import io.mingjian.index.SearchResult.Correction;
import io.mingjian.index.SearchResult.FacetCount;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchQuery;
import io.mingjian.index.query.SearchQuery.All;
import io.mingjian.index.query.SearchQuery.AnyOf;
import io.mingjian.index.query.SearchQuery.Named;
import io.mingjian.index.query.SearchQuery.Property;
import io.mingjian.index.query.SearchQuery.Within;
import io.mingjian.index.query.SearchQuery.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;

/// What may have been meant by a text that is nowhere: a name or a term that differs in one character of three,
/// and is somewhere. Of numbers there is no telling.
final class Corrections {
    private static final int UNITS = 20;
    private static final int CHARACTERS_PER_EDIT = 3;

    private final IndexSearcher searcher;
    private final QueryBuilder queries;
    private final SearchLanguage language;

    Corrections(IndexSearcher searcher, QueryBuilder queries, SearchLanguage language) {
        this.searcher = searcher;
        this.queries = queries;
        this.language = language;
    }

    List<Correction> of(SearchQuery query) throws IOException {
        List<Correction> found = new ArrayList<>();
        for (SearchQuery part : parts(query)) {
            if (part instanceof Words words && isSpelled(words.text()) && isNowhere(part)) {
                add(found, words.text(), terms(words.text()));
            } else if (part instanceof Named named && isNowhere(part)) {
                add(found, named.text(), units(named.text()));
            }
        }
        return found;
    }

    private static List<SearchQuery> parts(SearchQuery query) {
        return switch (query) {
            case All all ->
                all.parts().stream().flatMap(part -> parts(part).stream()).toList();
            case AnyOf any ->
                any.parts().stream().flatMap(part -> parts(part).stream()).toList();
            case Within within -> parts(within.query());
            case Words words -> List.of(words);
            case Named named -> List.of(named);
            case SearchQuery.Everything everything -> List.of();
            case SearchQuery.Exact exact -> List.of();
            case SearchQuery.OneOf oneOf -> List.of();
            case SearchQuery.Between between -> List.of();
            case SearchQuery.Not not -> List.of();
        };
    }

    private static boolean isSpelled(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private boolean isNowhere(SearchQuery part) throws IOException {
        return searcher.count(queries.reports(part)) == 0;
    }

    private void add(List<Correction> found, String written, Set<String> known) throws IOException {
        String best = null;
        int least = Math.max(1, written.length() / CHARACTERS_PER_EDIT) + 1;
        for (String candidate : known) {
            int edits = edits(written, candidate, least);
            if (edits > 0 && edits < least && !isNowhere(new Words(candidate, List.of()))) {
                best = candidate;
                least = edits;
            }
        }
        if (best != null) {
            found.add(new Correction(written, best));
        }
    }

    /// Terms of the domain, units, and words of the texts that differ in one character.
    private Set<String> terms(String text) throws IOException {
        Set<String> known = new LinkedHashSet<>();
        language.synonyms().forEach(known::addAll);
        language.numbers().forEach(number -> known.addAll(number.names()));
        known.addAll(units(text));
        if (text.length() > 1) {
            TopDocs near = searcher.search(new FuzzyQuery(new Term(Fields.BODY, text), 1), 1);
            if (near.scoreDocs.length > 0) {
                known.addAll(wordsOf(near.scoreDocs[0].doc, text));
            }
        }
        return known;
    }

    /// The stretches of a section that are as long as the text and differ in one character.
    private List<String> wordsOf(int document, String text) throws IOException {
        String body = searcher.storedFields().document(document).get(Fields.BODY);
        return Stream.iterate(0, at -> at + text.length() <= body.length(), at -> at + 1)
                .map(at -> body.substring(at, at + text.length()))
                .filter(part -> edits(text, part, 2) == 1)
                .limit(UNITS)
                .toList();
    }

    /// Units whose names share a stretch with the text.
    private Set<String> units(String text) throws IOException {
        Set<String> units = new LinkedHashSet<>();
        for (int at = 0; at + 2 <= text.length(); at++) {
            Query sharing = PairPhrases.anywhere(Fields.of(Property.ORGANIZATION), text.substring(at, at + 2));
            for (FacetCount unit : FacetCounter.count(
                    Fields.of(Facet.ORGANIZATION), searcher.search(sharing, new FacetsCollectorManager()))) {
                units.add(unit.value());
            }
        }
        return units;
    }

    /// How many characters must be changed, put in or left out; `limit` where it is that many or more.
    private static int edits(String from, String to, int limit) {
        if (Math.abs(from.length() - to.length()) >= limit) {
            return limit;
        }
        int[] before = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return Math.min(limit, before[to.length()]);
    }
}
