package io.mingjian.service;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Counts failed attempts to sign in. Safe to share between threads: `this` guards the counts.
///
/// Most are counted by name and address together, so that nobody elsewhere shuts a clerk out by guessing; far
/// more are counted by name alone and by address alone, so that guessing from many places, or of many names,
/// ends too. Time is measured, not read from a clock: who sets the clock back locks nobody out.
final class AttemptLimit {
    private static final int BY_NAME = 10;
    private static final int BY_ADDRESS = 20;

    /// What is counted at most; what was longest ago is forgotten first.
    private static final int LARGEST = 50_000;

    private final int attempts;
    private final Duration pause;
    private final LongSupplier nanos;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    AttemptLimit(int attempts, Duration pause, LongSupplier nanos) {
        this.attempts = attempts;
        this.pause = pause;
        this.nanos = nanos;
    }

    /// @param last when it last failed, in nanoseconds since whenever
    private record Failures(int count, long last) {}

    /// Something that is counted, and how often it may fail.
    private record Counted(String key, int limit) {}

    private List<Counted> counted(String name, String address) {
        return List.of(
                new Counted(name + "\n" + address, attempts),
                new Counted(name + "\n", attempts * BY_NAME),
                new Counted("\n" + address, attempts * BY_ADDRESS));
    }

    /// Whether another attempt may be made now.
    synchronized boolean allows(String name, String address) {
        return counted(name, address).stream().allMatch(counted -> count(counted.key()) < counted.limit());
    }

    private int count(String key) {
        Failures found = failures.get(key);
        return found == null || nanos.getAsLong() - found.last() > pause.toNanos() ? 0 : found.count();
    }

    synchronized void failed(String name, String address) {
        for (Counted counted : counted(name, address)) {
            int count = count(counted.key());
            failures.remove(counted.key());
            failures.put(counted.key(), new Failures(count + 1, nanos.getAsLong()));
        }
        while (failures.size() > LARGEST) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    synchronized void succeeded(String name, String address) {
        failures.remove(name + "\n" + address);
    }
}
