package io.mingjian.index.lucene;

import java.io.CharArrayReader;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.charfilter.BaseCharFilter;
import org.jspecify.annotations.Nullable;

/// Leaves out the commas of thousands: smartcn would make two numbers of 9,860, and find it for 860. Offsets are
/// those of the text with them.
final class JoinedThousands extends BaseCharFilter {
    private @Nullable Reader joined;

    JoinedThousands(Reader in) {
        super(in);
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        if (joined == null) {
            joined = join();
        }
        return joined.read(buffer, from, length);
    }

    private Reader join() throws IOException {
        CharArrayWriter all = new CharArrayWriter();
        input.transferTo(all);
        char[] text = all.toCharArray();
        int kept = 0;
        for (int at = 0; at < text.length; ) {
            int end = Math.max(Runs.end(text, at, text.length), at + 1);
            for (; at < end; at++) {
                if (text[at] != ',' || end - at == 1) {
                    text[kept++] = text[at];
                } else {
                    addOffCorrectMap(kept, at + 1 - kept);
                }
            }
        }
        return new CharArrayReader(text, 0, kept);
    }
}
