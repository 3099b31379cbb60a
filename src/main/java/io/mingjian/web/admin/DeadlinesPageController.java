package io.mingjian.web.admin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Schedule;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.store.supervision.Deadline;
import io.mingjian.store.supervision.Deadlines;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.Words;
import io.mingjian.web.admin.DeadlinesView.Line;
import io.mingjian.web.admin.DeadlinesView.Own;
import io.mingjian.web.admin.DeadlinesView.Writing;
import io.mingjian.web.supervise.Years;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Until when the reports of each year are in time: seen, set, and given back to the usual day.
@Controller(DeadlinesPageController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class DeadlinesPageController {
    static final String PATH = "/admin/deadlines";

    /// Years that are listed, with those that have a day of their own.
    private static final int NEWEST = 4;

    private final Schedule schedule;
    private final Pages pages;

    DeadlinesPageController(Schedule schedule, Pages pages) {
        this.schedule = schedule;
        this.pages = pages;
    }

    /// @param year whose day the form holds
    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, @Nullable @QueryValue Integer year) {
        Caller caller = administrator(request);
        int shown = possible(year == null ? Years.due() : year);
        String day = schedule.deadlines().day(shown).toString();
        return page(request, caller, new Writing(shown, day, "", null));
    }

    private static int possible(int year) {
        if (year < Years.FIRST || year > Years.due() + 1) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "year: none that a day can be set for");
        }
        return year;
    }

    private static Caller administrator(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        caller.requireAll(Role.ADMINISTRATOR);
        return caller;
    }

    private MutableHttpResponse<byte[]> page(HttpRequest<?> request, Caller caller, Writing writing) {
        Words words = Words.of(request);
        Deadlines deadlines = schedule.deadlines();
        List<Integer> years = Years.offered(writing.year());
        DeadlinesView view = new DeadlinesView(
                words.day(deadlines.usual()), deadlines.zone().getId(), lines(caller, deadlines), years, writing);
        return pages.page(request, Page.Room.ADMINISTER, "admin/deadlines", view);
    }

    private List<Line> lines(Caller caller, Deadlines deadlines) {
        Map<Integer, Deadline> set = new HashMap<>();
        schedule.list(caller).forEach(deadline -> set.put(deadline.year(), deadline));
        TreeSet<Integer> years = new TreeSet<>(Collections.reverseOrder());
        years.addAll(Years.offered(Years.due()).subList(0, NEWEST));
        years.addAll(set.keySet());
        return years.stream()
                .map(year -> {
                    Deadline own = set.get(year);
                    return new Line(year, deadlines.day(year).toString(), own == null ? null : Own.of(own));
                })
                .toList();
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> set(HttpRequest<?> request, @Body Map<String, String> fields) {
        Caller caller = administrator(request);
        Posted posted = new Posted(fields);
        int year = possible(posted.number("year"));
        LocalDate day = posted.day("day").orElse(null);
        String reason = posted.text("reason");
        if (day == null || !Deadline.isPossible(year, day)) {
            String said = Words.of(request).get("deadlines.impossible", String.valueOf(year), String.valueOf(year + 1));
            return page(request, caller, new Writing(year, posted.text("day"), reason, said))
                    .status(422);
        }
        schedule.set(caller, year, day, reason.isEmpty() ? null : posted.text("reason", Act.MAX_REASON));
        return HttpResponse.seeOther(URI.create(PATH));
    }

    @Post("/reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> reset(HttpRequest<?> request, @Body Map<String, String> fields) {
        schedule.reset(administrator(request), new Posted(fields).number("year"), null);
        return HttpResponse.seeOther(URI.create(PATH));
    }
}
