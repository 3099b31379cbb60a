package io.mingjian.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.tika.exception.TikaConfigException;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;

/// JVMs of their own, with their own memory, in which files are parsed: Tika's pipes, with our parser inside. A
/// child starts with its first file, serves many, and is replaced when it dies. Safe to share; close it to end
/// the children.
public final class ParserChildren implements AutoCloseable {
    private final Path folder;
    private final PipesParser pipes;
    private final Sizes sizes;
    private final AtomicInteger parsing = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    /// How many children there are and what each may use.
    ///
    /// @param count     children, and so files parsed at once
    /// @param heapBytes memory of each
    /// @param files     files after which a child is replaced
    /// @param parseTime longest time for one file
    /// @param waitTime  time to wait for a free child
    public record Sizes(int count, long heapBytes, int files, Duration parseTime, Duration waitTime) {
        public static final Sizes DEFAULTS =
                new Sizes(2, 512L << 20, 1_000, Limits.DEFAULTS.parseTime(), Duration.ofSeconds(30));
    }

    public ParserChildren(Sizes sizes) {
        this(sizes, ChildParser.class);
    }

    ParserChildren(Sizes sizes, Class<?> parser) {
        this.sizes = sizes;
        try {
            folder = Files.createTempDirectory("mingjian-parsers");
            Path config = folder.resolve("tika.xml");
            Files.writeString(config, configuration(parser));
            PipesConfig settings = PipesConfig.load(config);
            settings.setTikaConfig(config);
            settings.setNumClients(sizes.count());
            settings.setJavaPath(ProcessHandle.current().info().command().orElse("java"));
            settings.setForkedJvmArgs(
                    List.of("-Xmx" + (sizes.heapBytes() >> 20) + "m", "-Xss2m", "-Djava.awt.headless=true"));
            // A second later than the child's own watch, which knows why it ends it.
            settings.setTimeoutMillis(sizes.parseTime().toMillis() + 1_000);
            settings.setMaxFilesProcessedPerProcess(sizes.files());
            settings.setMaxWaitForClientMillis(sizes.waitTime().toMillis());
            settings.setMaxForEmitBatchBytes(-1);
            settings.setSleepOnStartupTimeoutMillis(1_000);
            pipes = new PipesParser(settings);
        } catch (IOException e) {
            throw new UncheckedIOException("the parsers' configuration cannot be written", e);
        } catch (TikaConfigException e) {
            throw new IllegalStateException("the parsers' configuration is wrong", e);
        }
    }

    /// Only our parser, which looks at the bytes itself: no detector runs twice, no parser that starts a program
    /// exists.
    private static String configuration(Class<?> parser) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><properties>"
                + "<detectors><detector class=\"org.apache.tika.detect.EmptyDetector\"/></detectors>"
                + "<parsers><parser class=\"" + parser.getName() + "\"/></parsers>"
                + "<fetchers><fetcher class=\"org.apache.tika.pipes.fetcher.fs.FileSystemFetcher\"><params>"
                + "<name>" + ChildCalls.FETCHER + "</name><allowAbsolutePaths>true</allowAbsolutePaths>"
                + "</params></fetcher></fetchers>"
                + "<pipes><params><numClients>1</numClients></params></pipes></properties>";
    }

    Sizes sizes() {
        return sizes;
    }

    /// What the children do and did.
    ///
    /// @param parsing files that are with a child, or wait for one
    /// @param lost    children that died over a file, since the start
    public record State(int parsing, int lost) {}

    public State state() {
        return new State(parsing.get(), lost.get());
    }

    /// Where a child may leave word of why it ended; there is no such file yet.
    Path newNote() {
        return folder.resolve(UUID.randomUUID() + ".note");
    }

    PipesResult parse(FetchEmitTuple task) throws IOException, InterruptedException, PipesException {
        parsing.incrementAndGet();
        try {
            PipesResult result = pipes.parse(task);
            switch (result.getStatus()) {
                case TIMEOUT, OOM, UNSPECIFIED_CRASH -> lost.incrementAndGet();
                default -> {}
            }
            return result;
        } finally {
            parsing.decrementAndGet();
        }
    }

    @Override
    public void close() {
        try {
            pipes.close();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the parsers did not end", e);
        }
    }
}
