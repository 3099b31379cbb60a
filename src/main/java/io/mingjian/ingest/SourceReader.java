package io.mingjian.ingest;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.Folding;
import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Reads a file of any supported format into a [SourceDocument]. Safe to share between threads.
public final class SourceReader {
    private final Limits limits;
    private final Parsing parsing;

    /// Reads in this JVM.
    public SourceReader(Limits limits) {
        this(limits, new FormatParsing(limits));
    }

    /// Reads text in this JVM and everything else in the children: what a stranger's file does to a parser, it
    /// does there. The children stay the caller's to close.
    public SourceReader(Limits limits, ParserChildren children) {
        this(limits, new ForkedParsing(limits, children));
    }

    private SourceReader(Limits limits, Parsing parsing) {
        this.limits = limits;
        this.parsing = parsing;
    }

    /// What is accepted of a file.
    public Limits limits() {
        return limits;
    }

    public SourceDocument read(Upload upload) {
        byte[] bytes = bytes(upload);
        Reading reading = parsing.read(upload, bytes);
        if (Folding.squash(reading.text()).isEmpty()) {
            throw new MingjianException(ProblemCode.EMPTY_DOCUMENT, "the file holds no characters");
        }
        return reading.document(upload.name(), sha256(bytes), bytes.length);
    }

    private byte[] bytes(Upload upload) {
        try {
            long size = Files.size(upload.file());
            if (size > limits.uploadBytes()) {
                throw MingjianException.limit(
                        ProblemCode.TOO_LARGE, "mingjian.limits.upload-bytes", limits.uploadBytes());
            }
            if (size == 0) {
                throw new MingjianException(ProblemCode.EMPTY_DOCUMENT, "the file holds no bytes");
            }
            return Files.readAllBytes(upload.file());
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read the upload", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
