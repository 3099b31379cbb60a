package io.mingjian.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.SystemFile;
import io.mingjian.ingest.Upload;

/// Hands out original files to be saved: a browser must not run what strangers uploaded.
final class Originals {
    private Originals() {}

    static HttpResponse<SystemFile> download(Upload original) {
        return HttpResponse.ok(new SystemFile(original.file().toFile(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                        .attach(original.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private");
    }
}
