package io.mingjian.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/// Runs the benchmarks whose names match a regular expression and prints a table: median and 90th percentile of a
/// call in milliseconds, one thread, warm; and its ratio to the floor of the same class and the same parameters.
public final class Benchmarks {
    private Benchmarks() {}

    public static void main(String... arguments) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(arguments.length == 0 ? ".*" : arguments[0])
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .threads(1)
                .forks(1)
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .param("prose", MetricsBenchmark.available())
                .shouldFailOnError(true)
                .jvmArgsAppend("-Xmx1g", "--enable-native-access=ALL-UNNAMED")
                .build();
        List<Row> rows = new Runner(options).run().stream().map(Benchmarks::row).toList();
        System.out.println();
        System.out.println("| benchmark | on | p50 ms | p90 ms | × floor |");
        System.out.println("| --- | --- | ---: | ---: | ---: |");
        rows.forEach(row -> System.out.println(line(row, rows)));
    }

    private static Row row(RunResult result) {
        BenchmarkParams parameters = result.getParams();
        String[] name = parameters.getBenchmark().split("\\.");
        Collection<String> keys = parameters.getParamsKeys();
        String on = keys.stream().sorted().map(parameters::getParam).collect(Collectors.joining(", "));
        Statistics nanoseconds = result.getPrimaryResult().getStatistics();
        return new Row(
                name[name.length - 2],
                name[name.length - 1],
                on,
                nanoseconds.getPercentile(50) / 1e6,
                nanoseconds.getPercentile(90) / 1e6);
    }

    private static String line(Row row, List<Row> rows) {
        List<String> cells = new ArrayList<>();
        cells.add(row.type() + "." + row.method());
        cells.add(row.on());
        cells.add(String.format(Locale.ROOT, "%.3f", row.median()));
        cells.add(String.format(Locale.ROOT, "%.3f", row.high()));
        cells.add(rows.stream()
                .filter(other -> other.isFloorOf(row))
                .map(floor -> String.format(Locale.ROOT, "%.2f", row.median() / floor.median()))
                .collect(Collectors.joining(", ")));
        return "| " + String.join(" | ", cells) + " |";
    }

    /// One measured method; times are milliseconds a call.
    private record Row(String type, String method, String on, double median, double high) {
        boolean isFloorOf(Row other) {
            return type.equals(other.type)
                    && on.equals(other.on)
                    && method.startsWith("floor")
                    && !other.method.startsWith("floor");
        }
    }
}
