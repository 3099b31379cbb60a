package io.mingjian;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.PageMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// What many tests start from: the model of the project, documents made of text, the shared corpus.
public final class Fixtures {
    /// The model as it stands in the project.
    public static final ReportModel MODEL =
            ModelReader.read(ModelFiles.in(Path.of("models/government-information-disclosure")));

    private static final Path SHARED = Path.of("../shared/corpus");

    private Fixtures() {}

    /// A plain text as the reader would hand it on: a paragraph a line.
    public static SourceDocument document(String text) {
        CanonicalText canonical = CanonicalText.of(text);
        List<Block> blocks = new ArrayList<>();
        Lines.of(canonical.value(), canonical.span()).forEach(line -> blocks.add(new Block.Paragraph(line)));
        return new SourceDocument(
                "test.txt", "text/plain", "UTF-8", "0", text.length(), canonical, blocks, PageMap.NONE);
    }

    /// A file of the shared corpus; the test is skipped where it is not there.
    public static Path shared(String name) {
        Path file = SHARED.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not on this machine");
        return file;
    }

    /// The text of a file of the shared corpus in UTF-8, with `\n` line ends.
    public static String sharedText(String name) {
        try {
            return Files.readString(shared(name)).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
