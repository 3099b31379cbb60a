package io.mingjian.ingest;

import java.io.Serializable;

/// What is asked of one page of a printed file, counted from 1.
sealed interface PageAsk extends Serializable {
    int number();

    /// Its picture.
    ///
    /// @param dpi    dots an inch, fewer where the picture would be larger than `pixels`
    /// @param pixels largest picture
    record Draw(int number, int dpi, int pixels) implements PageAsk {}

    /// Where its text stands.
    record Find(int number, String text) implements PageAsk {}
}
