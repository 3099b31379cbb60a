package io.mingjian;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import io.mingjian.cli.Launcher;
import io.mingjian.cli.MingjianCommand;
import io.mingjian.evaluation.CorrectedGold;
import io.mingjian.ingest.Limits;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Access;
import io.mingjian.service.Accounts;
import io.mingjian.service.Corrections;
import io.mingjian.service.Indexing;
import io.mingjian.service.Jobs;
import io.mingjian.service.LookingBack;
import io.mingjian.service.Maintenance;
import io.mingjian.service.Rechecking;
import io.mingjian.service.Reports;
import io.mingjian.service.supervision.BatchWork;
import io.mingjian.service.supervision.SheetFollower;
import io.mingjian.service.supervision.Units;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.ReportStore;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// The program: hands its arguments to the command line, and puts together what a command asks for.
public final class Mingjian implements Launcher {
    Mingjian() {}

    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        // Before there is a second thread: a logger given out while logging begins takes everything down at every
        // level, and beans would be told whole as they are made.
        LoggerFactory.getILoggerFactory();
        System.exit(MingjianCommand.commandLine(new Mingjian(), args).execute(args));
    }

    @Override
    public Parts parts(@Nullable Path models) {
        try (ApplicationContext context = ApplicationContext.run()) {
            Path set = context.getBean(Settings.class).models();
            return Wiring.parts(models == null ? set : models, context.getBean(Limits.class));
        }
    }

    @Override
    public GuardedParts guarded(Map<String, Object> settings) {
        ApplicationContext context = ApplicationContext.run(settings);
        // Who interrupts a command leaves no files of its parsers behind.
        Runtime.getRuntime().addShutdownHook(new Thread(context::close, "shutdown"));
        return new Guarded(context, context.getBean(Parts.class));
    }

    @Override
    public RunningService start(Map<String, Object> settings) {
        Thread dictionaries = Thread.ofPlatform().daemon().name("dictionaries").start(Wiring::loadDictionaries);
        // Asked whether there is a configuration to be fetched first, it would look through all there is to make.
        ApplicationContext context = ApplicationContext.builder()
                .properties(settings)
                .bootstrapEnvironment(false)
                .build();
        // Ctrl-C and TERM run the hook; a start that fails ends by the exception.
        Runtime.getRuntime().addShutdownHook(new Thread(context::close, "shutdown"));
        context.start();
        // What reads reports is made while the store is opened. Nobody else asks for it, or for the dictionaries,
        // before: two threads that load their classes could wait for each other.
        FutureTask<Parts> reading = new FutureTask<>(() -> {
            dictionaries.join();
            return context.getBean(Parts.class);
        });
        Thread.ofPlatform().daemon().name("reading").start(reading);
        refuseToStandOpen(context);
        EmbeddedServer server = context.getBean(EmbeddedServer.class);
        context.getBean(ReportStore.class);
        await(reading);
        // Everything is made now, and not with the first request: a model with a mistake ends the start, the
        // dictionaries are loaded, and what a crash took from the index is taken in again.
        context.getBean(Reports.class);
        context.getBean(LookingBack.class).follow();
        context.getBean(Indexing.class).catchUp();
        context.getBean(Jobs.class).resume();
        context.getBean(BatchWork.class).resume();
        context.getBean(SheetFollower.class).current();
        context.getBean(Webhooks.class).start();
        server.start();
        return new Started(context, server);
    }

    private static void await(FutureTask<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            // It fails again where it is asked for, and there it is told.
            LoggerFactory.getLogger(Mingjian.class).debug("not made in time", e);
        }
    }

    /// Without keys, whoever reaches the port may do everything; so only this machine may reach it.
    private static void refuseToStandOpen(ApplicationContext context) {
        String host = context.getBean(Settings.class).server().host();
        if (!isLoopback(host) && context.getBean(Access.class).isOpen()) {
            throw new MingjianException(
                    ProblemCode.UNPROTECTED,
                    host + " is not this machine only, and there is neither an account nor a key");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // the server itself will say so
        }
    }

    @Override
    public OpenStore open(Map<String, Object> settings) {
        return new Opened(ApplicationContext.run(settings));
    }

    private record Opened(ApplicationContext context) implements OpenStore {
        @Override
        public Maintenance maintenance() {
            return context.getBean(Maintenance.class);
        }

        @Override
        public Rechecking rechecking() {
            return context.getBean(Rechecking.class);
        }

        @Override
        public Access access() {
            return context.getBean(Access.class);
        }

        @Override
        public Accounts accounts() {
            return context.getBean(Accounts.class);
        }

        @Override
        public Jobs jobs() {
            return context.getBean(Jobs.class);
        }

        @Override
        public CorrectedGold gold() {
            return new CorrectedGold(context.getBean(ObjectMapper.class));
        }

        @Override
        public Corrections corrections() {
            return context.getBean(Corrections.class);
        }

        @Override
        public Units units() {
            return context.getBean(Units.class);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    private record Guarded(ApplicationContext context, Parts parts) implements GuardedParts {
        @Override
        public void close() {
            context.close();
        }
    }

    private record Started(ApplicationContext context, EmbeddedServer server) implements RunningService {
        @Override
        public String address() {
            return server.getURL().toString();
        }

        @Override
        public Path data() {
            return context.getBean(Settings.class).data();
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
