package io.mingjian.service.supervision;

import io.mingjian.feed.sum.Adder;
import io.mingjian.feed.sum.Coverages;
import io.mingjian.feed.sum.Coverages.Basis;
import io.mingjian.feed.sum.Coverages.Member;
import io.mingjian.feed.sum.Coverages.Role;
import io.mingjian.feed.sum.Totals;
import io.mingjian.service.Caller;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.Sheet.CellName;
import io.mingjian.store.supervision.SheetQuery;
import io.mingjian.store.supervision.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The statutory tables up the tree. Safe to share between threads.
public final class Sums {
    private final Ledger ledger;
    private final SheetFollower sheets;
    private final Practice practice;

    public Sums(Ledger ledger, SheetFollower sheets, Practice practice) {
        this.ledger = ledger;
        this.sheets = sheets;
        this.practice = practice;
    }

    /// What is summed.
    ///
    /// @param within the unit at the top, or null for all the caller may see
    public record Asked(int year, @Nullable UnitId within, Basis basis, By by) {}

    /// What the sums are taken apart by.
    public enum By {
        /// One sum of all.
        ALL,
        /// One for each unit directly below the top, with all below it. Where all stand below one unit, that one
        /// is the top.
        CHILD,
        UNIT,
        LEVEL,
        KIND
    }

    /// Sums, and whom they are of.
    ///
    /// @param top     what the groups stand below, or null
    /// @param members every unit that owes a report, with its state and what its report is to the sums
    /// @param lacking how many should be in the sums and are not, by state
    /// @param total   of all that are added
    /// @param groups  by what was asked for; empty for [By#ALL]
    /// @param check   the report of the unit at the top against the sum of those below it; empty where it states
    /// only its own figures
    public record Sheet(
            Asked asked,
            @Nullable UnitId top,
            List<Member> members,
            Map<State, Integer> lacking,
            Totals total,
            Map<String, Totals> groups,
            List<Against> check) {
        public Sheet {
            members = List.copyOf(members);
            lacking = Collections.unmodifiableMap(new TreeMap<>(lacking));
            groups = Collections.unmodifiableMap(new TreeMap<>(groups));
            check = List.copyOf(check);
        }

        /// Where among [#groups] a member is counted, or would be if its report were there.
        public String group(Member member) {
            return Sums.group(member, asked.by(), top);
        }
    }

    /// A cell of the higher level's own report against the sum.
    ///
    /// @param reported what that report states
    /// @param summed   what those below it state together; null where none does
    public record Against(
            CellName key, BigDecimal reported, @Nullable BigDecimal summed) {
        /// What the report states beyond the sum; null where there is no sum.
        public @Nullable BigDecimal difference() {
            return summed == null ? null : reported.subtract(summed);
        }
    }

    public Sheet sum(Caller caller, Asked asked) {
        List<Member> members = Coverages.choose(
                ledger.standings(caller, new Ledger.Asked(asked.year(), asked.within())),
                asked.within(),
                asked.basis());
        Map<UnitId, Member> byId = new HashMap<>();
        members.forEach(member -> byId.put(member.unit(), member));
        Adder total = new Adder(practice.rates());
        Map<String, Adder> groups = new TreeMap<>();
        UnitId top = asked.within() == null ? above(members) : asked.within();
        List<CellRow> own = new ArrayList<>();
        SheetQuery query = new SheetQuery(caller.scope(), practice.deadlines())
                .of(asked.year())
                .within(asked.within());
        sheets.current().forEachCells(query, row -> {
            Member member = row.unit() == null ? null : byId.get(row.unit());
            if (member == null) {
                return;
            }
            if (member.role() == Role.ADDED) {
                total.add(row);
                if (asked.by() != By.ALL) {
                    groups.computeIfAbsent(group(member, asked.by(), top), none -> new Adder(practice.rates()))
                            .add(row);
                }
            } else if (member.role() == Role.BESIDE && member.unit().equals(asked.within())) {
                own.add(row);
            }
        });
        Totals totals = total.totals();
        Map<String, Totals> parts = new TreeMap<>();
        groups.forEach((name, adder) -> parts.put(name, adder.totals()));
        return new Sheet(asked, top, members, lacking(members), totals, parts, check(own, totals));
    }

    private static String group(Member member, By by, @Nullable UnitId top) {
        return switch (by) {
            case ALL -> "";
            case UNIT -> member.unit().value();
            case LEVEL -> member.standing().level().name();
            case KIND -> member.standing().kind().name();
            case CHILD -> child(member.unit(), top).value();
        };
    }

    /// The lowest unit that all stand below, or are; null where there is none.
    private static @Nullable UnitId above(List<Member> members) {
        UnitId above = members.isEmpty() ? null : members.getFirst().unit();
        for (Member member : members) {
            while (above != null && !above.covers(member.unit())) {
                above = above.parent().orElse(null);
            }
        }
        return above;
    }

    private static UnitId child(UnitId unit, @Nullable UnitId within) {
        UnitId child = unit;
        UnitId above = child.parent().orElse(null);
        while (above != null && !child.equals(within) && !above.equals(within)) {
            child = above;
            above = child.parent().orElse(null);
        }
        return child;
    }

    private static Map<State, Integer> lacking(List<Member> members) {
        Map<State, Integer> lacking = new EnumMap<>(State.class);
        members.stream()
                .filter(member -> member.role() == Role.LACKING)
                .forEach(member -> lacking.merge(member.standing().state(), 1, Integer::sum));
        return lacking;
    }

    private static List<Against> check(List<CellRow> own, Totals totals) {
        List<Against> check = new ArrayList<>();
        Map<CellName, BigDecimal> summed = new HashMap<>();
        totals.sums().stream().filter(sum -> sum.value() != null).forEach(sum -> summed.put(sum.key(), sum.value()));
        for (CellRow row : own) {
            for (int i = 0; i < row.wholes().length; i++) {
                BigDecimal reported = row.value(i);
                CellName key = row.layout().keys().get(i);
                if (reported != null) {
                    check.add(new Against(key, reported, summed.get(key)));
                }
            }
        }
        return check;
    }
}
