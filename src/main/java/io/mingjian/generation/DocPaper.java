package io.mingjian.generation;

import io.mingjian.generation.TableGrid.Spot;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A paper as the least of Word's binary format (MS-DOC) that Word opens: text, its paragraphs and tables with
/// merged cells, without styles of its own. WPS writes the same under its own ending.
final class DocPaper {
    private static final char PARAGRAPH = '\r';
    private static final char CELL = '\u0007';
    private static final char LINE = '\u000B';

    /// Twentieths of a point.
    private static final int CELL_WIDTH = 900;

    private static final int IN_TABLE = 0x2416;
    private static final int ROW_END = 0x2417;
    private static final int DEPTH = 0x6649;
    private static final int ROW = 0xD608;

    private static final int MERGED_BELOW = 0x20;
    private static final int MERGED_FIRST = 0x40;
    /// What is told of a cell: how it is merged, and nothing of its width and borders.
    private static final int CELL_BYTES = 20;

    private final StringBuilder text = new StringBuilder();
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private DocPaper() {}

    /// Where a paragraph ends, and what is said of it.
    static final class Paragraph {
        private final int end;
        private final byte[] properties;

        Paragraph(int end, byte[] properties) {
            this.end = end;
            this.properties = properties.clone();
        }

        int end() {
            return end;
        }

        byte[] properties() {
            return properties.clone();
        }

        /// Bytes of what is said.
        int length() {
            return properties.length;
        }
    }

    static byte[] write(Paper paper) {
        DocPaper document = new DocPaper();
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> document.add(line.text(), PARAGRAPH, new byte[0]);
                case Paper.Table table -> document.add(table);
            }
        }
        document.add("", PARAGRAPH, new byte[0]);
        return DocStreams.write(document.text.toString(), document.paragraphs);
    }

    private void add(String words, char end, byte[] properties) {
        text.append(words.replace('\n', LINE)).append(end);
        paragraphs.add(new Paragraph(text.length(), properties));
    }

    private void add(Paper.Table table) {
        for (List<Spot> row : new TableGrid(table).spots()) {
            for (Spot spot : row) {
                if (spot.leftmost()) {
                    add(spot.begins() ? spot.cell().text() : "", CELL, inTable(false));
                }
            }
            add("", CELL, rowEnd(row));
        }
    }

    private static byte[] inTable(boolean rowEnd) {
        ByteBuffer properties = ByteBuffer.allocate(rowEnd ? 12 : 9).order(ByteOrder.LITTLE_ENDIAN);
        properties.putShort((short) IN_TABLE).put((byte) 1);
        properties.putShort((short) DEPTH).putInt(1);
        if (rowEnd) {
            properties.putShort((short) ROW_END).put((byte) 1);
        }
        return properties.array();
    }

    /// The mark behind the last cell of a row says what cells it has.
    private static byte[] rowEnd(List<Spot> row) {
        List<Integer> edges = new ArrayList<>(List.of(0));
        List<Integer> merged = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            Spot spot = row.get(column);
            if (spot.leftmost()) {
                edges.add((column + spot.cell().columnSpan()) * CELL_WIDTH);
                boolean tall = spot.cell().rowSpan() > 1;
                merged.add(tall ? MERGED_BELOW + (spot.begins() ? MERGED_FIRST : 0) : 0);
            }
        }
        int length = 1 + 2 * edges.size() + CELL_BYTES * merged.size();
        ByteBuffer cells = ByteBuffer.allocate(4 + length).order(ByteOrder.LITTLE_ENDIAN);
        cells.putShort((short) ROW).putShort((short) (length + 1)).put((byte) merged.size());
        edges.forEach(edge -> cells.putShort(edge.shortValue()));
        for (int merge : merged) {
            cells.putShort((short) merge);
            cells.position(cells.position() + CELL_BYTES - 2);
        }
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        properties.writeBytes(inTable(true));
        properties.writeBytes(cells.array());
        return properties.toByteArray();
    }
}
