package io.mingjian.language;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;
import java.util.List;

/// Chinese in Latin letters.
public final class Romanization {
    private Romanization() {}

    /// Pinyin without tones and blanks, in lower-case letters and digits; what has none is left out.
    public static String of(String text) {
        StringBuilder letters = new StringBuilder();
        List<Pinyin> syllables = HanLP.convertToPinyinList(text);
        for (int i = 0; i < text.length(); i++) {
            Pinyin syllable = i < syllables.size() ? syllables.get(i) : Pinyin.none5;
            if (syllable != Pinyin.none5) {
                letters.append(syllable.getPinyinWithoutTone());
            } else if (isPlain(text.charAt(i))) {
                letters.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return letters.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
