package io.mingjian.web;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Style sheet and scripts of the pages, from the jar. Their address changes with their content, so that
/// browsers may keep them for as long as they like.
@Singleton
public final class Assets {
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js";

    private static final int VERSION_LENGTH = 12;

    private final Map<String, Asset> assets;

    Assets() {
        assets = List.of(
                        read("pages.css", "text/css", "/assets/pages.css"),
                        read("pages.js", "text/javascript", "/assets/pages.js"),
                        read("icon.svg", "image/svg+xml", "/assets/icon.svg"),
                        read("htmx.js", "text/javascript", HTMX))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Asset::name, Function.identity()));
    }

    /// A file that browsers ask for.
    ///
    /// @param version of its content, in hex
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Asset(String name, String type, String version, byte[] content) {}

    /// Where a page refers to.
    ///
    /// @throws IllegalArgumentException where there is no such asset, which is a mistake of a template
    public String path(String name) {
        Asset asset = find(name).orElseThrow(() -> new IllegalArgumentException("no asset \"" + name + "\""));
        return AssetsController.PATH + "/" + asset.version() + "/" + name;
    }

    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private static Asset read(String name, String type, String resource) {
        try (InputStream in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in this build");
            }
            byte[] content = in.readAllBytes();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Asset(name, type, HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH), content);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
