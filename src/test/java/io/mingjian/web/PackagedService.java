package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The service as a stranger starts it: the jar that was built, in a process of its own.
final class PackagedService {
    private static final Path JAR = Path.of("target/mingjian.jar");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:a-z]+");

    private PackagedService() {}

    /// Whether there is a jar, and it holds the program as it was compiled last, whenever that was: another run of
    /// Maven compiles the same anew.
    ///
    /// @throws IllegalStateException where there is none and `-Dtest.jar=needed` says that there must be
    static boolean isBuilt() {
        boolean built = Files.isRegularFile(JAR) && holdsAllClasses();
        if (!built && "needed".equals(System.getProperty("test.jar"))) {
            throw new IllegalStateException(JAR + " does not hold the classes as they are");
        }
        return built;
    }

    private static boolean holdsAllClasses() {
        try (ZipFile jar = new ZipFile(JAR.toFile());
                Stream<Path> classes = Files.walk(CLASSES)) {
            return classes.filter(Files::isRegularFile).allMatch(file -> holds(jar, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holds(ZipFile jar, Path file) {
        ZipEntry entry = jar.getEntry(CLASSES.relativize(file).toString().replace(File.separatorChar, '/'));
        try {
            CRC32 checksum = new CRC32();
            checksum.update(Files.readAllBytes(file));
            return entry != null && entry.getCrc() == checksum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A browser in front of the jar with a folder of its own.
    static OpenBrowser open(Path data, Map<String, String> environment) {
        try {
            Process service = run(environment, "serve", "--port=0", "--data=" + data);
            return new OpenBrowser(address(service), () -> {
                service.destroy();
                assertThat(service.waitFor()).isIn(0, 143);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts a command of the jar.
    static Process run(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xmx800m", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// What the service says when it is ready; from then on what it says is read and let go.
    private static String address(Process service) throws IOException {
        BufferedReader output = service.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread.ofVirtual().start(() -> drain(output));
                return address.group();
            }
        }
        throw new AssertionError("the service ended before it was ready");
    }

    private static void drain(BufferedReader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
