package io.mingjian;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import io.mingjian.language.Tokenizer;
import io.mingjian.language.Word;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// The core put together once for all tests of a run; it is safe to share.
public final class Cores {
    public static final ReportModel MODEL = ModelReader.read(ModelFiles.bundled("government-information-disclosure"));

    public static final Extractor EXTRACTOR = new Extractor(MODEL, new SourceReader(Limits.DEFAULTS), tokenizer());

    private Cores() {}

    private static Tokenizer tokenizer() {
        return (text, offset) -> IntStream.range(0, text.length())
                .filter(i -> !Character.isWhitespace(text.charAt(i)))
                .mapToObj(i -> new Word(text.substring(i, i + 1), "x", new Span(offset + i, offset + i + 1)))
                .toList();
    }

    /// A plain text through all stages.
    public static Extraction extract(String text) {
        try {
            Path file = Files.createTempFile("text", ".txt");
            try {
                Files.writeString(file, text);
                return EXTRACTOR.extract(new Upload("text.txt", "text/plain; charset=utf-8", file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
