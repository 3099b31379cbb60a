package io.mingjian.web;

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
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.api.Callers;
import io.mingjian.api.SessionCookie;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Accounts;
import io.mingjian.wire.ProblemStatus;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Where people sign in, and leave.
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
@Hidden
final class SignInController {
    private static final String HOME = "/";
    private static final String SIGN_IN = "/sign-in";

    private final Accounts accounts;
    private final Pages pages;

    SignInController(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    /// What the form sends.
    @Serdeable
    public record FormJson(
            @Nullable String name,
            @Nullable String password,
            @Nullable String next) {
        @Override
        public String toString() {
            return "FormJson[" + name + "]"; // never the password
        }
    }

    @Get(SIGN_IN)
    HttpResponse<byte[]> form(HttpRequest<?> request, @Nullable @QueryValue String next) {
        return pages.page(request, null, SignInView.TEMPLATE, new SignInView("", ours(next), null));
    }

    @Post(SIGN_IN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body FormJson form) {
        String next = ours(form.next());
        String name = text(form.name()).strip();
        try {
            Accounts.SignedIn signedIn = accounts.signIn(name, text(form.password()), Callers.address(request));
            return HttpResponse.seeOther(URI.create(next)).cookie(SessionCookie.of(request, signedIn.token()));
        } catch (MingjianException problem) {
            if (problem.code() != ProblemCode.UNAUTHORIZED && problem.code() != ProblemCode.TOO_MANY_ATTEMPTS) {
                throw problem;
            }
            SignInView view = new SignInView(name, next, Words.of(request).problem(problem.code()));
            MutableHttpResponse<byte[]> page = pages.page(request, null, SignInView.TEMPLATE, view);
            return page.status(ProblemStatus.of(problem.code()));
        }
    }

    private static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        Callers.session(request).ifPresent(accounts::signOut);
        return HttpResponse.seeOther(URI.create(SIGN_IN)).cookie(SessionCookie.gone(request));
    }

    /// Where to go on, if that is a page of ours: an address that begins otherwise leads elsewhere.
    private static String ours(@Nullable String next) {
        boolean ours = next != null
                && next.startsWith("/")
                && !next.startsWith("//")
                && next.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')
                && isAddress(next);
        return ours ? String.valueOf(next) : HOME;
    }

    private static boolean isAddress(String text) {
        try {
            return !URI.create(text).isAbsolute();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
