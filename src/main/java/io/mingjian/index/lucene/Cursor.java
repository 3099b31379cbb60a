package io.mingjian.index.lucene;

import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Order;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.util.BytesRef;

/// Where a page ended: the value that hits are ordered by, and the report. Reports that come or go in between move
/// nothing twice into sight.
final class Cursor {
    private Cursor() {}

    /// The order of hits; the report's id decides between equals, so that it is the same each time.
    static Sort sort(Order order) {
        String number = order.number();
        SortField first;
        if (number == null) {
            first = SortField.FIELD_SCORE;
        } else {
            double last = order.descending() ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            first = DoubleField.newSortField(
                    Fields.number(number),
                    order.descending(),
                    order.descending() ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN,
                    last);
        }
        return new Sort(first, KeywordField.newSortField(Fields.REPORT, false, SortedSetSelector.Type.MIN));
    }

    static String write(SearchRequest request, FieldDoc last) {
        Object value = last.fields[0];
        String id = ((BytesRef) last.fields[1]).utf8ToString();
        String plain = hash(request) + " " + value + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws MingjianException `BAD_REQUEST` where it is no cursor, or one of another query
    static FieldDoc read(SearchRequest request, String cursor, int documents) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
            if (parts.length == 3 && parts[0].equals(hash(request))) {
                Object value = request.order().number() == null
                        ? (Object) Float.valueOf(parts[1])
                        : (Object) Double.valueOf(parts[1]);
                return new FieldDoc(Math.max(0, documents - 1), 0, new Object[] {value, new BytesRef(parts[2])});
            }
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "the cursor cannot be read", e);
        }
        throw new MingjianException(ProblemCode.BAD_REQUEST, "the cursor belongs to another query");
    }

    private static String hash(SearchRequest request) {
        return Integer.toHexString((request.query().toString() + request.filters() + request.order()).hashCode());
    }
}
