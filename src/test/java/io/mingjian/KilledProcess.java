package io.mingjian;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A process of ours that says what was acknowledged, line by line, until it is killed.
public final class KilledProcess {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private KilledProcess() {}

    /// Lets it run until it has said so many lines and a few milliseconds have passed, and kills it.
    ///
    /// @param each hears every line that it said, of which the kill may have cut the last one
    public static void run(Class<?> main, List<String> arguments, int lines, int milliseconds, Consumer<String> each)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(JAVA.toString(), "-Xmx300m", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                each.accept(String.valueOf(output.readLine()));
            }
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            // Not by the process itself, which would close what it still has to say.
            process.toHandle().destroyForcibly();
            output.lines().forEach(each);
        } finally {
            process.destroyForcibly();
        }
    }
}
