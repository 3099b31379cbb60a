package io.mingjian.api;

import io.micronaut.http.sse.Event;
import io.mingjian.api.BatchJson.FileJson;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Batches;
import io.mingjian.store.supervision.Batch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/// What happens to the files of a batch, as events of a stream. What has happened stands in the store, so that a
/// stream that breaks, or a service that starts anew, loses none.
record BatchEvents(Batches batches, Caller caller, long batch) {
    private static final int STEP = 200;
    private static final Duration PAUSE = Duration.ofMillis(300);

    /// A stream ends after that and is asked for again: nobody follows for ever.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// Something is said at least that often, so that nothing in between takes the line for dead.
    private static final Duration QUIET = Duration.ofSeconds(15);

    /// Where a follower is.
    private record Place(long turn, int place) {
        static Place parse(@Nullable String id) {
            if (id == null) {
                return new Place(0, 0);
            }
            String[] parts = id.split("-", -1);
            try {
                return new Place(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new MingjianException(ProblemCode.BAD_REQUEST, "no such event", e);
            }
        }

        @Override
        public String toString() {
            return turn + "-" + place;
        }
    }

    /// @param id of the last event seen; null from the beginning
    Publisher<Event<?>> from(@Nullable String id) {
        Place begin = Place.parse(id);
        return Flux.create(
                sink -> Thread.ofVirtual().name("batch-events").start(() -> run(sink, begin)),
                FluxSink.OverflowStrategy.BUFFER);
    }

    private void run(FluxSink<Event<?>> sink, Place begin) {
        try {
            follow(sink, begin);
            sink.complete();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            sink.error(e);
        }
    }

    private void follow(FluxSink<Event<?>> sink, Place begin) throws InterruptedException {
        Instant until = Instant.now().plus(LONGEST);
        Instant said = Instant.now();
        Place at = begin;
        while (!sink.isCancelled() && Instant.now().isBefore(until)) {
            // Asked before the files are: what happens in between is found by the next round.
            Batch now = batches.get(caller, batch);
            List<Batches.Item> items = batches.after(caller, batch, at.turn(), at.place(), STEP);
            for (Batches.Item item : items) {
                at = new Place(item.file().turn(), item.file().place());
                sink.next(Event.of(FileJson.of(item)).name("file").id(at.toString()));
            }
            if (!items.isEmpty()) {
                sink.next(Event.of(BatchJson.of(batches.get(caller, batch))).name("progress"));
                said = Instant.now();
            } else if (now.underWay() == 0) {
                sink.next(Event.of(BatchJson.of(now)).name("done"));
                return;
            } else if (Instant.now().isAfter(said.plus(QUIET))) {
                sink.next(Event.of(BatchJson.of(now)).name("progress"));
                said = Instant.now();
            }
            if (items.size() < STEP) {
                Thread.sleep(PAUSE);
            }
        }
    }
}
