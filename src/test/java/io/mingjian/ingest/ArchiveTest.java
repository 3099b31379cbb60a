package io.mingjian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.ingest.scan.Recognition;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Path SAMPLE = Path.of("corpus/documents/t14_slj2023_docx.docx");

    @TempDir
    private Path folder;

    @Test
    void readsNamesOfGbkAndUtf8WhateverTheArchiveSays() throws IOException {
        for (Charset charset : List.of(GBK, StandardCharsets.UTF_8)) {
            byte[] zip = zip(charset, false, "鼓楼区/水利局2023年报.txt", "甲", "报告.txt", "乙");
            assertThat(names(unpack(zip, 9))).containsExactly("鼓楼区/水利局2023年报.txt", "报告.txt");
        }
        byte[] flagged = zip(StandardCharsets.UTF_8, true, "水利局.txt", "甲");
        assertThat(names(unpack(flagged, 9))).containsExactly("水利局.txt");
    }

    @Test
    void leavesOutWhatComputersAddAndUnpacksArchivesWithin() throws IOException {
        byte[] inner = zip(GBK, false, "教育局.txt", "丙");
        byte[] zip = zip(
                StandardCharsets.UTF_8,
                true,
                "__MACOSX/._甲.txt",
                "x",
                "甲/.DS_Store",
                "x",
                "~$甲.docx",
                "x",
                "甲/Thumbs.db",
                "x",
                "区县/",
                "",
                "甲.txt",
                "甲",
                "区县/乙.zip",
                new String(inner, StandardCharsets.ISO_8859_1));
        List<Upload> files = unpack(zip, 9);
        assertThat(names(files)).containsExactly("甲.txt", "区县/乙.zip/教育局.txt");
        assertThat(Files.readString(files.getLast().file())).isEqualTo("丙");
    }

    @Test
    void takesAPackedDocumentForOneDocument() throws IOException {
        assertThat(Archive.isArchive(SAMPLE)).isFalse();
        assertThat(Archive.isArchive(Files.writeString(folder.resolve("a.txt"), "PK text")))
                .isFalse();
        assertThat(Archive.isArchive(Files.write(folder.resolve("a"), zip(GBK, false, "甲.txt", "甲"))))
                .isTrue();
    }

    @Test
    void takesAsMuchAsTheLimitsSayAndNoMore() throws IOException {
        byte[] three = zip(GBK, false, "1.txt", "甲", "2.txt", "乙", "3.txt", "丙");
        assertThat(unpack(three, 3)).hasSize(3);
        refused(() -> unpack(three, 2), ProblemCode.TOO_MANY_FILES, "mingjian.supervision.batch-files");
        assertThat(unpack(three, limits(3, 100), 9)).hasSize(3);
        refused(() -> unpack(three, limits(2, 100), 9), ProblemCode.TOO_LARGE, "mingjian.limits.archive-entries");
        byte[] bytes = zip(GBK, false, "1.txt", "12345", "2.txt", "12345");
        assertThat(unpack(bytes, limits(9, 10), 9)).hasSize(2);
        refused(() -> unpack(bytes, limits(9, 9), 9), ProblemCode.TOO_LARGE, "mingjian.limits.archive-bytes");
        byte[] bomb = zip(GBK, false, "1.txt", "0".repeat(40 << 20));
        refused(() -> unpack(bomb, limits(9, 1L << 30), 9), ProblemCode.TOO_LARGE, "mingjian.limits.archive-ratio");
    }

    private static void refused(
            org.assertj.core.api.ThrowableAssert.ThrowingCallable unpacking, ProblemCode code, String limit) {
        assertThatThrownBy(unpacking).isInstanceOfSatisfying(MingjianException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.limitName()).isEqualTo(limit);
        });
    }

    private static Limits limits(int entries, long bytes) {
        return new Limits(
                1000,
                1000,
                10,
                entries,
                bytes,
                200,
                2,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Recognition.OFF,
                Limits.Shape.DEFAULTS);
    }

    private List<Upload> unpack(byte[] zip, int files) throws IOException {
        return unpack(zip, Limits.DEFAULTS, files);
    }

    private List<Upload> unpack(byte[] zip, Limits limits, int files) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "archive", ".zip"), zip);
        List<Upload> unpacked = new ArrayList<>();
        new Archive(limits, files, "mingjian.supervision.batch-files")
                .unpack(new Upload("a.zip", null, file), unpacked, this::fresh);
        return unpacked;
    }

    private Path fresh() {
        try {
            return Files.createTempFile(folder, "unpacked", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(List<Upload> files) {
        return files.stream().map(Upload::name).toList();
    }

    /// @param pairs names and contents in turn, a content's characters as bytes of Latin-1 where it is no Chinese
    private static byte[] zip(Charset charset, boolean flag, String... pairs) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding(charset.name());
            zip.setUseLanguageEncodingFlag(flag);
            zip.setCreateUnicodeExtraFields(ZipArchiveOutputStream.UnicodeExtraFieldPolicy.NEVER);
            for (int i = 0; i < pairs.length; i += 2) {
                zip.putArchiveEntry(new ZipArchiveEntry(pairs[i]));
                String content = pairs[i + 1];
                boolean latin = content.chars().allMatch(c -> c < 256);
                zip.write(content.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
                zip.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
