package io.mingjian.cli;

import io.mingjian.evaluation.CorrectedGold;
import io.mingjian.extract.ExtractionWriter;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.SourceReader;
import io.mingjian.language.Tokenizer;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Access;
import io.mingjian.service.Accounts;
import io.mingjian.service.Corrections;
import io.mingjian.service.Jobs;
import io.mingjian.service.Maintenance;
import io.mingjian.service.Rechecking;
import io.mingjian.service.supervision.Units;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts the program together for a command.
public interface Launcher {
    /// The parts of the core, without a server.
    ///
    /// @param models the folder of models to use in place of the built-in ones, or null
    /// @throws io.mingjian.model.InvalidModel where the model has a mistake
    Parts parts(@Nullable Path models);

    /// The parts of the core with every setting in force, binary formats parsed in JVMs of their own.
    ///
    /// @param settings what differs from the configuration, by the settings' full names
    GuardedParts guarded(Map<String, Object> settings);

    /// Starts the service and returns once it answers.
    ///
    /// @param settings what differs from the configuration, by the settings' full names (`mingjian.server.port`)
    RunningService start(Map<String, Object> settings);

    /// Opens the data directory while no service runs on it.
    OpenStore open(Map<String, Object> settings);

    /// The data directory, held until it is closed.
    interface OpenStore extends AutoCloseable {
        Maintenance maintenance();

        Rechecking rechecking();

        Access access();

        Accounts accounts();

        Jobs jobs();

        CorrectedGold gold();

        Corrections corrections();

        Units units();

        @Override
        void close();
    }

    /// What the commands that need no server work with; all of it is safe to share between threads.
    record Parts(
            ReportModel model,
            SourceReader reader,
            Tokenizer tokenizer,
            Extractor extractor,
            ExtractionWriter writer) {}

    /// A core whose parsers are processes of their own.
    interface GuardedParts extends AutoCloseable {
        Parts parts();

        /// Ends the processes.
        @Override
        void close();
    }

    /// A service that answers.
    interface RunningService extends AutoCloseable {
        /// Where it listens, as an address for a browser.
        String address();

        /// Where its data lies.
        Path data();

        /// Ends it; everything acknowledged stays.
        @Override
        void close();
    }
}
