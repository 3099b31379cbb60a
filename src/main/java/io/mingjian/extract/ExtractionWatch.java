package io.mingjian.extract;

import java.util.List;

/// Told what extractions do, by the thread that does it. Implementations are quick and safe to share between
/// threads.
public interface ExtractionWatch {
    /// Looks at nothing.
    ExtractionWatch NONE = new ExtractionWatch() {
        @Override
        public void took(Stage stage, long nanos) {}

        @Override
        public void made(Extraction extraction) {}
    };

    /// Several that are told one after the other.
    static ExtractionWatch of(List<ExtractionWatch> watches) {
        return new ExtractionWatch() {
            @Override
            public void took(Stage stage, long nanos) {
                watches.forEach(watch -> watch.took(stage, nanos));
            }

            @Override
            public void made(Extraction extraction) {
                watches.forEach(watch -> watch.made(extraction));
            }
        };
    }

    /// A stage ended, well or by an exception.
    void took(Stage stage, long nanos);

    void made(Extraction extraction);
}
