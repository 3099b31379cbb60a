package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.problem.ProblemMessages;
import io.mingjian.service.supervision.Batches;
import io.mingjian.service.supervision.Batches.Readiness;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.Batch.State;
import io.mingjian.store.supervision.BatchFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Files sent together, looked at before they count.
///
/// @param state    `working` while files are read, kept or taken back, `open` while a person is asked, `discarded`
/// @param counts   how many files are `waiting`, `reading`, `read`, `failed`, `duplicate`, `confirmed`, `kept`,
///                 `undoing`, `undone`
/// @param underWay how many files wait for us
@Serdeable
public record BatchJson(
        long id,
        String name,
        String state,
        String at,
        String author,
        int files,
        int underWay,
        Map<String, Integer> counts) {
    public static BatchJson of(Batch batch) {
        Map<String, Integer> counts = new TreeMap<>();
        for (State state : State.values()) {
            counts.put(Parameters.lower(state), batch.count(state));
        }
        return new BatchJson(
                batch.sequence(),
                batch.name(),
                batch.discarded() ? "discarded" : batch.underWay() > 0 ? "working" : "open",
                batch.at().toString(),
                batch.act().author(),
                batch.files(),
                batch.underWay(),
                counts);
    }

    /// The newest batches first.
    @Serdeable
    record ListJson(List<BatchJson> items) {}

    /// A batch with what its files lack.
    ///
    /// @param readiness how many of the files that were read are `ready`, `skipped`, lack a unit (`no-unit`) or
    ///                  a year (`no-year`), are of one unit and year with another (`clash`), or of a unit beyond
    ///                  one's scope (`not-yours`)
    @Serdeable
    record WholeJson(BatchJson batch, Map<String, Integer> readiness) {
        static WholeJson of(Batch batch, Map<Readiness, Integer> readiness) {
            Map<String, Integer> counts = new TreeMap<>();
            for (Readiness one : Readiness.values()) {
                if (one != Readiness.ELSEWHERE) {
                    counts.put(word(one), readiness.getOrDefault(one, 0));
                }
            }
            return new WholeJson(BatchJson.of(batch), counts);
        }
    }

    private static String word(Readiness readiness) {
        return Parameters.lower(readiness).replace('_', '-');
    }

    /// A unit that a file may be of.
    @Serdeable
    record CandidateJson(String unit, String name, double score, boolean exact) {}

    /// A file of a batch.
    ///
    /// @param readiness  what it lacks; null where it was not read or is past that
    /// @param problem    the code of what went wrong, `sentence` says it in Chinese
    /// @param statedYear the year that the document states; `year` is the one that counts
    /// @param byHand     whether a person said whose it is
    /// @param present    the unit's report of that year, which the file would be the next version of
    /// @param twin       the place of an earlier file with the same bytes
    /// @param report     the report that it became, or that has the same bytes
    /// @param version    the version that it became
    /// @param before     the version that was current until then
    @Serdeable
    record FileJson(
            int place,
            String name,
            long bytes,
            String sha256,
            String state,
            @Nullable String readiness,
            @Nullable String problem,
            @Nullable String sentence,
            @Nullable String title,
            @Nullable String organization,
            @Nullable Integer statedYear,
            @Nullable String form,
            int errors,
            int inconsistencies,
            int warnings,
            @Nullable String unit,
            @Nullable Integer year,
            boolean byHand,
            boolean skipped,
            List<CandidateJson> candidates,
            @Nullable String present,
            @Nullable Integer twin,
            @Nullable String report,
            @Nullable Integer version,
            @Nullable Integer before) {
        static FileJson of(Batches.Item item) {
            BatchFile file = item.file();
            BatchFile.Seen seen = file.seen();
            BatchFile.Flaw flaw = file.flaw();
            BatchFile.Made made = file.kept();
            return new FileJson(
                    file.place(),
                    file.name(),
                    file.bytes(),
                    file.sha256(),
                    Parameters.lower(file.state()),
                    item.readiness() == Readiness.ELSEWHERE ? null : word(item.readiness()),
                    flaw == null ? null : flaw.code().code(),
                    flaw == null ? null : ProblemMessages.title(flaw.code()),
                    seen == null ? null : seen.title(),
                    seen == null ? null : seen.organization(),
                    seen == null ? null : seen.year(),
                    seen == null ? null : seen.form(),
                    seen == null ? 0 : seen.errors(),
                    seen == null ? 0 : seen.inconsistencies(),
                    seen == null ? 0 : seen.warnings(),
                    Objects.toString(file.belonging().unit(), null),
                    file.belonging().year(),
                    file.belonging().byHand(),
                    file.skipped(),
                    file.guesses().stream()
                            .map(guess ->
                                    new CandidateJson(guess.unit().value(), guess.name(), guess.score(), guess.exact()))
                            .toList(),
                    Objects.toString(file.present(), null),
                    file.twin(),
                    made == null ? null : made.report().value(),
                    made == null ? null : made.version(),
                    made == null ? null : made.before());
        }
    }

    /// Some files.
    ///
    /// @param next the cursor that gives the following ones, or null at the end
    @Serdeable
    record FilesJson(List<FileJson> items, @Nullable String next) {
        static FilesJson of(Batches.Page page) {
            return new FilesJson(page.items().stream().map(FileJson::of).toList(), Objects.toString(page.next(), null));
        }
    }

    /// What a person says of a file; what is left out stays as it is.
    ///
    /// @param unit empty for none
    @Serdeable
    record EditJson(
            @Nullable String unit,
            @Nullable Integer year,
            @Nullable Boolean skipped) {}

    /// Why something is done.
    @Serdeable
    record ReasonJson(@Nullable String reason) {}
}
