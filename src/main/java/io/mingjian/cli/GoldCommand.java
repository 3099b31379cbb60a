package io.mingjian.cli;

import io.mingjian.evaluation.GoldNames;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Corrections.CorrectedReport;
import io.mingjian.wire.HandMadeJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian gold`: writes every report that was corrected by hand, with its annotation beside it, for `evaluate`.
@Command(name = "gold", mixinStandardHelpOptions = true)
final class GoldCommand extends StoreCommand {
    @Option(names = "--out", paramLabel = "DIR", required = true)
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs anything
    private Path out;

    GoldCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        int written = store.corrections().forEach(Caller.LOCAL, report -> write(store, report));
        say("gold.done", written, out);
        return ExitCode.OK;
    }

    private void write(Launcher.OpenStore store, CorrectedReport report) {
        String name =
                GoldNames.document(report.report().id().value(), report.source().name());
        byte[] gold = store.gold()
                .write(
                        report.extraction(),
                        report.made().stream().map(HandMadeJson::of).toList());
        try {
            Files.createDirectories(out);
            Files.copy(report.source().file(), out.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            Files.write(out.resolve(GoldNames.gold(name)), gold);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write to " + out, e);
        }
    }
}
