package io.mingjian.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The service as a stranger starts it: the jar that was built, in a process of its own.
final class PackagedService {
    private static final Path JAR = Path.of("target/mingjian.jar");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:a-z]+");

    private PackagedService() {}

    /// Whether there is a jar, and it holds the program as it was compiled last.
    static boolean isBuilt() {
        if (!Files.isRegularFile(JAR)) {
            return false;
        }
        try (Stream<Path> classes = Files.walk(CLASSES)) {
            FileTime newest = classes.filter(Files::isRegularFile)
                    .map(PackagedService::written)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return written(JAR).compareTo(newest) >= 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
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
