package io.mingjian.language;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// HanLP's dictionary segmenter with a domain lexicon of its own.
///
/// The dictionaries are loaded when it is made. Afterwards nothing of it changes, so threads may share it, and two
/// tokenizers with different lexicons do not see each other's words.
public final class HanLpTokenizer implements Tokenizer {
    /// HanLP builds a word net over what it is given; this bounds its size.
    private static final int LONGEST_PIECE = 512;

    private static final String ENDS = "。;!?\n";

    private final Segment segment;

    /// @param lexicon lines `word tag frequency` (the frequency may be left out), as a model's lexicon has them
    public HanLpTokenizer(List<String> lexicon) {
        SortedMap<String, CoreDictionary.Attribute> entries = new TreeMap<>();
        lexicon.forEach(line -> enter(line, entries));
        this.segment = new ViterbiSegment()
                .enableNameRecognize(false)
                .enableTranslatedNameRecognize(false)
                .enableJapaneseNameRecognize(false)
                .enableOffset(true);
        if (entries.isEmpty()) {
            segment.enableCustomDictionary(false);
        } else {
            segment.enableCustomDictionary(dictionary(entries)).enableCustomDictionaryForcing(true);
        }
        // the core dictionaries load with the first sentence
        words(lexicon.isEmpty() ? "0" : lexicon.getFirst(), 0);
    }

    private static void enter(String line, SortedMap<String, CoreDictionary.Attribute> entries) {
        String[] fields = line.split("\\s+");
        String tag = fields.length > 1 ? fields[1] : "n";
        String frequency = fields.length > 2 ? fields[2] : "1000";
        entries.put(fields[0], CoreDictionary.Attribute.create(tag + " " + frequency));
    }

    /// A dictionary of these words alone; the constructor that takes a path would write a cache beside the file.
    private static DynamicCustomDictionary dictionary(SortedMap<String, CoreDictionary.Attribute> entries) {
        DoubleArrayTrie<CoreDictionary.Attribute> trie = new DoubleArrayTrie<>();
        trie.build(new TreeMap<>(entries));
        return new DynamicCustomDictionary(trie, null, null);
    }

    @Override
    public List<Word> words(String text, int offset) {
        List<Word> words = new ArrayList<>(text.length() / 2 + 1);
        int start = 0;
        while (start < text.length()) {
            int end = pieceEnd(text, start);
            piece(text.substring(start, end), offset + start, words);
            start = end;
        }
        return words;
    }

    private void piece(String text, int offset, List<Word> into) {
        for (Term term : segment.seg(text)) {
            if (!isBlank(term.word)) {
                int start = offset + term.offset;
                into.add(new Word(term.word, term.nature.toString(), new Span(start, start + term.word.length())));
            }
        }
    }

    private static int pieceEnd(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_PIECE);
        for (int i = start; i < limit; i++) {
            if (ENDS.indexOf(Folding.fold(text.charAt(i))) >= 0) {
                return i + 1;
            }
        }
        boolean splitsPair = limit < text.length() && Character.isLowSurrogate(text.charAt(limit));
        return splitsPair ? limit - 1 : limit;
    }

    private static boolean isBlank(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!Folding.isSpace(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
