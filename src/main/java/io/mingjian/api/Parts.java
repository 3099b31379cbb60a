package io.mingjian.api;

import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/// Waits for the parts of a body, one thread for one body: the stream's end ends the waiting.
final class Parts implements Subscriber<CompletedPart> {
    private final List<CompletedPart> parts = new ArrayList<>();
    private final CompletableFuture<List<CompletedPart>> all = new CompletableFuture<>();

    private Parts() {}

    /// All parts of the body, once it has arrived.
    static List<CompletedPart> of(MultipartBody body) {
        Parts parts = new Parts();
        body.subscribe(parts);
        try {
            return parts.all.join();
        } catch (CompletionException e) {
            // What the server throws for a body that is too large has its own answer.
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(CompletedPart part) {
        parts.add(part);
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        all.complete(parts);
    }
}
