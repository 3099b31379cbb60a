package io.mingjian.index.lucene;

import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// A view of the index in which whatever lies outside of some units is as if it had been deleted: for hits,
/// totals, facets, suggestions and everything that is asked in future.
///
/// It is closed by nobody: it holds nothing beside the reader that it looks at.
final class ScopedReader extends FilterDirectoryReader {
    private final Set<UnitId> units;

    private ScopedReader(DirectoryReader all, Set<UnitId> units) throws IOException {
        super(all, new Narrowing(units));
        this.units = units;
    }

    /// The searcher of what is within the scope.
    static IndexSearcher searcher(IndexSearcher all, Scope scope) throws IOException {
        return switch (scope) {
            case Scope.All everything -> all;
            case Scope.Units own ->
                new IndexSearcher(new ScopedReader((DirectoryReader) all.getIndexReader(), own.units()));
        };
    }

    @Override
    protected DirectoryReader doWrapDirectoryReader(DirectoryReader all) throws IOException {
        return new ScopedReader(all, units);
    }

    /// What is remembered of the whole index is not true of this view.
    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }

    private static final class Narrowing extends SubReaderWrapper {
        private final Set<UnitId> units;

        Narrowing(Set<UnitId> units) {
            this.units = units;
        }

        @Override
        public LeafReader wrap(LeafReader reader) {
            try {
                return new Part(reader, visible(reader));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private FixedBitSet visible(LeafReader reader) throws IOException {
            FixedBitSet visible = new FixedBitSet(reader.maxDoc());
            Bits live = reader.getLiveDocs();
            for (UnitId unit : units) {
                PostingsEnum documents = reader.postings(new Term(Fields.WITHIN, unit.value()), PostingsEnum.NONE);
                for (int at = documents == null ? DocIdSetIterator.NO_MORE_DOCS : documents.nextDoc();
                        at != DocIdSetIterator.NO_MORE_DOCS;
                        at = documents.nextDoc()) {
                    if (live == null || live.get(at)) {
                        visible.set(at);
                    }
                }
            }
            return visible;
        }
    }

    /// One segment with what is visible of it.
    private static final class Part extends FilterLeafReader {
        private final FixedBitSet visible;
        private final int count;

        Part(LeafReader reader, FixedBitSet visible) {
            super(reader);
            this.visible = visible;
            this.count = visible.cardinality();
        }

        @Override
        public Bits getLiveDocs() {
            return visible;
        }

        @Override
        public int numDocs() {
            return count;
        }

        /// What is remembered of a segment's terms holds whatever is visible of it.
        @Override
        public @Nullable CacheHelper getCoreCacheHelper() {
            return in.getCoreCacheHelper();
        }

        @Override
        public @Nullable CacheHelper getReaderCacheHelper() {
            return null;
        }
    }
}
