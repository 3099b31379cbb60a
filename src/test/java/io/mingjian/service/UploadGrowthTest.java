package io.mingjian.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.store.sql.Databases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A report costs the same however many there are. [UploadRates] measures it with as many as one likes.
@Tag("slow")
@ExtendWith(Databases.class)
class UploadGrowthTest {
    private static final int REPORTS = 1500;
    private static final double MOST = 1.5;

    @TempDir
    private Path folder;

    @Test
    void inTheEmbeddedDatabase() throws IOException {
        assertThat(UploadRates.measure(REPORTS, folder, Map.of()).growth()).isLessThan(MOST);
    }

    @Test
    void inPostgres(Databases.Server server) throws IOException {
        assertThat(UploadRates.measure(REPORTS, folder, Databases.service(server.fresh()))
                        .growth())
                .isLessThan(MOST);
    }
}
