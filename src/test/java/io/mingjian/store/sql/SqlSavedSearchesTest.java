package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.problem.MingjianException;
import io.mingjian.store.SavedSearch;
import io.mingjian.store.SavedSearchStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Saved searches, on every database that they can be kept in.
abstract class SqlSavedSearchesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.000001Z");
    private static final int MOST = 3;

    @TempDir
    private Path folder;

    private final DatabaseSettings settings;
    private SqlReportStore store;
    private SavedSearchStore searches;

    SqlSavedSearchesTest(DatabaseSettings settings) {
        this.settings = settings;
    }

    static class EmbeddedTest extends SqlSavedSearchesTest {
        EmbeddedTest() {
            super(DatabaseSettings.embedded());
        }
    }

    @Tag("slow")
    @ExtendWith(Databases.class)
    static class PostgresTest extends SqlSavedSearchesTest {
        PostgresTest(Databases.Server server) {
            super(server.fresh());
        }
    }

    @BeforeEach
    void open() {
        store = SqlReportStore.open(folder, settings, Clock.systemUTC());
        searches = store.searches();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesBackWhatWasKeptAfterARestart() {
        SavedSearch kept = new SavedSearch(
                "a".repeat(32), "张三", "退回", "不予公开>0 '", Map.of("year", List.of("2023", "2022")), "-新收申请", NOW, 7);
        assertThat(searches.save(kept, MOST)).isTrue();
        close();
        open();
        assertThat(searches.list("张三")).containsExactly(kept);
        assertThat(searches.find("张三", kept.id())).contains(kept);
        assertThat(kept.filters()).isEqualTo(Map.of("year", List.of("2022", "2023")));
    }

    @Test
    void keepsNoMoreThanAllowedAndNoNameTwice() {
        for (int i = 0; i < MOST; i++) {
            assertThat(searches.save(search(i, "张三", "s" + i), MOST)).isTrue();
        }
        assertThat(searches.save(search(3, "张三", "s3"), MOST)).isFalse();
        assertThat(searches.save(search(4, "李四", "s0"), MOST)).as("another's").isTrue();
        assertThatThrownBy(() -> searches.save(search(5, "李四", "s0"), MOST)).isInstanceOf(MingjianException.class);
        assertThat(searches.list("张三")).extracting(SavedSearch::name).containsExactly("s0", "s1", "s2");
    }

    @Test
    void belongsToItsOwnerAlone() {
        SavedSearch own = search(1, "张三", "s");
        searches.save(own, MOST);
        searches.see("李四", own.id(), 9);
        assertThat(searches.find("李四", own.id())).isEmpty();
        assertThat(searches.delete("李四", own.id())).isFalse();
        assertThat(searches.find("张三", own.id())).contains(own);
    }

    @Test
    void neverForgetsWhatWasSeen() {
        SavedSearch own = search(1, "张三", "s");
        searches.save(own, MOST);
        searches.see("张三", own.id(), 9);
        searches.see("张三", own.id(), 8);
        assertThat(searches.list("张三")).extracting(SavedSearch::seen).containsExactly(9L);
        assertThat(searches.delete("张三", own.id())).isTrue();
        assertThat(searches.list("张三")).isEmpty();
        assertThat(searches.save(own, MOST)).as("its name is free again").isTrue();
    }

    private static SavedSearch search(int number, String owner, String name) {
        return new SavedSearch(String.format("%032x", number), owner, name, "公开", Map.of(), null, NOW, 1);
    }
}
