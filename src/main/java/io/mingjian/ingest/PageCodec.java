package io.mingjian.ingest;

import io.mingjian.ingest.layout.TextPlace;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringTokenizer;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/// What a child answers about a page, as Tika's metadata and back.
final class PageCodec {
    private static final String PICTURE = "mingjian:page-picture";
    private static final String PLACES = "mingjian:page-places";

    /// Places cross as whole tenths of a point.
    private static final float TENTHS = 10;

    private PageCodec() {}

    static void write(byte[] picture, Metadata to) {
        to.set(PICTURE, Base64.getEncoder().encodeToString(picture));
    }

    static void write(PagePlaces page, Metadata to) {
        StringBuilder numbers = new StringBuilder();
        add(numbers, page.width());
        add(numbers, page.height());
        for (TextPlace place : page.places()) {
            numbers.append(place.start()).append(' ').append(place.end()).append(' ');
            add(numbers, place.x());
            add(numbers, place.y());
            add(numbers, place.width());
            add(numbers, place.height());
        }
        to.set(PLACES, numbers.toString());
    }

    private static void add(StringBuilder numbers, float points) {
        numbers.append(Math.round(points * TENTHS)).append(' ');
    }

    /// The picture that was written, or null where there is none; throws the problem that was written.
    static byte @Nullable [] picture(Metadata from) {
        ReadingCodec.throwProblem(from);
        String picture = from.get(PICTURE);
        return picture == null ? null : Base64.getDecoder().decode(picture);
    }

    /// The places that were written, or null where there are none; throws the problem that was written.
    static @Nullable PagePlaces places(Metadata from) {
        ReadingCodec.throwProblem(from);
        String written = from.get(PLACES);
        if (written == null) {
            return null;
        }
        StringTokenizer numbers = new StringTokenizer(written);
        float width = points(numbers);
        float height = points(numbers);
        List<TextPlace> places = new ArrayList<>();
        while (numbers.hasMoreTokens()) {
            int start = Integer.parseInt(numbers.nextToken());
            int end = Integer.parseInt(numbers.nextToken());
            places.add(new TextPlace(start, end, points(numbers), points(numbers), points(numbers), points(numbers)));
        }
        return new PagePlaces(width, height, places);
    }

    private static float points(StringTokenizer numbers) {
        return Integer.parseInt(numbers.nextToken()) / TENTHS;
    }
}
