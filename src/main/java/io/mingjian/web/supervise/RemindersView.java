package io.mingjian.web.supervise;

import io.mingjian.service.supervision.Ledger.Reminder;
import java.util.List;

/// Whom to remind.
public record RemindersView(LedgerAddress address, List<Reminder> reminders) {
    public RemindersView {
        reminders = List.copyOf(reminders);
    }
}
