package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.PageMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Reads a file of any supported format into a [SourceDocument]. Safe to share between threads.
public final class SourceReader {
    private final Limits limits;

    public SourceReader(Limits limits) {
        this.limits = limits;
    }

    public SourceDocument read(Upload upload) {
        try {
            byte[] bytes = Files.readAllBytes(upload.file());
            if (bytes.length > limits.uploadBytes()) {
                throw MingjianException.limit(
                        ProblemCode.TOO_LARGE, "mingjian.limits.upload-bytes", limits.uploadBytes());
            }
            CanonicalText text = CanonicalText.of(new String(bytes, StandardCharsets.UTF_8));
            List<Block> blocks = new ArrayList<>();
            Lines.of(text.value(), text.span()).forEach(line -> blocks.add(new Block.Paragraph(line)));
            return new SourceDocument(
                    upload.name(), "text/plain", "UTF-8", "", bytes.length, text, blocks, PageMap.NONE);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read the upload", e);
        }
    }
}
