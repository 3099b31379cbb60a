package io.mingjian.generation;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Gives a paper one of its physical forms.
public enum PaperWriter {
    /// Text, the cells of a table apart by tabs.
    TSV("txt") {
        @Override
        public byte[] write(Paper paper) {
            return text(paper, "\t", "");
        }
    },
    /// Text, one cell a line behind a tab, an empty line after each row.
    CELL_LINES("txt") {
        @Override
        public byte[] write(Paper paper) {
            StringBuilder text = new StringBuilder();
            for (Paper.Element element : paper.elements()) {
                switch (element) {
                    case Paper.Line line -> text.append(line.text()).append("\n\n");
                    case Paper.Table table -> {
                        for (List<String> row : table.grid()) {
                            row.forEach(cell -> text.append('\t').append(cell).append('\n'));
                            text.append('\n');
                        }
                    }
                }
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
    },
    /// Markdown with pipe tables.
    MARKDOWN("md") {
        @Override
        public byte[] write(Paper paper) {
            return text(paper, " | ", "|");
        }
    },
    HTML("html") {
        @Override
        public byte[] write(Paper paper) {
            return HtmlPaper.write(paper).getBytes(StandardCharsets.UTF_8);
        }
    },
    DOCX("docx") {
        @Override
        public byte[] write(Paper paper) {
            return DocxPaper.write(paper);
        }
    },
    PDF("pdf") {
        @Override
        public byte[] write(Paper paper) {
            return new PdfPaper().write(paper);
        }
    };

    private final String extension;

    PaperWriter(String extension) {
        this.extension = extension;
    }

    /// The ending of a file of this form, without the dot.
    public String extension() {
        return extension;
    }

    /// The bytes of the file; the same paper gives the same bytes.
    public abstract byte[] write(Paper paper);

    private static byte[] text(Paper paper, String separator, String border) {
        StringBuilder text = new StringBuilder();
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> text.append(line.text()).append("\n\n");
                case Paper.Table table -> {
                    List<List<String>> grid = table.grid();
                    for (int i = 0; i < grid.size(); i++) {
                        text.append(border).append(String.join(separator, grid.get(i)));
                        text.append(border).append('\n');
                        if (i == 0 && !border.isEmpty()) {
                            text.append("|---".repeat(table.columns())).append("|\n");
                        }
                    }
                    text.append('\n');
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
