package io.mingjian.service.supervision;

import io.mingjian.feed.sum.Rate;
import io.mingjian.model.ReportModel;
import io.mingjian.store.supervision.Deadlines;
import java.util.List;

/// How the office goes about it.
///
/// @param rankFrom a unit is ranked among its like only where there are as many of them
public record Practice(Schedule schedule, int rankFrom, ReportModel model, List<Rate> rates) {
    public Practice {
        rates = List.copyOf(rates);
    }

    /// Until when reports are in time, as it is set now.
    public Deadlines deadlines() {
        return schedule.deadlines();
    }
}
