package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.util.Optional;

/// The cookie that names a session. No script reads it, no page of another site sends it along with what it
/// posts, and it goes when the browser is closed; what is asked for over TLS gets one that travels over TLS only.
public final class SessionCookie {
    private static final String NAME = "mingjian-session";
    private static final String FORWARDED = "X-Forwarded-Proto";

    private SessionCookie() {}

    /// The session that a request names.
    static Optional<String> token(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).filter(token -> !token.isEmpty());
    }

    /// Names the session to whoever signed in.
    public static Cookie of(HttpRequest<?> request, String token) {
        boolean secure = request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get(FORWARDED));
        return Cookie.of(NAME, token)
                .httpOnly(true)
                .sameSite(SameSite.Lax)
                .secure(secure)
                .path("/");
    }

    /// Makes a browser forget it.
    public static Cookie gone(HttpRequest<?> request) {
        return of(request, "").maxAge(0);
    }
}
