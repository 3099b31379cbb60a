package io.mingjian.service.supervision;

import io.mingjian.feed.FeedWords;
import io.mingjian.feed.table.RowWriter;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.Reports;
import io.mingjian.store.ReportId;
import io.mingjian.store.Role;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Conclusion;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Deadlines;
import io.mingjian.store.supervision.LedgerEntry;
import io.mingjian.store.supervision.LedgerQuery;
import io.mingjian.store.supervision.LedgerStore;
import io.mingjian.store.supervision.Review;
import io.mingjian.store.supervision.Standing;
import io.mingjian.store.supervision.State;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitStore;
import java.io.IOException;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who owes a report of a year, and what became of it. Safe to share between threads.
public final class Ledger {
    private static final int STEP = 1000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern(FeedWords.of("reminder.day"), Locale.ROOT);

    private final LedgerStore ledger;
    private final UnitStore units;
    private final SheetFollower sheets;
    private final Reports reports;
    private final Practice practice;

    public Ledger(LedgerStore ledger, UnitStore units, SheetFollower sheets, Reports reports, Practice practice) {
        this.ledger = ledger;
        this.units = units;
        this.sheets = sheets;
        this.reports = reports;
        this.practice = practice;
    }

    /// Which units of which year.
    ///
    /// @param within the unit at the top, or null for all the caller may see
    /// @param state  only those in that state, or null for all
    public record Asked(
            int year, @Nullable UnitId within, @Nullable State state) {
        public Asked(int year, @Nullable UnitId within) {
            this(year, within, null);
        }
    }

    /// Some units, and where the next ones begin.
    ///
    /// @param next what to ask for next, or null at the end
    public record Page(List<LedgerEntry> entries, @Nullable UnitId next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }

    /// The units that owe a report, by their ids.
    public Page page(Caller caller, Asked asked, @Nullable UnitId after, int limit) {
        sheets.current();
        List<LedgerEntry> found = ledger.page(query(caller, asked), after, limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<LedgerEntry> page = found.subList(0, limit);
        return new Page(page, page.getLast().unit().id());
    }

    /// All of them.
    public List<LedgerEntry> all(Caller caller, Asked asked) {
        List<LedgerEntry> all = new ArrayList<>();
        UnitId after = null;
        do {
            Page page = page(caller, asked, after, STEP);
            all.addAll(page.entries());
            after = page.next();
        } while (after != null);
        return all;
    }

    /// The newest year up to one of which anything was sent; that one where nothing was.
    public int newest(Caller caller, int until) {
        sheets.current();
        return ledger.newest(until, caller.scope()).orElse(until);
    }

    /// All of them, in few words.
    public List<Standing> standings(Caller caller, Asked asked) {
        sheets.current();
        return ledger.standings(query(caller, asked));
    }

    /// How many units of a subtree are in each state.
    ///
    /// @param unit the unit at its top
    /// @param counts every state, those of nobody with 0
    public record Count(UnitId unit, String name, int units, Map<State, Integer> counts) {
        public Count {
            counts = Map.copyOf(counts);
        }
    }

    /// The counts of the unit asked for first, then of each unit directly below it.
    public List<Count> counts(Caller caller, Asked asked) {
        Map<UnitId, Map<State, Integer>> groups = new LinkedHashMap<>();
        Map<UnitId, String> names = new HashMap<>();
        for (Standing standing : standings(caller, asked)) {
            names.put(standing.unit(), standing.name());
            for (UnitId top : group(standing.unit(), asked.within())) {
                groups.computeIfAbsent(top, none -> new EnumMap<>(State.class))
                        .merge(standing.state(), 1, Integer::sum);
            }
        }
        List<Count> counts = new ArrayList<>();
        groups.forEach((top, found) -> counts.add(count(top, name(top, names), found)));
        counts.sort((one, other) -> one.unit().value().compareTo(other.unit().value()));
        return counts;
    }

    /// The subtrees that a unit is counted in: those of its topmost unit, or of the one asked for and its child.
    private static List<UnitId> group(UnitId unit, @Nullable UnitId within) {
        UnitId child = unit;
        while (true) {
            UnitId above = child.parent().orElse(null);
            if (above == null || above.equals(within)) {
                break;
            }
            if (child.equals(within)) {
                return List.of(within);
            }
            child = above;
        }
        return within == null || child.equals(within) ? List.of(child) : List.of(within, child);
    }

    /// The units above others mostly owe a report themselves.
    private String name(UnitId unit, Map<UnitId, String> known) {
        String name = known.get(unit);
        return name == null ? units.find(unit).map(Unit::name).orElse(unit.value()) : name;
    }

    private static Count count(UnitId top, String name, Map<State, Integer> found) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        int sum = 0;
        for (State state : State.values()) {
            int count = found.getOrDefault(state, 0);
            counts.put(state, count);
            sum += count;
        }
        return new Count(top, name, sum, counts);
    }

    private LedgerQuery query(Caller caller, Asked asked) {
        return new LedgerQuery(asked.year(), asked.within(), caller.scope(), practice.deadlines(), asked.state());
    }

    /// One unit's line.
    ///
    /// @throws MingjianException `NOT_FOUND` where the unit owes none that year
    public LedgerEntry entry(Caller caller, UnitId unit, int year) {
        return page(caller, new Asked(year, unit), null, 1).entries().stream()
                .filter(entry -> entry.unit().id().equals(unit))
                .findFirst()
                .orElseThrow(
                        () -> new MingjianException(ProblemCode.NOT_FOUND, "that unit owes no report of that year"));
    }

    /// Decides about a report. One that is given back has a version more, which is as the one before and says why.
    ///
    /// @param version the one that the caller has seen
    /// @param notes   what is wrong, place by place; needed where it is given back
    /// @throws MingjianException `CONFLICT` where there is a newer version
    public Review decide(
            Caller caller,
            ReportId report,
            int version,
            Conclusion decision,
            List<Review.Note> notes,
            @Nullable String reason) {
        caller.require(Role.SUPERVISOR);
        StoredReport seen = reports.get(caller, report);
        if (decision == Conclusion.RETURNED && notes.isEmpty() && (reason == null || reason.isBlank())) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "a reason or a note is needed");
        }
        if (notes.size() > Review.MAX_NOTES) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "at most " + Review.MAX_NOTES + " notes");
        }
        Review review = ledger.decide(seen.id(), version, decision, notes, caller.act(reason));
        reports.follow(seen.id());
        return review;
    }

    /// Gives a report back as it is now, with a reason and no notes.
    public StoredReport giveBack(Caller caller, ReportId report, String reason) {
        decide(caller, report, reports.get(caller, report).version(), Conclusion.RETURNED, List.of(), reason);
        return reports.get(caller, report);
    }

    /// All decisions about a report, the first one first.
    public List<Review> reviews(Caller caller, ReportId report) {
        return ledger.reviews(reports.get(caller, report).id());
    }

    /// Says whose figures a report states.
    ///
    /// @param coverage null for what its unit's reports usually state
    public void cover(Caller caller, ReportId report, @Nullable Coverage coverage) {
        caller.require(Role.SUPERVISOR);
        ledger.cover(reports.get(caller, report).id(), coverage, caller.act(null));
    }

    /// The last day on which a report of that year is in time.
    public LocalDate deadline(int year) {
        return practice.deadlines().day(year);
    }

    /// A letter that reminds a unit.
    public record Reminder(UnitId unit, String name, State state, LocalDate deadline, String subject, String text) {}

    /// Whom to remind: those whose report is missing, could not be read or was given back.
    public List<Reminder> reminders(Caller caller, int year, @Nullable UnitId within) {
        Deadlines deadlines = practice.deadlines();
        LocalDate deadline = deadlines.day(year);
        boolean over = LocalDate.now(deadlines.zone()).isAfter(deadline);
        String by = DAY.format(deadline);
        String when = MessageFormat.format(FeedWords.of(over ? "reminder.over" : "reminder.by"), by);
        List<Reminder> reminders = new ArrayList<>();
        for (LedgerEntry entry : all(caller, new Asked(year, within))) {
            State state = entry.state();
            if (!state.counts()) {
                String name = entry.unit().name();
                String key = "reminder." + state.name().toLowerCase(Locale.ROOT);
                String yearText = String.valueOf(year);
                reminders.add(new Reminder(
                        entry.unit().id(),
                        name,
                        state,
                        deadline,
                        MessageFormat.format(FeedWords.of("reminder.subject"), yearText),
                        MessageFormat.format(FeedWords.of(key), name, yearText, when) + opinion(caller, entry)));
            }
        }
        return reminders;
    }

    /// What was said when a report was given back; empty where it was not.
    private String opinion(Caller caller, LedgerEntry entry) {
        LedgerEntry.Filing filing = entry.filing();
        if (entry.state() != State.RETURNED || filing == null) {
            return "";
        }
        Review last = reviews(caller, filing.report()).getLast();
        List<String> said = new ArrayList<>();
        String reason = last.act().reason();
        if (reason != null) {
            said.add(reason);
        }
        last.notes().forEach(note -> said.add(note.wording()));
        return MessageFormat.format(FeedWords.of("reminder.opinion"), String.join("；", said));
    }

    /// Writes a list of letters as a table.
    public static void write(List<Reminder> reminders, RowWriter rows) throws IOException {
        rows.head(FeedWords.list("reminder.head"));
        for (Reminder reminder : reminders) {
            rows.row(List.of(
                    reminder.unit().value(),
                    reminder.name(),
                    FeedWords.of("state", reminder.state()),
                    reminder.deadline().toString(),
                    reminder.subject(),
                    reminder.text()));
        }
    }
}
