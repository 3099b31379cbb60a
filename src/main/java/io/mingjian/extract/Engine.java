package io.mingjian.extract;

import io.mingjian.model.ReportModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// What read a document: by one engine, the same bytes give the same extraction.
///
/// @param program SHA-256 over the classes that take part in reading, the first 16 hex digits of it
/// @param model   the model's fingerprint
public record Engine(String program, String model) {
    private static final int DIGITS = 16;

    /// The packages whose code decides what is found. A new page or a new table of the store reads nothing
    /// differently.
    private static final List<String> PACKAGES =
            List.of("text", "model", "ingest", "outline", "tables", "language", "metrics", "checks", "extract");

    /// This program with a model.
    public static Engine of(ReportModel model) {
        return new Engine(fingerprint(), model.fingerprint());
    }

    private static String fingerprint() {
        CodeSource source = Engine.class.getProtectionDomain().getCodeSource();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Path place = Path.of(source.getLocation().toURI());
            if (Files.isDirectory(place)) {
                digest(place, digest);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    digest(jar.getPath("/"), digest);
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot read itself", e);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a class comes from a place, and every JDK has SHA-256", e);
        }
    }

    private static void digest(Path classes, MessageDigest digest) throws IOException {
        String home = Engine.class.getPackageName().replace('.', '/');
        Path root = classes.resolve(home).getParent();
        if (root == null) {
            throw new IOException("no classes in " + classes);
        }
        for (String name : PACKAGES) {
            try (Stream<Path> files = Files.walk(root.resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    try (InputStream in = Files.newInputStream(file)) {
                        digest.update(in.readAllBytes());
                    }
                }
            }
        }
    }
}
