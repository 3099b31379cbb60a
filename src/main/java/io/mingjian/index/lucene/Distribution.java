package io.mingjian.index.lucene;

import io.mingjian.index.SearchResult.Bar;
import io.mingjian.index.SearchResult.Histogram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.NumericUtils;

/// How a number is distributed over the reports that were collected.
final class Distribution {
    /// About how many bars there are.
    private static final int BARS = 12;

    private Distribution() {}

    static Histogram of(String number, FacetsCollector collected) throws IOException {
        double[] values = new double[64];
        int stated = 0;
        long all = 0;
        for (MatchingDocs matching : collected.getMatchingDocs()) {
            all += matching.totalHits();
            SortedNumericDocValues numbers =
                    DocValues.getSortedNumeric(matching.context().reader(), Fields.number(number));
            DocIdSetIterator documents = matching.bits().iterator();
            for (int document = documents == null ? DocIdSetIterator.NO_MORE_DOCS : documents.nextDoc();
                    document != DocIdSetIterator.NO_MORE_DOCS;
                    document = documents.nextDoc()) {
                if (numbers.advanceExact(document)) {
                    if (stated == values.length) {
                        values = Arrays.copyOf(values, stated * 2);
                    }
                    values[stated++] = NumericUtils.sortableLongToDouble(numbers.nextValue());
                }
            }
        }
        return histogram(number, Arrays.copyOf(values, stated), all - stated);
    }

    private static Histogram histogram(String number, double[] values, long missing) {
        if (values.length == 0) {
            return new Histogram(number, 0, missing, 0, 0, 0, List.of());
        }
        Arrays.sort(values);
        double least = values[0];
        double most = values[values.length - 1];
        double width = width((most - least) / BARS);
        double from = Math.floor(least / width) * width;
        List<Bar> bars = new ArrayList<>();
        int at = 0;
        for (int i = 0; at < values.length; i++) {
            double low = from + i * width;
            double high = from + (i + 1) * width;
            int begin = at;
            while (at < values.length && values[at] < high) {
                at++;
            }
            bars.add(new Bar(low, high, at - begin));
        }
        return new Histogram(
                number,
                values.length,
                missing,
                least,
                most,
                Arrays.stream(values).sum(),
                bars);
    }

    /// The next of 1, 2, 5, 10, 20, 50 … that is not less; never less than 1, since what is counted is whole.
    private static double width(double exact) {
        double power = 1;
        while (true) {
            for (int step : new int[] {1, 2, 5}) {
                if (step * power >= exact) {
                    return step * power;
                }
            }
            power *= 10;
        }
    }
}
