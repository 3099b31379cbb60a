package io.mingjian.store;

import io.mingjian.extract.Engine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Work on many reports, kept so that it goes on after a restart. Safe to share between threads.
public interface JobStore {
    /// Begins a job: notes which reports it is about, in the order in which they came.
    Job begin(Job.Selection selection, Engine engine, Act act);

    Optional<Job> find(long sequence);

    /// The newest jobs before the change `before`.
    List<Job> list(long before, int limit);

    /// The oldest job that has not ended.
    Optional<Job> unfinished();

    /// The reports that wait for their turn, in order.
    List<Job.Item> waiting(long job, int limit);

    /// The reports of a job after a place, in order.
    ///
    /// @param outcome only those that came out so; null for all
    List<Job.Item> items(long job, long after, int limit, Job.@Nullable Outcome outcome);

    /// Notes how a report came out. Where that is lost in a crash, the report is looked at again.
    void note(long job, Job.Item item);

    /// Ends a job.
    ///
    /// @return whether it had not ended
    boolean end(long job, Job.End end, Act act);
}
