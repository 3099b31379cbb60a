package io.mingjian.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Hidden;

/// Hands out [Assets].
@Controller(AssetsController.PATH)
@Hidden
final class AssetsController {
    static final String PATH = "/assets";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NOT_AT_ALL = "no-cache";

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    /// The file; a page that is older than the program asks for an earlier version, and is given what there is.
    @Get("/{version}/{name}")
    HttpResponse<byte[]> asset(@PathVariable String version, @PathVariable String name) {
        Assets.Asset asset =
                assets.find(name).orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such asset"));
        return HttpResponse.ok(asset.content())
                .contentType(new MediaType(asset.type() + ";charset=UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, asset.version().equals(version) ? FOR_EVER : NOT_AT_ALL);
    }
}
