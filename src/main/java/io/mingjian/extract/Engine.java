package io.mingjian.extract;

import io.mingjian.model.ReportModel;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// What read a document: by one engine, the same bytes give the same extraction.
///
/// @param program SHA-256 over names and checksums of the classes that take part in reading, the first 16 hex digits
///                of it
/// @param model   the model's fingerprint
public record Engine(String program, String model) {
    private static final int DIGITS = 16;

    /// The packages whose code decides what is found. A new page or a new table of the store reads nothing
    /// differently.
    private static final List<String> ROOTS = Stream.of(
                    "text", "model", "ingest", "outline", "tables", "language", "metrics", "checks", "extract")
            .map(name -> "io/mingjian/" + name + "/")
            .toList();

    /// This program with a model.
    public static Engine of(ReportModel model) {
        return new Engine(fingerprint(), model.fingerprint());
    }

    private static String fingerprint() {
        CodeSource source = Engine.class.getProtectionDomain().getCodeSource();
        try {
            Path place = Path.of(source.getLocation().toURI());
            return fingerprint(Files.isDirectory(place) ? inFolder(place) : inJar(place));
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot read itself", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class comes from a place", e);
        }
    }

    private static String fingerprint(SortedMap<String, Long> checksums) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            checksums.forEach(
                    (name, checksum) -> digest.update((name + " " + checksum + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The CRC-32 of each file that takes part, by its path.
    static SortedMap<String, Long> inFolder(Path classes) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        for (String root : ROOTS) {
            try (Stream<Path> files = Files.walk(classes.resolve(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    CRC32 checksum = new CRC32();
                    checksum.update(Files.readAllBytes(file));
                    String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                    checksums.put(name, checksum.getValue());
                }
            }
        }
        return checksums;
    }

    /// The same of a jar, whose table of contents tells them: nothing is read but that.
    static SortedMap<String, Long> inJar(Path jar) throws IOException {
        SortedMap<String, Long> checksums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory()
                            && ROOTS.stream().anyMatch(root -> entry.getName().startsWith(root)))
                    .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
        }
        return checksums;
    }
}
