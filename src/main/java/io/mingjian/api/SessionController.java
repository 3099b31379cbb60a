package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.service.Accounts;
import io.mingjian.service.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Signing in and out.
@Controller(SessionController.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "session")
final class SessionController {
    static final String PATH = "/api/v1/session";

    private final Accounts accounts;

    SessionController(Accounts accounts) {
        this.accounts = accounts;
    }

    /// Who signs in.
    @Serdeable
    public record CredentialsJson(
            @Nullable String name, @Nullable String password) {
        @Override
        public String toString() {
            return "CredentialsJson[" + name + "]"; // never the password
        }
    }

    /// A password and what replaces it.
    @Serdeable
    public record PasswordJson(
            @Nullable String before, @Nullable String after) {
        @Override
        public String toString() {
            return "PasswordJson[]";
        }
    }

    /// Signs in: the answer sets the cookie that names the session.
    @Post
    @Operation(operationId = "signIn", summary = "Sign in")
    HttpResponse<GrantJson> signIn(HttpRequest<?> request, @Body CredentialsJson who) {
        Accounts.SignedIn signedIn = accounts.signIn(
                Parameters.needed(who.name(), "name"),
                Parameters.needed(who.password(), "password"),
                Callers.address(request));
        return HttpResponse.ok(GrantJson.of(signedIn.caller())).cookie(SessionCookie.of(request, signedIn.token()));
    }

    @Get
    @Operation(operationId = "whoAmI", summary = "Who is signed in, and what they may do")
    GrantJson get(HttpRequest<?> request) {
        return GrantJson.of(Callers.of(request));
    }

    @Delete
    @Operation(operationId = "signOut", summary = "Sign out")
    HttpResponse<?> signOut(HttpRequest<?> request) {
        Callers.session(request).ifPresent(accounts::signOut);
        return HttpResponse.noContent().cookie(SessionCookie.gone(request));
    }

    /// Replaces one's password; all one's sessions end.
    @Put("/password")
    @Operation(operationId = "changePassword", summary = "Change one's own password")
    HttpResponse<?> changePassword(HttpRequest<?> request, @Body PasswordJson asked) {
        Caller caller = Callers.of(request);
        accounts.changePassword(
                caller,
                Parameters.needed(asked.before(), "before"),
                Parameters.needed(asked.after(), "after"),
                Callers.address(request));
        return HttpResponse.noContent().cookie(SessionCookie.gone(request));
    }
}
