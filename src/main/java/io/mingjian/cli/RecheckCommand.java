package io.mingjian.cli;

import io.mingjian.service.Rechecking;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/// `mingjian recheck`: holds everything that is kept against the rules of today, year beside year, while the
/// service is down.
@Command(name = "recheck", mixinStandardHelpOptions = true)
final class RecheckCommand extends StoreCommand {
    RecheckCommand(Launcher launcher) {
        super(launcher);
    }

    @Override
    int run(Launcher.OpenStore store) {
        long begun = System.nanoTime();
        Rechecking.Result result = store.rechecking().run();
        result.breakers().forEach((rule, reports) -> say("recheck.rule", rule, reports));
        say(
                "recheck.done",
                result.reports(),
                result.compared(),
                result.outcomes(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0);
        return ExitCode.OK;
    }
}
