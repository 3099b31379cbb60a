package io.mingjian.web.admin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.Callers;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Access;
import io.mingjian.service.Accounts;
import io.mingjian.service.Caller;
import io.mingjian.store.Account;
import io.mingjian.store.Act;
import io.mingjian.store.Role;
import io.mingjian.web.Page;
import io.mingjian.web.Pages;
import io.mingjian.web.Posted;
import io.mingjian.web.Words;
import io.mingjian.web.admin.AdminView.KeyView;
import io.mingjian.web.admin.AdminView.Made;
import io.mingjian.web.admin.AdminView.Unclear;
import io.mingjian.web.admin.UsersView.PasswordView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// People who sign in: added, given a new password, ended; and everybody's own password.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class UsersPageController {
    private static final String USERS = "/admin/users";
    private static final String PASSWORD = "/password";
    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final Access access;
    private final ScopeForm scopes;
    private final Pages pages;

    UsersPageController(Accounts accounts, Access access, ScopeForm scopes, Pages pages) {
        this.scopes = scopes;
        this.accounts = accounts;
        this.access = access;
        this.pages = pages;
    }

    @Get(USERS)
    HttpResponse<byte[]> show(HttpRequest<?> request) {
        return page(request, null, null);
    }

    private HttpResponse<byte[]> page(HttpRequest<?> request, @Nullable Made made, @Nullable Unclear unclear) {
        UsersView view = new UsersView(
                accounts.list(Callers.of(request)).stream()
                        .map(user -> new KeyView(user.name(), user.role().name(), scopes.names(user.scope())))
                        .toList(),
                made,
                unclear,
                access.isOpen());
        return pages.page(request, Page.Room.ADMINISTER, "admin/users", view);
    }

    /// Adds somebody and shows the password, this once. The first one has to be able to add others: from then on
    /// nobody comes in without signing in.
    @Post(USERS)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> add(HttpRequest<?> request, @Body Map<String, String> fields) {
        Posted posted = new Posted(fields);
        String name = posted.text("name", Act.MAX_AUTHOR);
        Role role = posted.constant("role", Role.class);
        Caller caller = Callers.of(request);
        caller.requireAll(Role.ADMINISTRATOR);
        ScopeForm.Read read = scopes.read(caller, posted.text("units"), Words.of(request));
        if (read.scope() == null) {
            return page(request, null, new Unclear(name, role.name(), posted.text("units"), read.said()));
        }
        return page(request, new Made(name, accounts.add(caller, new Account(name, role, read.scope()))), null);
    }

    @Post(USERS + "/reset")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<byte[]> reset(HttpRequest<?> request, @Body Map<String, String> fields) {
        String name = new Posted(fields).text("name", Act.MAX_AUTHOR);
        return page(request, new Made(name, accounts.reset(Callers.of(request), name)), null);
    }

    @Post(USERS + "/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> revoke(HttpRequest<?> request, @Body Map<String, String> fields) {
        if (!accounts.revoke(Callers.of(request), new Posted(fields).text("name", Act.MAX_AUTHOR))) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no such account");
        }
        return HttpResponse.seeOther(URI.create(USERS));
    }

    @Get(PASSWORD)
    HttpResponse<byte[]> ask(HttpRequest<?> request) {
        return pages.page(
                request,
                null,
                "admin/password",
                new PasswordView(signedIn(request).name(), accounts.passwordLength(), null));
    }

    private static Caller signedIn(HttpRequest<?> request) {
        if (Callers.session(request).isEmpty()) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "nobody is signed in");
        }
        return Callers.of(request);
    }

    /// Replaces it; all of one's sessions end, this one too.
    @Post(PASSWORD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, @Body Map<String, String> fields) {
        Caller caller = signedIn(request);
        String before = fields.getOrDefault("before", "");
        String after = fields.getOrDefault("after", "");
        if (before.length() > LONGEST || !after.equals(fields.get("again"))) {
            return refused(request, caller, "password.differs");
        }
        try {
            accounts.changePassword(caller, before, after, Callers.address(request));
            return HttpResponse.seeOther(URI.create("/sign-in"));
        } catch (MingjianException e) {
            return switch (e.code()) {
                case UNAUTHORIZED -> refused(request, caller, "password.wrong");
                case BAD_REQUEST -> refused(request, caller, "password.short");
                default -> throw e;
            };
        }
    }

    private HttpResponse<byte[]> refused(HttpRequest<?> request, Caller caller, String said) {
        return pages.page(
                        request,
                        null,
                        "admin/password",
                        new PasswordView(caller.name(), accounts.passwordLength(), said))
                .status(422);
    }
}
