package io.mingjian.ingest;

import io.mingjian.ingest.EdgeTable.EdgeCell;
import io.mingjian.ingest.EdgeTable.Merge;
import io.mingjian.ingest.numbering.ListCounter;
import io.mingjian.ingest.numbering.ListLevel;
import io.mingjian.ingest.numbering.NumberFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.HWPFOldDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.OfficeDrawing;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Picture;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;
import org.apache.poi.hwpf.usermodel.TableRow;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads binary Word files, which WPS writes too (doc, wps): list numbers, merged cells, notes, text boxes at
/// the end. Of Word 95 and older only the text.
final class DocReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) throws IOException {
        Draft draft = new Draft(limits, source.pulse());
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(source.bytes()))) {
            try (HWPFDocument document = new HWPFDocument(files)) {
                new DocWalk(document, draft).write();
            } catch (OldWordFileFormatException e) {
                try (HWPFOldDocument document = new HWPFOldDocument(files)) {
                    document.getRange().text().lines().forEach(line -> draft.paragraph(DocWalk.plain(line)));
                }
            }
        }
        return draft.finish(source.mediaType(), null, false);
    }

    /// Walks one document.
    private static final class DocWalk {
        /// In a point.
        private static final int TWIPS = 20;

        private final HWPFDocument document;
        private final Draft draft;
        private final Map<Integer, ListCounter> counters = new HashMap<>();
        private int notes;

        DocWalk(HWPFDocument document, Draft draft) {
            this.document = document;
            this.draft = draft;
        }

        void write() {
            pictures();
            write(document.getRange());
            Range boxes = document.getMainTextboxRange();
            if (boxes != null) {
                write(boxes);
            }
        }

        /// Pictures within lines by the size they are shown at, floating ones by their frame.
        private void pictures() {
            for (Picture picture : document.getPicturesTable().getAllPictures()) {
                try {
                    count(
                            picture.getDxaGoal() * ((picture.getHorizontalScalingFactor() & 0xFFFF) / 1000.0) / TWIPS,
                            picture.getDyaGoal() * ((picture.getVerticalScalingFactor() & 0xFFFF) / 1000.0) / TWIPS);
                } catch (NullPointerException e) {
                    // Fields of forms are kept among the pictures; they have no size, and POI fails to say so.
                }
            }
            for (OfficeDrawing drawing : document.getOfficeDrawingsMain().getOfficeDrawings()) {
                if (drawing.getPictureData() != null) {
                    count(
                            (double) (drawing.getRectangleRight() - drawing.getRectangleLeft()) / TWIPS,
                            (double) (drawing.getRectangleBottom() - drawing.getRectangleTop()) / TWIPS);
                }
            }
        }

        private void count(double width, double height) {
            if (LargePicture.is(width, height)) {
                draft.unreadPicture();
            }
        }

        private void write(Range range) {
            for (int i = 0; i < range.numParagraphs(); i++) {
                Paragraph paragraph = range.getParagraph(i);
                if (paragraph.isInTable()) {
                    Table table = range.getTable(paragraph);
                    table(table);
                    i += Math.max(1, table.numParagraphs()) - 1;
                } else {
                    draft.paragraph(text(paragraph));
                    notes(paragraph.text());
                }
            }
        }

        private void table(Table table) {
            EdgeTable edges = new EdgeTable();
            StringBuilder whole = new StringBuilder();
            for (int i = 0; i < table.numRows(); i++) {
                TableRow row = table.getRow(i);
                List<EdgeCell> cells = new ArrayList<>();
                for (int j = 0; j < row.numCells(); j++) {
                    TableCell cell = row.getCell(j);
                    String text = text(cell);
                    whole.append(cell.text());
                    cells.add(new EdgeCell(
                            cell.getLeftEdge(),
                            cell.getLeftEdge() + cell.getWidth(),
                            merge(cell.isMerged(), cell.isFirstMerged()),
                            merge(cell.isVerticallyMerged(), cell.isFirstVerticallyMerged()),
                            text));
                }
                edges.row(cells);
            }
            edges.write(draft);
            notes(whole.toString());
        }

        private static Merge merge(boolean merged, boolean first) {
            return first ? Merge.BEGINS : merged ? Merge.CONTINUES : Merge.NONE;
        }

        private String text(TableCell cell) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < cell.numParagraphs(); i++) {
                text.append(i == 0 ? "" : "\n").append(text(cell.getParagraph(i)));
            }
            return text.toString();
        }

        private String text(Paragraph paragraph) {
            String text = plain(Range.stripFields(paragraph.text()));
            return text.isBlank() ? text : number(paragraph) + text;
        }

        /// Control characters as what they stand for; marks of pictures, notes and cells go.
        private static String plain(String raw) {
            StringBuilder text = new StringBuilder(raw.length());
            for (int i = 0; i < raw.length(); i++) {
                char c = raw.charAt(i);
                switch (c) {
                    case '\u000B' -> text.append('\n');
                    case '\u001E' -> text.append('-');
                    case '\t' -> text.append('\t');
                    default -> text.append(c < ' ' ? "" : String.valueOf(c));
                }
            }
            return text.toString();
        }

        private String number(Paragraph paragraph) {
            if (!paragraph.isInList()) {
                return "";
            }
            HWPFList list;
            try {
                list = paragraph.getList();
            } catch (IllegalStateException | IndexOutOfBoundsException e) {
                // The paragraph names a list that the file does not hold.
                return "";
            }
            if (list.getListData() == null) {
                return "";
            }
            List<ListLevel> levels = new ArrayList<>();
            for (int i = 0; i < list.getListData().numLevels(); i++) {
                levels.add(level(list, i));
            }
            ListCounter counter = counters.computeIfAbsent(list.getLsid(), id -> new ListCounter(9));
            return counter.next(levels, paragraph.getIlvl());
        }

        private static ListLevel level(HWPFList list, int index) {
            org.apache.poi.hwpf.model.ListLevel level = list.getListData().getLevel(index + 1);
            StringBuilder pattern = new StringBuilder();
            String text = level.getNumberText() == null ? "" : level.getNumberText();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                // A character below 9 stands for the number of that level.
                pattern.append(c < 9 ? "%" + (c + 1) : String.valueOf(c));
            }
            NumberFormat format = NumberFormat.coded(level.getNumberFormat());
            return new ListLevel(
                    format,
                    pattern.toString(),
                    level.getStartAt(),
                    index,
                    level.isLegalNumbering(),
                    level.getTypeOfCharFollowingTheNumber() == 2);
        }

        /// Writes the notes that a text refers to.
        private void notes(String text) {
            Notes footnotes = document.getFootnotes();
            for (int i = text.indexOf('\u0002'); i >= 0; i = text.indexOf('\u0002', i + 1)) {
                if (footnotes == null || notes >= footnotes.getNotesCount()) {
                    return;
                }
                int start = footnotes.getNoteTextStartOffset(notes);
                int end = footnotes.getNoteTextEndOffset(notes);
                String all = document.getFootnoteRange().text();
                if (start >= 0 && start < end && end <= all.length()) {
                    draft.paragraph(plain(all.substring(start, end).replace('\r', '\n')));
                }
                notes++;
            }
        }
    }
}
