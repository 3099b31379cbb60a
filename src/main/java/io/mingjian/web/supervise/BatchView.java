package io.mingjian.web.supervise;

import io.mingjian.problem.ProblemCode;
import io.mingjian.service.supervision.Batches;
import io.mingjian.service.supervision.Batches.Readiness;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.Batch.State;
import io.mingjian.store.supervision.BatchFile;
import io.mingjian.web.DropView;
import io.mingjian.web.ListedReport;
import io.mingjian.web.ReportAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A batch and some of its files.
///
/// @param end     where a follower begins: the last turn that is shown
/// @param shown   which files are
/// @param counts  how many files each choice of [Shown] has
/// @param ready   how many files can be confirmed
/// @param next    where further files are, or null
/// @param undoes  whether the reader may take back what was kept
/// @param said    what has just been done, as a key of the words, or null
public record BatchView(
        Head head,
        String end,
        Shown shown,
        List<Count> counts,
        int ready,
        List<Row> rows,
        @Nullable String next,
        boolean undoes,
        @Nullable String said) {
    /// Files of a page.
    static final int ROWS = 50;

    /// Units that a file may be of which are offered; the others are found by name.
    private static final int OFFERED = 5;

    public BatchView {
        counts = List.copyOf(counts);
        rows = List.copyOf(rows);
    }

    /// Which files are shown.
    public enum Shown {
        ALL,
        /// Somebody has to say something of them.
        OPEN,
        READY,
        SKIPPED,
        FAILED,
        DUPLICATE,
        KEPT,
        UNDONE;

        boolean takes(Batches.Item item) {
            State state = item.file().state();
            return switch (this) {
                case ALL -> true;
                case OPEN ->
                    state == State.READ && item.readiness() != Readiness.READY && item.readiness() != Readiness.SKIPPED;
                case READY -> item.readiness() == Readiness.READY;
                case SKIPPED -> item.readiness() == Readiness.SKIPPED;
                case FAILED -> state == State.FAILED;
                case DUPLICATE -> state == State.DUPLICATE;
                case KEPT -> state == State.KEPT;
                case UNDONE -> state == State.UNDONE;
            };
        }
    }

    /// A batch on one line.
    public record Head(
            long id,
            String name,
            String at,
            String author,
            int files,
            int underWay,
            int read,
            int failed,
            int duplicate,
            int kept,
            int undone,
            boolean discarded) {
        static Head of(Batch batch) {
            return new Head(
                    batch.sequence(),
                    batch.name(),
                    ListedReport.time(batch.at()),
                    batch.act().author(),
                    batch.files(),
                    batch.underWay(),
                    batch.count(State.READ),
                    batch.count(State.FAILED),
                    batch.count(State.DUPLICATE),
                    batch.count(State.KEPT),
                    batch.count(State.UNDONE),
                    batch.discarded());
        }

        public String path() {
            return BatchPageController.PATH + "/" + id;
        }

        /// How many files do not wait for us.
        public int done() {
            return files - underWay;
        }
    }

    /// How many files one choice has.
    public record Count(Shown shown, int count, String href) {}

    /// A unit that can be chosen.
    ///
    /// @param percent how sure that is, or null where a person chose it
    public record Option(String unit, String name, @Nullable Integer percent, boolean chosen) {}

    /// A file on its line.
    ///
    /// @param state    in lower case, as the interface calls it
    /// @param lacks    what it lacks, or null
    /// @param problem  the code of what went wrong, or null
    /// @param editable whether a person can still say whose it is
    /// @param options  the units to choose from, the likeliest first
    /// @param report   the report that it became or is a copy of, or null
    /// @param present  the report that it would be the next version of, or null
    public record Row(
            int place,
            String name,
            String state,
            @Nullable Readiness lacks,
            @Nullable ProblemCode problem,
            BatchFile.@Nullable Seen seen,
            boolean editable,
            boolean skipped,
            @Nullable Integer year,
            List<Option> options,
            @Nullable Integer twin,
            @Nullable String report,
            @Nullable Integer version,
            @Nullable String present) {
        public Row {
            options = List.copyOf(options);
        }

        /// @param names what a unit is called, with those above it
        static Row of(Batches.Item item, Function<String, String> names) {
            BatchFile file = item.file();
            BatchFile.Flaw flaw = file.flaw();
            BatchFile.Made made = file.kept();
            return new Row(
                    file.place(),
                    file.name(),
                    file.state().name().toLowerCase(java.util.Locale.ROOT),
                    item.readiness() == Readiness.ELSEWHERE ? null : item.readiness(),
                    flaw == null ? null : flaw.code(),
                    file.seen(),
                    file.state() == State.READ,
                    file.skipped(),
                    file.belonging().year(),
                    options(file, names),
                    file.twin(),
                    made == null ? null : ReportAddress.of(made.report()),
                    made == null ? null : made.version(),
                    file.present() == null ? null : ReportAddress.of(file.present()));
        }

        private static List<Option> options(BatchFile file, Function<String, String> names) {
            String chosen = Objects.toString(file.belonging().unit(), "");
            List<Option> options = new ArrayList<>();
            for (BatchFile.Guess guess : file.guesses()) {
                String unit = guess.unit().value();
                if (options.size() < OFFERED || unit.equals(chosen)) {
                    options.add(new Option(
                            unit, names.apply(unit), (int) Math.round(100 * guess.score()), unit.equals(chosen)));
                }
            }
            if (!chosen.isEmpty() && options.stream().noneMatch(Option::chosen)) {
                options.addFirst(new Option(chosen, names.apply(chosen), null, true));
            }
            return options;
        }
    }

    /// All batches of a reader.
    ///
    public record ListView(List<Head> batches, DropView drop, boolean hasUnits) {
        public ListView {
            batches = List.copyOf(batches);
        }
    }

    /// A unit to be chosen for a file by its name.
    public record ChooseView(Head head, Row row, String query, List<Option> found) {
        public ChooseView {
            found = List.copyOf(found);
        }
    }
}
