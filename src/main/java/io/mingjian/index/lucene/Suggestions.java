package io.mingjian.index.lucene;

import io.mingjian.index.SearchResult.FacetCount;
import io.mingjian.index.Suggestion;
import io.mingjian.index.Suggestion.Kind;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchQuery.Property;
import io.mingjian.text.Folding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/// How a word that was begun may go on.
final class Suggestions {
    /// Words of one segment that are looked at; what begins with one letter may be many.
    private static final int LOOKED_AT = 5000;

    private final IndexSearcher searcher;
    private final SearchLanguage language;

    Suggestions(IndexSearcher searcher, SearchLanguage language) {
        this.searcher = searcher;
        this.language = language;
    }

    /// Names of the query language, then units with the text anywhere in their names, then words that begin with
    /// it.
    List<Suggestion> find(String begun, int limit) throws IOException {
        String text = Folding.squash(begun).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        List<Suggestion> found = new ArrayList<>();
        names().filter(name -> Folding.fold(name).toLowerCase(Locale.ROOT).startsWith(text))
                .distinct()
                .forEach(name -> found.add(new Suggestion(Kind.NAME, name, 0)));
        for (FacetCount unit : FacetCounter.count(
                Fields.of(Facet.ORGANIZATION),
                searcher.search(
                        PairPhrases.anywhere(Fields.of(Property.ORGANIZATION), text), new FacetsCollectorManager()))) {
            found.add(new Suggestion(Kind.ORGANIZATION, unit.value(), unit.count()));
        }
        found.addAll(terms(text));
        return Stream.concat(
                        found.stream().filter(one -> one.kind() != Kind.TERM).limit((limit + 1) / 2),
                        found.stream().filter(one -> one.kind() == Kind.TERM))
                .limit(limit)
                .toList();
    }

    private Stream<String> names() {
        return language.numbers().stream().flatMap(number -> number.names().stream());
    }

    private List<Suggestion> terms(String text) throws IOException {
        Map<String, Long> frequencies = new HashMap<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Terms terms = leaf.reader().terms(Fields.BODY);
            if (terms != null) {
                addTerms(terms, leaf.reader().getLiveDocs(), new BytesRef(text), frequencies);
            }
        }
        return frequencies.entrySet().stream()
                .filter(entry -> entry.getKey().length() > text.length())
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Suggestion(Kind.TERM, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void addTerms(Terms terms, @Nullable Bits live, BytesRef prefix, Map<String, Long> frequencies)
            throws IOException {
        TermsEnum each = terms.iterator();
        if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return;
        }
        int seen = 0;
        BytesRef term = each.term();
        while (term != null && StringHelper.startsWith(term, prefix) && seen++ < LOOKED_AT) {
            long count = live == null ? each.docFreq() : count(each, live);
            if (count > 0) {
                frequencies.merge(Objects.requireNonNull(term).utf8ToString(), count, Long::sum);
            }
            term = each.next();
        }
    }

    /// In how many documents that are there for whoever asks.
    private static long count(TermsEnum term, Bits live) throws IOException {
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        long count = 0;
        for (int at = documents.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = documents.nextDoc()) {
            count += live.get(at) ? 1 : 0;
        }
        return count;
    }
}
