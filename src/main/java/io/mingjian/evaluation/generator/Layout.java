package io.mingjian.evaluation.generator;

import io.mingjian.evaluation.generator.Draft.Part;
import io.mingjian.evaluation.generator.Draft.TableCell;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A physical form that a report can take.
enum Layout {
    /// Plain text, cells apart by tabs; what a merged cell covers is empty.
    TSV("tsv.txt") {
        @Override
        byte[] write(Draft draft) {
            return text(
                    draft,
                    table -> Matrix.of(table).stream()
                            .map(row -> String.join("\t", row) + "\n")
                            .collect(Collectors.joining()));
        }
    },
    /// Plain text, one cell a line behind a tab, rows apart by an empty line, as copied out of some pages.
    CELLS("cells.txt") {
        @Override
        byte[] write(Draft draft) {
            return text(
                    draft,
                    table -> table.rows().stream()
                            .map(row ->
                                    row.stream()
                                                    .map(cell -> "\t" + cell.text() + "\n")
                                                    .collect(Collectors.joining()) + "\n")
                            .collect(Collectors.joining()));
        }
    },
    /// Markdown with pipe tables.
    MARKDOWN("md") {
        @Override
        byte[] write(Draft draft) {
            return text(draft, table -> {
                StringBuilder rows = new StringBuilder();
                for (List<String> row : Matrix.of(table)) {
                    rows.append("| ").append(String.join(" | ", row)).append(" |\n");
                    if (rows.indexOf("\n") == rows.length() - 1) {
                        rows.append("|---".repeat(table.columns())).append("|\n");
                    }
                }
                return rows.toString();
            });
        }
    },
    /// A page with real tables.
    HTML("html") {
        @Override
        byte[] write(Draft draft) {
            return HtmlPage.of(draft).getBytes(StandardCharsets.UTF_8);
        }
    },
    /// A Word document with real tables.
    DOCX("docx") {
        @Override
        byte[] write(Draft draft) {
            return WordFile.of(draft);
        }
    };

    private final String ending;

    Layout(String ending) {
        this.ending = ending;
    }

    /// The end of the file's name, behind a dot.
    String ending() {
        return ending;
    }

    /// The bytes of the file.
    abstract byte[] write(Draft draft);

    /// How a table is written in plain text.
    @FunctionalInterface
    interface TableText {
        String of(Part.Table table);
    }

    private static byte[] text(Draft draft, TableText tables) {
        return draft.parts().stream()
                .map(part -> switch (part) {
                    case Part.Title title -> title.text() + "\n\n";
                    case Part.Heading heading -> heading.text() + "\n\n";
                    case Part.Prose prose -> prose.text() + "\n\n";
                    case Part.Table table -> tables.of(table) + "\n";
                })
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A table with every covered place filled in by an empty text.
    static final class Matrix {
        private Matrix() {}

        static List<List<String>> of(Part.Table table) {
            String[][] matrix = new String[table.rows().size()][table.columns()];
            for (int row = 0; row < matrix.length; row++) {
                int column = 0;
                for (TableCell cell : table.rows().get(row)) {
                    while (matrix[row][column] != null) {
                        column++;
                    }
                    for (int down = row; down < row + cell.rowSpan(); down++) {
                        for (int right = column; right < column + cell.columnSpan(); right++) {
                            matrix[down][right] = down == row && right == column ? cell.text() : "";
                        }
                    }
                }
            }
            return List.of(matrix).stream().map(List::of).toList();
        }
    }
}
