package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Verification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks at every byte of the store.
record Inspection(Database database, Originals originals) {
    Verification run() {
        List<String> damaged = new ArrayList<>();
        List<String> files = strings("SELECT sha256 FROM original ORDER BY sha256");
        Set<String> contents = new HashSet<>();
        for (String column : List.of("extraction", "machine", "corrections", "document_text")) {
            contents.addAll(
                    strings("SELECT DISTINCT " + column + " FROM report_version WHERE " + column + " IS NOT NULL"));
        }
        try {
            for (String sha256 : files) {
                if (!originals.isWhole(sha256)) {
                    damaged.add(sha256);
                }
            }
            for (String sha256 : contents) {
                if (!isWhole(sha256)) {
                    damaged.add(sha256);
                }
            }
            return new Verification(files.size(), contents.size(), damaged, originals.strays(new HashSet<>(files)));
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read the originals", e);
        }
    }

    private List<String> strings(String sql) {
        return database.read(connection -> Sql.list(connection, sql, row -> row.getString(1)));
    }

    private boolean isWhole(String sha256) {
        return database.read(connection -> Contents.find(connection, sha256)).isPresent();
    }
}
