package io.mingjian.cli;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `mingjian prepare`: serves once on trial, has a report read, and keeps which classes that took as an AOT
/// cache of the JVM. The JVM itself sees to it that a cache of another jar or JDK, or a broken one, is passed
/// over.
@Command(name = "prepare", mixinStandardHelpOptions = true)
final class PrepareCommand implements Callable<Integer> {
    private static final Pattern ADDRESS = Pattern.compile("http://[0-9.:]+");
    private static final String BOUNDARY = "mingjian-trial";
    private static final int MEGABYTE = 1 << 20;
    private static final long LONGEST_SECONDS = 300;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private CommandSpec spec;

    @Option(names = "--jar", paramLabel = "FILE", descriptionKey = "jar")
    private Path jar = Path.of("target", "mingjian.jar");

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "out")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such file: " + jar);
        }
        Path cache = out == null ? jar.resolveSibling("mingjian.aot") : out;
        Path made = cache.resolveSibling(cache.getFileName() + ".new");
        Path data = Files.createTempDirectory("mingjian-trial");
        try {
            List<String> said = trial(made, data);
            if (!Files.isRegularFile(made)) {
                say("prepare.failed");
                said.forEach(spec.commandLine().getErr()::println);
                return ExitCode.SOFTWARE;
            }
            Files.move(made, cache, StandardCopyOption.REPLACE_EXISTING);
            say("prepare.done", cache, Files.size(cache) / MEGABYTE, jar);
            return ExitCode.OK;
        } finally {
            delete(data);
        }
    }

    /// @return what the trial said
    private List<String> trial(Path cache, Path data) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        Process process = new ProcessBuilder(
                        java,
                        "-XX:AOTCacheOutput=" + cache,
                        "-jar",
                        jar.toString(),
                        "serve",
                        "--port=0",
                        "--data=" + data)
                .redirectErrorStream(true)
                .start();
        CompletableFuture.delayedExecutor(LONGEST_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        try {
            List<String> said = new ArrayList<>();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    use(URI.create(address.group()));
                    // By its handle, which leaves open what the process still says.
                    process.toHandle().destroy();
                }
            }
            process.waitFor();
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            process.destroyForcibly();
        }
    }

    /// Has the samples read, searches, and opens the first page.
    private static void use(URI service) throws IOException {
        Properties samples = new Properties();
        try (InputStream list = resource("samples.properties")) {
            samples.load(list);
        }
        for (String name : samples.stringPropertyNames()) {
            try (InputStream sample = resource("samples/" + name)) {
                send(service.resolve("/api/v1/reports"), form(name, sample.readAllBytes()));
            }
        }
        send(service.resolve("/api/v1/search?q=2023"), null);
        send(service.resolve("/"), null);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(PrepareCommand.class.getResourceAsStream("/" + name), name);
    }

    private static byte[] form(String name, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    /// What is answered does not matter here.
    private static void send(URI address, byte @Nullable [] form) throws IOException {
        HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
        if (form != null) {
            request.setDoOutput(true);
            request.setRequestProperty("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            try (OutputStream to = request.getOutputStream()) {
                to.write(form);
            }
        }
        request.getResponseCode();
        request.disconnect();
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private void say(String key, Object... values) {
        spec.commandLine()
                .getOut()
                .println(MessageFormat.format(spec.resourceBundle().getString(key), values));
        spec.commandLine().getOut().flush();
    }
}
