package io.mingjian.index.lucene;

import io.mingjian.text.Folding;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;

/// The two readings of a text: its words, and its characters with their pairs. Both read the folded text, whose
/// characters stand where the original's stand.
final class ReportAnalyzer extends Analyzer {
    /// Names the readings; another name means that the index must be made anew.
    static final String NAME = "smartcn+pairs+runs";

    private final Reading reading;

    /// Which of the two.
    enum Reading {
        WORDS,
        PAIRS
    }

    ReportAnalyzer(Reading reading) {
        this.reading = reading;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        return switch (reading) {
            case WORDS -> {
                // SmartChineseAnalyzer without its English stemmer.
                Tokenizer words = new HMMChineseTokenizer();
                yield new TokenStreamComponents(
                        words, new StopFilter(new LowerCaseFilter(words), SmartChineseAnalyzer.getDefaultStopSet()));
            }
            case PAIRS -> new TokenStreamComponents(new CharacterPairTokenizer());
        };
    }

    @Override
    protected Reader initReader(String fieldName, Reader reader) {
        Reader folded = new FoldingReader(reader);
        // In pairs, the commas can be looked for, and [Runs] reads the number.
        return reading == Reading.WORDS ? new JoinedThousands(folded) : folded;
    }

    /// The character as both readings read it: width, script and the many brackets around years aside.
    static char fold(char c) {
        return switch (c) {
            case '〔', '［', '[', '【' -> '(';
            case '〕', '］', ']', '】' -> ')';
            default -> Folding.fold(c);
        };
    }

    /// Folds character by character, which leaves every offset as it is.
    private static final class FoldingReader extends CharFilter {
        FoldingReader(Reader reader) {
            super(reader);
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int read = input.read(buffer, from, length);
            for (int i = from; i < from + read; i++) {
                buffer[i] = ReportAnalyzer.fold(buffer[i]);
            }
            return read;
        }

        @Override
        protected int correct(int offset) {
            return offset;
        }
    }
}
