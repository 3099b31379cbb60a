package io.mingjian.extract;

/// Told what extractions do, by the thread that does it. Implementations are quick and safe to share between threads.
public interface ExtractionWatch {
    /// Looks at nothing.
    ExtractionWatch NONE = new ExtractionWatch() {
        @Override
        public void took(Stage stage, long nanos) {}

        @Override
        public void made(Extraction extraction) {}
    };

    /// A stage ended, well or by an exception.
    void took(Stage stage, long nanos);

    void made(Extraction extraction);
}
