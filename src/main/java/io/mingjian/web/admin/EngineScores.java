package io.mingjian.web.admin;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.extract.Engine;
import io.mingjian.model.ReportModel;
import io.mingjian.web.admin.AdminView.EngineView;
import io.mingjian.web.admin.AdminView.ScoreView;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// What reads the reports here, and how well it read those of the corpus.
@Singleton
final class EngineScores {
    private static final String LIST = "/scores.properties";
    private static final String SHEET = "sheet";
    private static final String NOTHING = "nothing/";
    private static final List<String> SHARES = List.of("precision", "recall", "f1", "f1_full");
    private static final String CELLS = "cells";
    private static final String RIGHT = "/right";

    private static final String BETWEEN = "/";

    private final EngineView engine;

    EngineScores(ReportModel model, ObjectMapper mapper) {
        Engine read = Engine.of(model);
        engine = new EngineView(model.id(), read.model(), read.program(), scores(mapper));
    }

    EngineView engine() {
        return engine;
    }

    private static List<ScoreView> scores(ObjectMapper mapper) {
        Properties list = new Properties();
        try (InputStream names = EngineScores.class.getResourceAsStream(LIST)) {
            if (names != null) {
                list.load(names);
            }
            try (InputStream sheet = EngineScores.class.getResourceAsStream(list.getProperty(SHEET, "/scores/none"))) {
                return sheet == null ? List.of() : scores(mapper.readValue(sheet, Map.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(LIST, e);
        }
    }

    private static List<ScoreView> scores(@Nullable Map<?, ?> sheet) {
        if (sheet == null) {
            return List.of();
        }
        List<ScoreView> scores = new ArrayList<>();
        if (sheet.get("counts") instanceof Map<?, ?> counts && counts.get("documents") instanceof Number documents) {
            scores.add(new ScoreView("documents", documents.toString()));
        }
        for (String share : SHARES) {
            if (sheet.get(share) instanceof Number number) {
                scores.add(new ScoreView(
                        share,
                        new BigDecimal(number.toString())
                                .setScale(3, RoundingMode.HALF_UP)
                                .toPlainString()));
            }
        }
        if (sheet.get(CELLS) instanceof Map<?, ?> cells) {
            scores.add(cells(cells));
        }
        return scores;
    }

    /// Cells with a number that were read as that number, out of all of those.
    private static ScoreView cells(Map<?, ?> cells) {
        long right = 0;
        long all = 0;
        for (Map.Entry<?, ?> cell : cells.entrySet()) {
            String kind = String.valueOf(cell.getKey());
            long count = cell.getValue() instanceof Number number ? number.longValue() : 0;
            if (!kind.startsWith(NOTHING)) {
                all += count;
                right += kind.endsWith(RIGHT) ? count : 0;
            }
        }
        return new ScoreView(CELLS, right + BETWEEN + all);
    }
}
