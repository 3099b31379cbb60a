package io.mingjian.generation;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A paper as PDF pages with ruled tables, wrapped lines and page breaks inside tables.
///
/// The font is named, not embedded: one of the standard Chinese fonts that every reader has or replaces. Its
/// encoding is UCS-2, so the text can be read back without any font at hand.
final class PdfPaper {
    private static final int WIDTH = 595;
    private static final int HEIGHT = 842;
    private static final int MARGIN = 56;
    private static final double SIZE = 9;
    private static final double LEADING = 13;
    private static final double PADDING = 2;

    private final List<StringBuilder> pages = new ArrayList<>();
    private double y;

    byte[] write(Paper paper) {
        newPage();
        for (Paper.Element element : paper.elements()) {
            switch (element) {
                case Paper.Line line -> line(line);
                case Paper.Table table -> table(table);
            }
        }
        return assemble();
    }

    private void newPage() {
        pages.add(new StringBuilder("0.5 w\n"));
        y = HEIGHT - MARGIN;
    }

    private void line(Paper.Line line) {
        for (String part : wrapped(line.text(), WIDTH - 2.0 * MARGIN)) {
            if (y - LEADING < MARGIN) {
                newPage();
            }
            y -= LEADING;
            text(MARGIN, y, part);
        }
        y -= LEADING / 2;
    }

    private void table(Paper.Table table) {
        double[] edges = edges(table);
        double[] heights = heights(table, edges);
        int[] covered = new int[table.columns()];
        double top = y;
        List<List<Paper.TableCell>> rows = table.rows();
        for (int r = 0; r < rows.size(); r++) {
            if (top - heights[r] < MARGIN) {
                newPage();
                top = y;
            }
            int next = 0;
            for (int column = 0; column < table.columns(); ) {
                if (covered[column] > 0) {
                    // A merged cell goes on behind a page break; its walls go on with it.
                    wall(edges[column], top, heights[r]);
                    covered[column++]--;
                    continue;
                }
                if (next >= rows.get(r).size()) {
                    break;
                }
                Paper.TableCell cell = rows.get(r).get(next++);
                int end = column + cell.columnSpan();
                double height = 0;
                for (int i = r; i < r + cell.rowSpan() && top - height - heights[i] >= MARGIN - 1; i++) {
                    height += heights[i];
                }
                box(edges[column], top, edges[end], Math.max(height, heights[r]));
                double baseline = top - LEADING + 3;
                for (String part : wrapped(cell.text(), edges[end] - edges[column] - 2 * PADDING)) {
                    text(edges[column] + PADDING, baseline, part);
                    baseline -= LEADING - 2;
                }
                for (int i = column; i < end; i++) {
                    covered[i] = cell.rowSpan() - 1;
                }
                column = end;
            }
            wall(edges[table.columns()], top, heights[r]);
            top -= heights[r];
        }
        y = top - LEADING;
    }

    /// Columns are as wide as their unmerged cells need, scaled to the page.
    private static double[] edges(Paper.Table table) {
        double[] widths = new double[table.columns()];
        java.util.Arrays.fill(widths, 26);
        for (List<String> row : table.grid()) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], Math.min(70, width(row.get(i)) / 2));
            }
        }
        double sum = java.util.Arrays.stream(widths).sum();
        double[] edges = new double[table.columns() + 1];
        edges[0] = MARGIN;
        for (int i = 0; i < widths.length; i++) {
            edges[i + 1] = edges[i] + widths[i] * (WIDTH - 2.0 * MARGIN) / sum;
        }
        return edges;
    }

    private static double[] heights(Paper.Table table, double[] edges) {
        double[] heights = new double[table.rows().size()];
        int[] covered = new int[table.columns()];
        for (int r = 0; r < heights.length; r++) {
            heights[r] = LEADING + 2 * PADDING;
            int next = 0;
            for (int column = 0; column < table.columns(); ) {
                if (covered[column] > 0) {
                    covered[column++]--;
                    continue;
                }
                if (next >= table.rows().get(r).size()) {
                    break;
                }
                Paper.TableCell cell = table.rows().get(r).get(next++);
                int end = column + cell.columnSpan();
                int lines = wrapped(cell.text(), edges[end] - edges[column] - 2 * PADDING)
                        .size();
                double share = (double) lines / cell.rowSpan();
                heights[r] = Math.max(heights[r], share * (LEADING - 2) + 2 * PADDING + 3);
                for (int i = column; i < end; i++) {
                    covered[i] = cell.rowSpan() - 1;
                }
                column = end;
            }
        }
        return heights;
    }

    private void box(double left, double top, double right, double height) {
        page().append(number(left)).append(' ').append(number(top - height)).append(' ');
        page().append(number(right - left)).append(' ').append(number(height)).append(" re S\n");
    }

    private void wall(double x, double top, double height) {
        page().append(number(x)).append(' ').append(number(top)).append(" m ");
        page().append(number(x)).append(' ').append(number(top - height)).append(" l S\n");
    }

    private void text(double x, double baseline, String text) {
        if (text.isEmpty()) {
            return;
        }
        page().append("BT /F1 ").append(number(SIZE)).append(" Tf ");
        page().append(number(x)).append(' ').append(number(baseline)).append(" Td <");
        for (int i = 0; i < text.length(); i++) {
            page().append(String.format(Locale.ROOT, "%04X", (int) text.charAt(i)));
        }
        page().append("> Tj ET\n");
    }

    private StringBuilder page() {
        return pages.getLast();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static double width(String text) {
        return text.chars().mapToDouble(c -> c < 0x80 ? SIZE / 2 : SIZE).sum();
    }

    private static List<String> wrapped(String text, double width) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        double used = 0;
        for (int i = 0; i < text.length(); i++) {
            double advance = text.charAt(i) < 0x80 ? SIZE / 2 : SIZE;
            if (text.charAt(i) == '\n') {
                lines.add(text.substring(start, i));
                start = i + 1;
                used = 0;
                continue;
            }
            if (used + advance > width && i > start) {
                lines.add(text.substring(start, i));
                start = i;
                used = 0;
            }
            used += advance;
        }
        lines.add(text.substring(start));
        return lines;
    }

    private byte[] assemble() {
        List<String> objects = new ArrayList<>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(6 + 2 * i).append(" 0 R ");
        }
        objects.add("<< /Type /Pages /Count " + pages.size() + " /Kids [" + kids + "] >>");
        objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UCS2-H /Encoding /UniGB-UCS2-H"
                + " /DescendantFonts [4 0 R] >>");
        objects.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
                + " << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500]"
                + " /FontDescriptor 5 0 R >>");
        objects.add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880]"
                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        for (int i = 0; i < pages.size(); i++) {
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + WIDTH + " " + HEIGHT
                    + "] /Resources << /Font << /F1 3 0 R >> >> /Contents " + (7 + 2 * i) + " 0 R >>");
            objects.add("<< /Length " + pages.get(i).length() + " >>\nstream\n" + pages.get(i) + "endstream");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.4\n"));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(ascii((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(ascii(table + "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n"
                + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
