package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class EmbeddedSizeTest {
    private static final int REPORTS = 600;
    private static final int LENGTH = 30_000;
    private static final Summary SUMMARY =
            new Summary("a.txt", "text/plain", "m", null, null, null, null, null, null, Map.of());

    @TempDir
    private Path folder;

    @Test
    void givesBackTheRoomThatManyReportsLeftWhenItIsClosed() throws IOException {
        long open;
        try (ReportStore store = open()) {
            for (int i = 0; i < REPORTS; i++) {
                String content = i + text(i);
                Path file = Files.writeString(folder.resolve("upload"), content);
                Reading reading =
                        new Reading(content.getBytes(StandardCharsets.UTF_8), content, SUMMARY, new Engine("e", "m"));
                store.put(new Upload("a.txt", null, file), Belonging.UNSTATED, reading, new Act("张三", null));
            }
            open = size();
        }
        assertThat(open).as("large enough to be made smaller").isGreaterThan(4 << 20);
        assertThat(size()).isLessThan(open / 2);
        assertThat(folder.resolve("data/database/mingjian.trace.db"))
                .as("what the database says went wrong")
                .doesNotExist();
        try (ReportStore store = open()) {
            assertThat(store.verify().damaged()).isEmpty();
            assertThat(store.changes(0, Integer.MAX_VALUE)).hasSize(REPORTS);
        }
    }

    /// As long as an extraction is, and nothing that could be written shorter.
    private static String text(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append((char) (' ' + random.nextInt(90)));
        }
        return text.toString();
    }

    private ReportStore open() {
        return SqlReportStore.open(folder.resolve("data"), DatabaseSettings.embedded(), Clock.systemUTC());
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("data/database/mingjian.mv.db"));
    }
}
