package io.mingjian.index.lucene;

import io.mingjian.index.SearchResult.FacetCount;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.util.BitSet;

/// Counts the values of a field over what was collected: segment by segment, so that nothing has to be prepared
/// when the index has changed.
final class FacetCounter {
    /// How many values of a facet are counted out.
    private static final int VALUES = 20;

    private FacetCounter() {}

    /// How many documents have each value, the most frequent first.
    static List<FacetCount> count(String field, FacetsCollector collected) throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (MatchingDocs matching : collected.getMatchingDocs()) {
            SortedSetDocValues values =
                    DocValues.getSortedSet(matching.context().reader(), field);
            DocIdSetIterator documents = matching.bits().iterator();
            if (values.getValueCount() == 0 || documents == null) {
                continue;
            }
            long[] found = new long[Math.toIntExact(values.getValueCount())];
            for (int document = documents.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = documents.nextDoc()) {
                if (values.advanceExact(document)) {
                    for (int i = 0; i < values.docValueCount(); i++) {
                        found[(int) values.nextOrd()]++;
                    }
                }
            }
            add(values, found, counts);
        }
        return best(counts);
    }

    /// How many reports have a section of each kind among the sections that were collected.
    static List<FacetCount> countReports(String field, FacetsCollector sections, BitSetProducer parents)
            throws IOException {
        Map<String, Long> counts = new HashMap<>();
        for (MatchingDocs matching : sections.getMatchingDocs()) {
            SortedSetDocValues values =
                    DocValues.getSortedSet(matching.context().reader(), field);
            BitSet reports = parents.getBitSet(matching.context());
            DocIdSetIterator documents = matching.bits().iterator();
            if (values.getValueCount() == 0 || documents == null || reports == null) {
                continue;
            }
            long[] found = new long[Math.toIntExact(values.getValueCount())];
            int[] last = new int[found.length];
            for (int document = documents.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = documents.nextDoc()) {
                if (values.advanceExact(document)) {
                    int value = (int) values.nextOrd();
                    int report = reports.nextSetBit(document);
                    // The sections of a report stand together: one of each kind counts. No report is document 0.
                    found[value] += report == last[value] ? 0 : 1;
                    last[value] = report;
                }
            }
            add(values, found, counts);
        }
        return best(counts);
    }

    private static void add(SortedSetDocValues values, long[] found, Map<String, Long> counts) throws IOException {
        for (int ord = 0; ord < found.length; ord++) {
            if (found[ord] > 0) {
                counts.merge(values.lookupOrd(ord).utf8ToString(), found[ord], Long::sum);
            }
        }
    }

    private static List<FacetCount> best(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .limit(VALUES)
                .toList();
    }
}
