package io.mingjian.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.views.jte.HtmlJteViewsRenderer;
import io.mingjian.api.Callers;
import io.mingjian.service.Caller;
import io.mingjian.store.Role;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes pages: a template of `src/main/jte` and what it shows.
@Singleton
public final class Pages {
    private static final MediaType HTML = new MediaType("text/html;charset=UTF-8");

    private final HtmlJteViewsRenderer<Map<String, Object>> templates;
    private final Assets assets;

    Pages(HtmlJteViewsRenderer<Map<String, Object>> templates, Assets assets) {
        this.templates = templates;
        this.assets = assets;
    }

    /// The page that a template makes of a view.
    public MutableHttpResponse<byte[]> page(
            HttpRequest<?> request, Page.@Nullable Room room, String template, Object view) {
        byte[] html = render(
                request, new Page(Words.of(request), assets, room, signedIn(request), role(request)), template, view);
        return HttpResponse.ok(html)
                .contentType(HTML)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, private");
    }

    /// Who came in with a session, and so can leave.
    private static @Nullable String signedIn(HttpRequest<?> request) {
        return Callers.session(request).isEmpty()
                ? null
                : Callers.find(request).map(Caller::name).orElse(null);
    }

    private static @Nullable Role role(HttpRequest<?> request) {
        return Callers.find(request).map(Caller::role).orElse(null);
    }

    private byte[] render(HttpRequest<?> request, Page page, String template, Object view) {
        ByteArrayOutputStream html = new ByteArrayOutputStream();
        try {
            templates
                    .render(template, Map.of("page", page, "view", view), request)
                    .writeTo(html, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return html.toByteArray();
    }
}
