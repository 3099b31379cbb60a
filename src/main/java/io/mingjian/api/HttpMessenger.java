package io.mingjian.api;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.api.FeedsController.ChangeJson;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.supervision.Webhooks;
import io.mingjian.store.supervision.ChangeRow;
import io.mingjian.store.supervision.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Posts a change as JSON, signed, to where a webhook wants it.
///
/// ```text
/// Mingjian-Event: report.upload
/// Mingjian-Delivery: 0f3a…-1207          the same for every attempt
/// Mingjian-Signature: t=1700000000,v1=…  HMAC-SHA256 of "1700000000." and the body, in lower-case hex
/// ```
///
/// Whoever adds a webhook makes this machine ask others for something. So it asks neither itself nor the
/// addresses by which clouds tell machines their secrets, follows no redirection, and gives nothing of an answer
/// back but its status. A name is looked up just before it is asked, and the system remembers that look-up for
/// the asking.
public final class HttpMessenger implements Webhooks.Messenger {
    private static final String ALGORITHM = "HmacSHA256";

    private final ObjectMapper mapper;
    private final Allowed allowed;
    private final Clock clock;
    private @Nullable HttpClient http;

    public HttpMessenger(ObjectMapper mapper, Allowed allowed, Clock clock) {
        this.mapper = mapper;
        this.allowed = allowed;
        this.clock = clock;
    }

    /// Made with the first message: most offices send none, and what it needs to encrypt takes its time.
    private synchronized HttpClient http() {
        HttpClient made = http;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(allowed.timeout())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            http = made;
        }
        return made;
    }

    /// Where messages may go.
    ///
    /// @param timeout        of one attempt
    /// @param localAddresses this machine itself, and its neighbours by link-local addresses
    /// @param privateAddresses of the office's own network
    public record Allowed(Duration timeout, boolean localAddresses, boolean privateAddresses) {}

    @Override
    public void check(String url) {
        checkHost(uri(url));
    }

    private static URI uri(String url) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "url: not an address", e);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "url: http or https with a host, without a password");
        }
        return uri;
    }

    private void checkHost(URI uri) {
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                boolean refused = (isLocal(address) && !allowed.localAddresses())
                        || (isPrivate(address) && !allowed.privateAddresses())
                        || address.isMulticastAddress();
                if (refused) {
                    throw new MingjianException(ProblemCode.BAD_REQUEST, "url: nothing is sent to such an address");
                }
            }
        } catch (UnknownHostException e) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "url: no such host", e);
        }
    }

    /// This machine, its link, and the range in which clouds answer for themselves.
    static boolean isLocal(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean shared = bytes.length == 4 && (bytes[0] & 0xFF) == 100 && (bytes[1] & 0xC0) == 64;
        boolean thisNetwork = bytes.length == 4 && bytes[0] == 0;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || shared
                || thisNetwork;
    }

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
        return address.isSiteLocalAddress() || uniqueLocal;
    }

    @Override
    public int send(Webhook webhook, ChangeRow change) {
        URI uri = uri(webhook.url());
        checkHost(uri);
        byte[] body = body(change);
        long at = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(allowed.timeout())
                .header("Content-Type", "application/json")
                .header("User-Agent", "mingjian")
                .header("Mingjian-Event", change.action())
                .header("Mingjian-Delivery", webhook.id() + "-" + change.sequence())
                .header("Mingjian-Signature", "t=" + at + ",v1=" + signature(webhook.secret(), at, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return status(request);
    }

    private byte[] body(ChangeRow change) {
        try {
            return mapper.writeValueAsBytes(ChangeJson.of(change));
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.INTERNAL_ERROR, "a change cannot be written", e);
        }
    }

    /// What a receiver computes, too, to know that a message is ours and of when.
    static String signature(String secret, long at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /// The answer's body counts within the time, too, though nobody reads it.
    private int status(HttpRequest request) {
        CompletableFuture<HttpResponse<Void>> answer =
                http().sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(2 * allowed.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
        } catch (ExecutionException e) {
            throw new Webhooks.UnansweredException("no answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Webhooks.UnansweredException("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Webhooks.UnansweredException("interrupted", e);
        }
    }
}
