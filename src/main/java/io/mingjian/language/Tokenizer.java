package io.mingjian.language;

import java.util.List;

/// Cuts text into words. Implementations are safe to share between threads and answer the same for the same text.
public interface Tokenizer {
    /// The words of the text in order, white space left out; spans count from `offset`, the place of the text's
    /// first character.
    List<Word> words(String text, int offset);
}
