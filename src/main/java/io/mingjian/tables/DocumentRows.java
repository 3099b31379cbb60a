package io.mingjian.tables;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.Limits;
import io.mingjian.model.CellMarks;
import io.mingjian.outline.Outline;
import io.mingjian.outline.Section;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.text.CanonicalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of a document's sections, made of its blocks when they are first asked for. Not shared between
/// threads.
final class DocumentRows {
    private final Outline outline;
    private final CellMarks marks;
    private final int mostRows;
    private final int longestLine;
    private final Map<String, SourceRows> sections = new HashMap<>();
    private final Map<String, Likenesses> likenesses = new HashMap<>();
    private @Nullable SourceRows everywhere;

    DocumentRows(Outline outline, CellMarks marks, Limits.Shape shape) {
        this.outline = outline;
        this.marks = marks;
        this.mostRows = shape.tableRows();
        this.longestLine = shape.lineCharacters();
    }

    CanonicalText text() {
        return outline.text();
    }

    /// How like the words of the document are to the rows of a table.
    Likenesses likenesses(String table, Vocabulary vocabulary) {
        return likenesses.computeIfAbsent(table, id -> new Likenesses(vocabulary));
    }

    /// The year reported on, where the report has a title: without one it may be the first year that is named.
    Optional<Integer> year() {
        return Optional.ofNullable(
                outline.title().title() == null ? null : outline.title().year());
    }

    /// The rows where a table of these forms belongs.
    ///
    /// @throws MingjianException where the section has more lines, or longer ones, than are accepted: a table
    ///                           that is read in part looks like one that was filled in in part
    SourceRows of(List<FormFitter> candidates) {
        String id = candidates.getFirst().kind().id();
        return sections.computeIfAbsent(id, one -> {
            List<TableSource> sources = TableSource.of(outline.text(), sectionBlocks(candidates));
            if (size(sources) > mostRows) {
                throw MingjianException.limit(ProblemCode.TEXT_TOO_LONG, "mingjian.limits.table-rows", mostRows);
            }
            if (longest(sources) > longestLine) {
                throw MingjianException.limit(
                        ProblemCode.TEXT_TOO_LONG, "mingjian.limits.line-characters", longestLine);
            }
            return TableSource.rows(outline.text(), marks, sources);
        });
    }

    /// None where the document is too long to be looked through for a table that is missing in its section.
    SourceRows everywhere() {
        SourceRows rows = everywhere;
        if (rows == null) {
            List<TableSource> sources =
                    TableSource.of(outline.text(), outline.document().blocks());
            boolean within = size(sources) <= mostRows && longest(sources) <= longestLine;
            rows = TableSource.rows(outline.text(), marks, within ? sources : List.of());
            everywhere = rows;
        }
        return rows;
    }

    private static int size(List<TableSource> sources) {
        return sources.stream().mapToInt(TableSource::size).sum();
    }

    private static int longest(List<TableSource> sources) {
        return sources.stream().mapToInt(TableSource::longestLine).max().orElse(0);
    }

    /// Whether all rows that were asked for are the same in both orders.
    boolean arePlain() {
        return sections.values().stream().allMatch(SourceRows::isPlain) && (everywhere == null || everywhere.isPlain());
    }

    /// The blocks of the table's sections, and of those behind them whose headings are rows of the table: 四、
    /// begins the fourth section and the last row alike.
    private List<Block> sectionBlocks(List<FormFitter> candidates) {
        String id = candidates.getFirst().kind().section();
        List<Block> blocks = new ArrayList<>();
        boolean inside = false;
        for (Section section : outline.sections()) {
            if (section.id().equals(id)) {
                blocks.addAll(section.blocks());
                inside = true;
            } else if (inside && candidates.stream().anyMatch(each -> each.hasRow(section.heading()))) {
                outline.document().blocks().stream()
                        .filter(block -> section.span().contains(block.span().start()))
                        .forEach(blocks::add);
            } else {
                inside = false;
            }
        }
        return blocks;
    }
}
