package io.mingjian.web.supervise;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.ApiLimits;
import io.mingjian.api.Callers;
import io.mingjian.api.Uploads;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.service.supervision.Batches;
import io.mingjian.service.supervision.Units;
import io.mingjian.store.Role;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.BatchFile;
import io.mingjian.web.DropView;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.supervise.BatchView.ChooseView;
import io.mingjian.web.supervise.BatchView.Count;
import io.mingjian.web.supervise.BatchView.Head;
import io.mingjian.web.supervise.BatchView.ListView;
import io.mingjian.web.supervise.BatchView.Option;
import io.mingjian.web.supervise.BatchView.Row;
import io.mingjian.web.supervise.BatchView.Shown;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Many files at once: handed in, followed while they are read, put right, confirmed, taken back.
@Controller(BatchPageController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class BatchPageController {
    static final String PATH = "/supervise/batches";

    private static final int NEWEST = 20;
    private static final int FOUND = 20;
    private static final String BETWEEN = " / ";
    private static final String OPENING = "（";
    private static final String CLOSING = "）";

    private final Batches batches;
    private final Units units;
    private final Uploads uploads;
    private final ApiLimits limits;
    private final Pages pages;

    BatchPageController(Batches batches, Units units, Uploads uploads, ApiLimits limits, Pages pages) {
        this.batches = batches;
        this.units = units;
        this.uploads = uploads;
        this.limits = limits;
        this.pages = pages;
    }

    @Get
    HttpResponse<byte[]> list(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        ListView view = new ListView(
                batches.list(caller, NEWEST).stream().map(Head::of).toList(),
                DropView.of(limits, batches.most()),
                !units.list(caller, null, null, 1).isEmpty());
        return pages.page(request, Page.Room.SUPERVISE, "supervise/batches", view);
    }

    /// Begins a batch.
    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> begin(HttpRequest<?> request, @Nullable @Body InputStream body) {
        try (Uploads.Received received = uploads.batch(request, body)) {
            Batch batch = batches.begin(Callers.of(request), "", received.files());
            return HttpResponse.seeOther(URI.create(PATH + "/" + batch.sequence()));
        }
    }

    /// @param show  which files
    /// @param after the place after which the page begins
    @Get("/{id}")
    HttpResponse<byte[]> show(
            HttpRequest<?> request,
            @PathVariable long id,
            @Nullable @QueryValue String show,
            @QueryValue(defaultValue = "0") int after,
            @Nullable @QueryValue String said) {
        Caller caller = Callers.of(request);
        Batch batch = batches.get(caller, id);
        Shown shown = shown(show);
        List<Batches.Item> all =
                batches.files(caller, id, 0, batches.most(), Set.of()).items();
        List<Batches.Item> some = all.stream()
                .filter(item -> shown.takes(item) && item.file().place() > after)
                .toList();
        List<Batches.Item> page = some.subList(0, Math.min(BatchView.ROWS, some.size()));
        Function<String, String> names = names(caller);
        BatchView view = new BatchView(
                Head.of(batch),
                batch.turn() + "-" + Integer.MAX_VALUE,
                shown,
                counts(id, all),
                (int) all.stream().filter(Shown.READY::takes).count(),
                page.stream().map(item -> Row.of(item, names)).toList(),
                some.size() > page.size()
                        ? address(id, shown, page.getLast().file().place())
                        : null,
                caller.role().compareTo(Role.SUPERVISOR) >= 0,
                said != null && SAID.contains(said) ? said : null);
        return pages.page(request, Page.Room.SUPERVISE, "supervise/batch", view);
    }

    /// What can have been done.
    private static final Set<String> SAID = Set.of("saved", "confirmed", "undone", "retried");

    private static Shown shown(@Nullable String name) {
        return Arrays.stream(Shown.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(Shown.ALL);
    }

    private static List<Count> counts(long id, List<Batches.Item> all) {
        List<Count> counts = new ArrayList<>();
        for (Shown shown : Shown.values()) {
            int count = (int) all.stream().filter(shown::takes).count();
            if (shown == Shown.ALL || count > 0) {
                counts.add(new Count(shown, count, address(id, shown, 0)));
            }
        }
        return counts;
    }

    private static String address(long id, Shown shown, int after) {
        UriBuilder address = UriBuilder.of(PATH + "/" + id);
        if (shown != Shown.ALL) {
            address.queryParam("show", shown.name());
        }
        if (after > 0) {
            address.queryParam("after", after);
        }
        return address.build().toString();
    }

    /// What a unit is called, before those above it, as far as the caller may see them; each is asked for once.
    private Function<String, String> names(Caller caller) {
        Map<UnitId, Optional<String>> known = new HashMap<>();
        return id -> {
            List<String> way = new ArrayList<>();
            for (Optional<UnitId> unit = Optional.of(new UnitId(id));
                    unit.isPresent();
                    unit = unit.get().parent()) {
                UnitId one = unit.get();
                known.computeIfAbsent(one, missing -> find(caller, missing)).ifPresent(way::add);
            }
            if (way.size() < 2) {
                return way.isEmpty() ? id : way.getFirst();
            }
            String above = String.join(BETWEEN, way.subList(1, way.size()).reversed());
            return way.getFirst() + OPENING + above + CLOSING;
        };
    }

    private Optional<String> find(Caller caller, UnitId id) {
        try {
            return Optional.of(units.get(caller, id).name());
        } catch (MingjianException e) {
            if (e.code() != ProblemCode.NOT_FOUND) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// What was said of the files on a page, and what is to be done then.
    @Post("/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, @PathVariable long id, @Body Map<String, String> fields) {
        Caller caller = Callers.of(request);
        Posted posted = new Posted(fields);
        String done = posted.text("do");
        switch (done) {
            case "confirmed" -> {
                edit(caller, id, posted);
                batches.confirm(caller, id, null);
            }
            case "saved" -> edit(caller, id, posted);
            case "retried" -> batches.retry(caller, id, null);
            case "undone" -> batches.undo(caller, id, posted.text("reason"));
            case "discarded" -> {
                batches.discard(caller, id);
                return HttpResponse.seeOther(URI.create(PATH));
            }
            default -> throw new MingjianException(ProblemCode.BAD_REQUEST, "do what?");
        }
        UriBuilder back = UriBuilder.of(PATH + "/" + id).queryParam("said", done);
        Shown shown = shown(posted.text("show"));
        if (shown != Shown.ALL && done.equals("saved")) {
            back.queryParam("show", shown.name());
        }
        return HttpResponse.seeOther(back.build());
    }

    /// Only what differs from before counts as said by a person.
    private void edit(Caller caller, long id, Posted posted) {
        List<BatchFile.Edit> edits = new ArrayList<>();
        for (String place : posted.text("places").split(",", -1)) {
            if (!place.matches("[0-9]{1,9}")) {
                continue;
            }
            BatchFile before = batches.file(caller, id, Integer.parseInt(place)).file();
            UnitId unit = posted.unit("unit:" + place).orElse(null);
            Integer year = posted.text("year:" + place).isEmpty()
                    ? null
                    : Integer.valueOf(year(posted.number("year:" + place)));
            boolean skipped = posted.text("skip:" + place).equals("true");
            boolean same = Objects.equals(unit, before.belonging().unit())
                    && Objects.equals(year, before.belonging().year())
                    && skipped == before.skipped();
            if (!same) {
                edits.add(new BatchFile.Edit(before.place(), unit, year, skipped));
            }
        }
        batches.edit(caller, id, edits);
    }

    private static int year(int year) {
        if (year < Years.FIRST || year > Years.LAST) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "year: not one");
        }
        return year;
    }

    /// Looks for a unit by its name.
    @Get("/{id}/{place}")
    HttpResponse<byte[]> ask(
            HttpRequest<?> request,
            @PathVariable long id,
            @PathVariable int place,
            @QueryValue(defaultValue = "") String q) {
        Caller caller = Callers.of(request);
        Function<String, String> names = names(caller);
        Batches.Item item = batches.file(caller, id, place);
        String query = q.strip();
        String chosen = String.valueOf(item.file().belonging().unit());
        List<Option> found = query.isEmpty()
                ? List.of()
                : units.search(caller, null, query, FOUND).stream()
                        .map(unit -> new Option(
                                unit.id().value(),
                                names.apply(unit.id().value()),
                                null,
                                unit.id().value().equals(chosen)))
                        .toList();
        ChooseView view = new ChooseView(Head.of(batches.get(caller, id)), Row.of(item, names), query, found);
        return pages.page(request, Page.Room.SUPERVISE, "supervise/batchunit", view);
    }

    @Post("/{id}/{place}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> choose(
            HttpRequest<?> request, @PathVariable long id, @PathVariable int place, @Body Map<String, String> fields) {
        Caller caller = Callers.of(request);
        BatchFile file = batches.file(caller, id, place).file();
        UnitId unit = new Posted(fields).unit("unit").orElse(null);
        batches.edit(
                caller,
                id,
                List.of(new BatchFile.Edit(place, unit, file.belonging().year(), file.skipped())));
        return HttpResponse.seeOther(URI.create(PATH + "/" + id + "#f" + place));
    }
}
