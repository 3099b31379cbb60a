package io.mingjian.web;

/// What became of a file that was handed in.
public sealed interface Outcome {
    /// The file's name as it was sent.
    String name();

    /// It is kept, now or since an earlier time.
    record Kept(String name, ListedReport report, boolean duplicate) implements Outcome {}

    /// It is not; `sentence` says why and what to do.
    record Refused(String name, String sentence, String code) implements Outcome {}
}
