package io.mingjian.web.supervise;

import io.micronaut.http.uri.UriBuilder;
import io.mingjian.service.supervision.Ledger;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.State;
import io.mingjian.web.Page;
import io.mingjian.web.Posted;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// What part of the ledger a page shows.
///
/// @param within the unit at the top, or null for all the reader may see
/// @param state  only units in that state, or null for all
public record LedgerAddress(
        int year, @Nullable UnitId within, @Nullable State state) {
    /// What a request asks for; what makes no sense asks for nothing.
    ///
    /// @param newest the year where none is asked for
    public static LedgerAddress of(
            @Nullable String year, @Nullable String within, @Nullable String state, IntSupplier newest) {
        String text = year == null ? "" : year.strip();
        int number = text.matches("[0-9]{4}") ? Integer.parseInt(text) : newest.getAsInt();
        return new LedgerAddress(
                Math.clamp(number, Years.FIRST, Years.LAST),
                new Posted(Map.of("within", within == null ? "" : within))
                        .unit("within")
                        .orElse(null),
                Arrays.stream(State.values())
                        .filter(one -> one.name().equals(state))
                        .findFirst()
                        .orElse(null));
    }

    Ledger.Asked asked() {
        return new Ledger.Asked(year, within, state);
    }

    /// All units of the subtree, whatever their state.
    Ledger.Asked subtree() {
        return new Ledger.Asked(year, within);
    }

    /// Where it is.
    public String href() {
        return address(Page.Room.SUPERVISE.path()).build().toString();
    }

    /// The same year and state of another subtree.
    public String at(@Nullable UnitId other) {
        return new LedgerAddress(year, other, state).href();
    }

    /// The same subtree and year, with one state only.
    public String in(@Nullable State other) {
        return new LedgerAddress(year, within, other).href();
    }

    /// The units of another subtree that are in one state.
    public String in(UnitId unit, State other) {
        return new LedgerAddress(year, unit, other).href();
    }

    /// The units after one.
    public String after(UnitId unit) {
        return address(Page.Room.SUPERVISE.path())
                .queryParam("after", unit.value())
                .build()
                .toString();
    }

    /// The letters to those who owe a report.
    public String reminders() {
        return new LedgerAddress(year, within, null)
                .address(Page.Room.SUPERVISE.path() + "/reminders")
                .build()
                .toString();
    }

    /// The same as a table.
    public String remindersTable() {
        return new LedgerAddress(year, within, null)
                .address(Page.Room.SUPERVISE.path() + "/reminders.csv")
                .build()
                .toString();
    }

    private UriBuilder address(String path) {
        UriBuilder address = UriBuilder.of(path).queryParam("year", year);
        if (within != null) {
            address.queryParam("within", within.value());
        }
        if (state != null) {
            address.queryParam("state", state.name());
        }
        return address;
    }
}
