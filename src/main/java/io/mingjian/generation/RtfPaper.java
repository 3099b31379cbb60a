package io.mingjian.generation;

import io.mingjian.generation.TableGrid.Spot;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A paper as Rich Text Format: characters as Unicode escapes, tables with merged cells. Word opens it under the
/// ending `doc`, too.
final class RtfPaper {
    private static final int CELL_WIDTH = 900;

    private RtfPaper() {}

    static byte[] write(Paper paper) {
        StringBuilder rtf = new StringBuilder("{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1{\\fonttbl{\\f0 SimSun;}}\n");
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> {
                    rtf.append("\\pard ");
                    text(rtf, line.text());
                    rtf.append("\\par\n");
                }
                case Paper.Table table -> table(rtf, table);
            }
        }
        return rtf.append("}\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void table(StringBuilder rtf, Paper.Table table) {
        for (List<Spot> row : new TableGrid(table).spots()) {
            rtf.append("\\trowd");
            for (int column = 0; column < row.size(); column++) {
                if (row.get(column).leftmost()) {
                    Spot spot = row.get(column);
                    boolean merged = spot.cell().rowSpan() > 1;
                    rtf.append(merged ? spot.begins() ? "\\clvmgf" : "\\clvmrg" : "");
                    rtf.append("\\cellx").append((column + spot.cell().columnSpan()) * CELL_WIDTH);
                }
            }
            rtf.append('\n');
            for (Spot spot : row) {
                if (spot.leftmost()) {
                    rtf.append("\\pard\\intbl ");
                    text(rtf, spot.begins() ? spot.cell().text() : "");
                    rtf.append("\\cell\n");
                }
            }
            rtf.append("\\row\n");
        }
        rtf.append("\\pard\n");
    }

    private static void text(StringBuilder rtf, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '{' || c == '}') {
                rtf.append('\\').append(c);
            } else if (c == '\n') {
                rtf.append("\\line ");
            } else if (c < 0x80) {
                rtf.append(c);
            } else {
                rtf.append("\\u").append((int) (short) c).append('?');
            }
        }
    }
}
