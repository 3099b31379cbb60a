package io.mingjian.generation;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// Gives a paper one of its physical forms.
public enum PaperWriter {
    /// Text, the cells of a table apart by tabs.
    TSV("tsv.txt", true, text(TextTables::tabs)),
    /// Text, one cell a line behind a tab, an empty line after each row.
    CELL_LINES("cells.txt", true, text(TextTables::cellLines)),
    /// Text, one cell a paragraph, as web pages are copied; a cell that covers others is there once.
    CELL_PARAGRAPHS("paragraphs.txt", false, text(TextTables::paragraphs)),
    /// Text, columns kept apart by blanks, labels wrapped in theirs, as `pdftotext -layout` writes.
    SPACED("layout.txt", false, text(TextTables::spaced)),
    /// Text, cells one behind the other with a blank between them, labels wrapped, as `pdftotext -raw` writes.
    RAW("raw.txt", false, text(TextTables::raw)),
    /// Text, nothing between the cells, a line a row.
    GLUED("glued.txt", false, text(TextTables::glued)),
    /// Text, a table in one line, its cells a blank apart.
    ONE_LINE("oneline.txt", false, text(TextTables::oneLine)),
    /// The whole report in one line without anything between its parts, as bad conversions leave it.
    UNDELIMITED("undelimited.txt", false, PaperWriter::undelimited),
    /// Text, cells apart by full-width bars.
    PIPES("pipes.txt", true, text(TextTables::pipes)),
    /// Text, cells apart by commas, those in quotes that hold one.
    COMMAS("commas.txt", true, text(TextTables::commas)),
    /// Text, cells apart by full-width commas.
    WIDE_COMMAS("wide.txt", true, text(TextTables::wideCommas)),
    /// Comma-separated values, a line in the first field of its row.
    CSV("csv", true, PaperWriter::csv),
    /// Markdown with pipe tables.
    MARKDOWN("md", true, text(TextTables::markdown)),
    /// Markdown in which each row is a table of its own.
    ROW_TABLES("rows.md", true, text(TextTables::rowTables)),
    HTML("html", true, paper -> HtmlPaper.write(paper).getBytes(StandardCharsets.UTF_8)),
    /// The same page saved as one file.
    MHT("mht", true, MhtPaper::write),
    DOCX("docx", true, DocxPaper::write),
    ODT("odt", true, OdtPaper::write),
    RTF("rtf", true, RtfPaper::write),
    /// Rich text under the ending of the older format, as many offices keep it.
    RTF_AS_DOC("doc", true, RtfPaper::write),
    /// Word's own older format.
    DOC("doc", true, DocPaper::write),
    /// The same as WPS keeps it.
    WPS("wps", true, DocPaper::write),
    XLSX("xlsx", true, XlsxPaper::write),
    ODS("ods", true, OdsPaper::write),
    PDF("pdf", true, paper -> new PdfPaper().write(paper));

    private final String extension;
    private final boolean keepsCells;

    @SuppressWarnings("ImmutableEnumChecker") // methods without state
    private final Function<Paper, byte[]> form;

    PaperWriter(String extension, boolean keepsCells, Function<Paper, byte[]> form) {
        this.extension = extension;
        this.keepsCells = keepsCells;
        this.form = form;
    }

    /// The ending of a file of this form, without the dot in front.
    public String extension() {
        return extension;
    }

    /// Whether an empty cell leaves a trace in the file.
    public boolean keepsCells() {
        return keepsCells;
    }

    /// The bytes of the file; the same paper gives the same bytes.
    public byte[] write(Paper paper) {
        return form.apply(paper);
    }

    private static byte[] csv(Paper paper) {
        StringBuilder text = new StringBuilder();
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line ->
                    text.append(TextTables.quoted(line.text())).append('\n');
                case Paper.Table table -> text.append(TextTables.commas(table));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] undelimited(Paper paper) {
        StringBuilder text = new StringBuilder();
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> text.append(line.text());
                case Paper.Table table -> text.append(TextTables.glued(table));
            }
        }
        return text.toString().replace("\n", "").getBytes(StandardCharsets.UTF_8);
    }

    private static Function<Paper, byte[]> text(Function<Paper.Table, String> tables) {
        return paper -> {
            StringBuilder text = new StringBuilder();
            for (Paper.Element element : paper.elements()) {
                switch (element) {
                    case Paper.Line line -> text.append(line.text()).append("\n\n");
                    case Paper.Table table -> text.append(tables.apply(table)).append('\n');
                }
            }
            return text.toString().getBytes(StandardCharsets.UTF_8);
        };
    }
}
