package io.mingjian.cli;

import io.mingjian.feed.unit.StarterTree;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.supervision.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/// `mingjian units`: writes the organization tree as a table, or a first one made of what reports say.
@Command(name = "units", mixinStandardHelpOptions = true)
final class UnitsCommand extends StoreCommand {
    private static final String XLSX = ".xlsx";

    @Option(names = "--draft")
    private boolean draft;

    @Option(names = "--apply")
    private boolean apply;

    @Option(names = "--assign")
    private boolean assign;

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;

    UnitsCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        Units units = store.units();
        List<Unit> written;
        if (draft) {
            StarterTree.Draft made = units.draft(Caller.LOCAL, apply, assign);
            written = made.units();
            say("units.drafted", written.size(), made.belongings().size());
        } else {
            written = units.all(Caller.LOCAL);
        }
        Path file = out;
        if (file != null) {
            write(units, written, file);
            say("units.written", written.size(), file);
        }
        return ExitCode.OK;
    }

    private static void write(Units units, List<Unit> tree, Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        try (OutputStream to = Files.newOutputStream(file)) {
            units.write(tree, name.endsWith(XLSX) ? Units.Format.XLSX : Units.Format.CSV, to);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write to " + file, e);
        }
    }
}
