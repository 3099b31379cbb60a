package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.mingjian.api.GrantJson.ListJson;
import io.mingjian.api.GrantJson.MadeJson;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Access;
import io.mingjian.service.Accounts;
import io.mingjian.service.Caller;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Account;
import io.mingjian.store.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Who may come in: people with passwords, programs with keys. For administrators of everything.
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "accounts")
final class AccountsController {
    private final Accounts accounts;
    private final Access access;

    AccountsController(Accounts accounts, Access access) {
        this.accounts = accounts;
        this.access = access;
    }

    @Get("/users")
    @Operation(operationId = "listUsers", summary = "People who sign in")
    ListJson users(HttpRequest<?> request) {
        return new ListJson(
                accounts.list(Callers.of(request)).stream().map(GrantJson::of).toList());
    }

    /// The first one closes the service to all others: it should be an administrator of everything.
    @Post("/users")
    @Operation(operationId = "addUser", summary = "Add somebody who signs in; tells the password once")
    HttpResponse<MadeJson> addUser(HttpRequest<?> request, @Body GrantJson asked) {
        Account account = asked.account();
        String password = accounts.add(Callers.of(request), account);
        return HttpResponse.created(new MadeJson(GrantJson.of(account), password));
    }

    @Post("/users/{name}/password")
    @Operation(operationId = "resetPassword", summary = "Make a new password; tells it once")
    MadeJson reset(HttpRequest<?> request, @PathVariable String name) {
        Caller caller = Callers.of(request);
        String password = accounts.reset(caller, name);
        return accounts.list(caller).stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .map(account -> new MadeJson(GrantJson.of(account), password))
                .orElseThrow(AccountsController::notFound);
    }

    @Delete("/users/{name}")
    @Operation(operationId = "revokeUser", summary = "End an account and its sessions")
    HttpResponse<?> revokeUser(HttpRequest<?> request, @PathVariable String name) {
        return gone(accounts.revoke(Callers.of(request), name));
    }

    @Get("/keys")
    @Operation(operationId = "listKeys", summary = "Programs that come in with a key")
    ListJson keys(HttpRequest<?> request) {
        administrator(request);
        return new ListJson(access.list().stream().map(GrantJson::of).toList());
    }

    @Post("/keys")
    @Operation(operationId = "addKey", summary = "Make a key; tells it once")
    HttpResponse<MadeJson> addKey(HttpRequest<?> request, @Body GrantJson asked) {
        Caller caller = administrator(request);
        AccessKey key = asked.key();
        return HttpResponse.created(new MadeJson(GrantJson.of(key), access.add(key, caller.act(null))));
    }

    @Delete("/keys/{name}")
    @Operation(operationId = "revokeKey", summary = "End a key")
    HttpResponse<?> revokeKey(HttpRequest<?> request, @PathVariable String name) {
        return gone(access.revoke(name, administrator(request).act(null)));
    }

    private static Caller administrator(HttpRequest<?> request) {
        Caller caller = Callers.of(request);
        caller.requireAll(Role.ADMINISTRATOR);
        return caller;
    }

    private static HttpResponse<?> gone(boolean was) {
        if (!was) {
            throw notFound();
        }
        return HttpResponse.noContent();
    }

    private static MingjianException notFound() {
        return new MingjianException(ProblemCode.NOT_FOUND, "nobody of that name");
    }
}
