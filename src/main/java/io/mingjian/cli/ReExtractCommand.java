package io.mingjian.cli;

import io.mingjian.service.Caller;
import io.mingjian.service.Difference;
import io.mingjian.service.Jobs;
import io.mingjian.service.Jobs.Changed;
import io.mingjian.store.Job;
import io.mingjian.store.UnitId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian re-extract`: reads kept reports anew with this program, and says what changed. What was begun and not
/// finished, here or by the service, is finished first.
@Command(name = "re-extract", mixinStandardHelpOptions = true)
final class ReExtractCommand extends StoreCommand {
    private static final int STEP = 100;

    @Option(names = "--unit", paramLabel = "UNIT")
    private @Nullable String unit;

    @Option(names = "--year", paramLabel = "YEAR")
    private @Nullable Integer year;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--reason", paramLabel = "TEXT")
    private @Nullable String reason;

    ReExtractCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        if (unit != null && !UnitId.isValid(unit)) {
            say("re-extract.no-unit", unit);
            return ExitCode.USAGE;
        }
        Jobs.Wanted wanted = new Jobs.Wanted(unit == null ? null : new UnitId(unit), year, Set.of(), !all);
        Jobs jobs = store.jobs();
        Job job = jobs.run(Caller.LOCAL, wanted, reason, this::progress);
        table(jobs, job.sequence());
        Job.Progress progress = job.progress();
        say("re-extract.done", progress.total(), progress.changed(), progress.same(), progress.failed());
        return progress.failed() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void progress(Job job) {
        int total = job.progress().total();
        say("re-extract.progress", total - job.progress().waiting(), total);
    }

    private void table(Jobs jobs, long job) {
        long after = 0;
        for (List<Changed> page = page(jobs, job, after); !page.isEmpty(); page = page(jobs, job, after)) {
            for (Changed changed : page) {
                changed.differences().forEach(difference -> row(changed, difference));
            }
            after = page.getLast().item().place();
        }
    }

    private static List<Changed> page(Jobs jobs, long job, long after) {
        return jobs.changes(Caller.LOCAL, job, after, STEP, Job.Outcome.CHANGED);
    }

    private void row(Changed changed, Difference difference) {
        say(
                "re-extract.row",
                changed.item().report(),
                difference.kind(),
                difference.place(),
                Objects.toString(difference.before(), ""),
                Objects.toString(difference.after(), ""));
    }
}
