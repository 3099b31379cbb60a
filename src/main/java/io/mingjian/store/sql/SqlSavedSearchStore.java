package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.SavedSearch;
import io.mingjian.store.SavedSearchStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Saved searches in the database of the reports.
record SqlSavedSearchStore(Database database) implements SavedSearchStore {
    /// A row before its filters are known.
    private record Row(
            String id,
            String owner,
            String name,
            String question,
            @Nullable String sort,
            Instant savedAt,
            long seen) {
        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("id"),
                    row.getString("owner"),
                    row.getString("name"),
                    row.getString("question"),
                    row.getString("ordered_by"),
                    Sql.instant(row, "saved_at"),
                    row.getLong("seen"));
        }
    }

    private record Choice(String facet, String value) {
        static Choice read(ResultSet row) throws SQLException {
            return new Choice(row.getString("facet"), row.getString("choice"));
        }
    }

    @Override
    public boolean save(SavedSearch search, int most) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            List<SavedSearch> own = list(connection, search.owner());
            if (own.stream().anyMatch(other -> other.name().equals(search.name()))) {
                throw new MingjianException(ProblemCode.CONFLICT, "there is a search of that name");
            }
            if (own.size() >= most) {
                return false;
            }
            transaction.log(new Act(search.owner(), null), "search.save", search.id(), null, null);
            insert(connection, search);
            return true;
        });
    }

    private static void insert(Connection connection, SavedSearch search) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO saved_search (id, owner, name, question, ordered_by, saved_at, seen) VALUES (?, ?, ?, ?, ?, ?, ?)",
                search.id(),
                search.owner(),
                search.name(),
                search.query(),
                search.sort(),
                search.savedAt(),
                search.seen());
        for (Map.Entry<String, List<String>> filter : search.filters().entrySet()) {
            for (String value : filter.getValue()) {
                Sql.update(
                        connection,
                        "INSERT INTO saved_search_filter (search, facet, choice) VALUES (?, ?, ?)",
                        search.id(),
                        filter.getKey(),
                        value);
            }
        }
    }

    @Override
    public List<SavedSearch> list(String owner) {
        return database.read(connection -> list(connection, owner));
    }

    private static List<SavedSearch> list(Connection connection, String owner) throws SQLException {
        List<SavedSearch> found = new ArrayList<>();
        for (Row row :
                Sql.list(connection, "SELECT * FROM saved_search WHERE owner = ? ORDER BY name", Row::read, owner)) {
            found.add(search(connection, row));
        }
        return found;
    }

    @Override
    public Optional<SavedSearch> find(String owner, String id) {
        return database.read(connection -> {
            Optional<Row> row = Sql.first(
                    connection, "SELECT * FROM saved_search WHERE owner = ? AND id = ?", Row::read, owner, id);
            return row.isEmpty() ? Optional.empty() : Optional.of(search(connection, row.get()));
        });
    }

    private static SavedSearch search(Connection connection, Row row) throws SQLException {
        Map<String, List<String>> filters = Sql.list(
                        connection,
                        "SELECT * FROM saved_search_filter WHERE search = ? ORDER BY facet, choice",
                        Choice::read,
                        row.id())
                .stream()
                .collect(Collectors.groupingBy(Choice::facet, Collectors.mapping(Choice::value, Collectors.toList())));
        return new SavedSearch(
                row.id(), row.owner(), row.name(), row.question(), filters, row.sort(), row.savedAt(), row.seen());
    }

    @Override
    public void see(String owner, String id, long through) {
        database.note(connection -> Sql.update(
                connection,
                "UPDATE saved_search SET seen = ? WHERE owner = ? AND id = ? AND seen < ?",
                through,
                owner,
                id,
                through));
    }

    @Override
    public boolean delete(String owner, String id) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            if (Sql.number(connection, "SELECT count(*) FROM saved_search WHERE owner = ? AND id = ?", owner, id)
                    == 0) {
                return false;
            }
            transaction.log(new Act(owner, null), "search.delete", id, null, null);
            Sql.update(connection, "DELETE FROM saved_search_filter WHERE search = ?", id);
            Sql.update(connection, "DELETE FROM saved_search WHERE id = ?", id);
            return true;
        });
    }
}
