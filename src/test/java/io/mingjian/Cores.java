package io.mingjian;

import io.micronaut.context.ApplicationContext;
import io.mingjian.cli.Launcher;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.Upload;
import io.mingjian.model.ReportModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The core put together once for all tests of a run; it is safe to share.
public final class Cores {
    public static final Launcher.Parts PARTS = Wiring.parts(null, Limits.DEFAULTS);

    public static final ReportModel MODEL = PARTS.model();

    public static final Extractor EXTRACTOR = PARTS.extractor();

    private Cores() {}

    /// The core as a batch has it: with these settings, and parsers in processes of their own.
    public static Launcher.GuardedParts guarded(Map<String, Object> settings) {
        ApplicationContext context = ApplicationContext.run(settings);
        Launcher.Parts parts = context.getBean(Launcher.Parts.class);
        return new Launcher.GuardedParts() {
            @Override
            public Launcher.Parts parts() {
                return parts;
            }

            @Override
            public void close() {
                context.close();
            }
        };
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
