package io.mingjian.ingest.scan;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The program that recognises characters. Each call is a process of its own; safe to share.
public final class Tesseract {
    /// Time to say which languages it knows.
    private static final Duration SHORT = Duration.ofSeconds(10);

    /// Its table's columns: what kind of row, whose place, how certain, and the text.
    private static final int KIND = 0;
    private static final int LINE = 4;
    private static final int PLACE = 6;
    private static final int CERTAINTY = 10;
    private static final int TEXT = 11;
    private static final String WORD = "5";

    private final Recognition recognition;

    public Tesseract(Recognition recognition) {
        this.recognition = recognition;
    }

    /// A word and its box, in pixels from the upper left.
    ///
    /// @param line      number of its line on the page
    /// @param certainty 0..1
    record Word(String text, int line, int left, int top, int width, int height, double certainty) {}

    /// Whether the program and the language's data are there.
    public boolean isInstalled() {
        try {
            String known = run(List.of("--list-langs"), SHORT, "mingjian.ocr.page-time");
            return List.of(recognition.language().split("\\+")).stream()
                    .allMatch(language -> known.lines().anyMatch(language::equals));
        } catch (IOException e) {
            return false;
        }
    }

    /// The words of a picture: one block of lines, since tables and columns show by their places.
    List<Word> read(Picture picture, int dpi) throws IOException {
        Path file = Files.createTempFile("mingjian", ".pgm");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                picture.writeTo(out);
            }
            String table = run(
                    List.of(
                            file.toString(),
                            "stdout",
                            "-l",
                            recognition.language(),
                            "--dpi",
                            Integer.toString(dpi),
                            "--psm",
                            "6",
                            "tsv"),
                    recognition.pageTime(),
                    "mingjian.ocr.page-time");
            return words(table);
        } finally {
            Files.delete(file);
        }
    }

    private static List<Word> words(String table) {
        List<Word> words = new ArrayList<>();
        int line = 0;
        for (String row : table.lines().toList()) {
            String[] columns = row.split("\t", -1);
            if (columns.length <= TEXT || columns[KIND].equals("level")) {
                continue;
            }
            if (!columns[KIND].equals(WORD)) {
                line += columns[KIND].equals(Integer.toString(LINE)) ? 1 : 0;
            } else if (!columns[TEXT].isBlank()) {
                words.add(new Word(
                        columns[TEXT].strip(),
                        line,
                        Integer.parseInt(columns[PLACE]),
                        Integer.parseInt(columns[PLACE + 1]),
                        Integer.parseInt(columns[PLACE + 2]),
                        Integer.parseInt(columns[PLACE + 3]),
                        Double.parseDouble(columns[CERTAINTY]) / 100));
            }
        }
        return words;
    }

    private String run(List<String> arguments, Duration time, String limit) throws IOException {
        List<String> command = new ArrayList<>(List.of(recognition.command()));
        command.addAll(arguments);
        Path out = Files.createTempFile("mingjian", ".tsv");
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            // Files are read beside each other already.
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            Process process = builder.redirectErrorStream(false)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(out.toFile())
                    .start();
            try {
                if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw MingjianException.limit(ProblemCode.PARSER_FAILED, limit, time.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } finally {
                process.destroyForcibly();
            }
            if (process.exitValue() != 0) {
                throw new IOException("recognition ended with " + process.exitValue());
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            Files.delete(out);
        }
    }
}
