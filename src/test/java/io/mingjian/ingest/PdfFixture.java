package io.mingjian.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// A PDF written by hand: Chinese text in a font that is named and not embedded, and lines. Places are points
/// from the upper left of a page.
public final class PdfFixture {
    private final List<Page> pages = new ArrayList<>();

    private record Page(int width, int height, StringBuilder drawn) {}

    /// A further page of A4.
    public PdfFixture page() {
        return page(595, 842);
    }

    PdfFixture page(int width, int height) {
        pages.add(new Page(width, height, new StringBuilder()));
        return this;
    }

    public PdfFixture text(double x, double y, double size, String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        return draw(String.format(
                Locale.ROOT, "BT /F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET\n", size, x, height() - y, hex));
    }

    public PdfFixture line(double x1, double y1, double x2, double y2) {
        return draw(String.format(Locale.ROOT, "%.2f %.2f m %.2f %.2f l S\n", x1, height() - y1, x2, height() - y2));
    }

    /// A filled rectangle, as word processors draw the borders of cells.
    public PdfFixture bar(double x, double y, double width, double height) {
        return draw(String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f re f\n", x, height() - y - height, width, height));
    }

    /// Text of which only what lies within a rectangle is shown.
    PdfFixture clipped(
            double left, double top, double width, double height, double x, double y, double size, String text) {
        draw(String.format(
                Locale.ROOT, "q %.2f %.2f %.2f %.2f re W n\n", left, height() - top - height, width, height));
        text(x, y, size, text);
        return draw("Q\n");
    }

    private int height() {
        return pages.getLast().height();
    }

    private PdfFixture draw(String drawn) {
        pages.getLast().drawn().append(drawn);
        return this;
    }

    public byte[] bytes() {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(6 + 2 * i).append(" 0 R ");
        }
        objects.add("<</Type/Catalog/Pages 2 0 R>>");
        objects.add("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>");
        objects.add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>");
        objects.add(
                "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 907 500]/CIDSystemInfo"
                        + "<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R>>");
        objects.add("<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]/ItalicAngle 0"
                + "/Ascent 880/Descent -120/CapHeight 700/StemV 80>>");
        for (Page page : pages) {
            int content = objects.size() + 2;
            objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + page.width() + " " + page.height()
                    + "]/Resources<</Font<</F1 3 0 R>>>>/Contents " + content + " 0 R>>");
            objects.add("<</Length " + page.drawn().length() + ">>stream\n" + page.drawn() + "\nendstream");
        }
        return write(objects);
    }

    private static byte[] write(List<String> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            out.write(latin("%PDF-1.4\n"));
            StringBuilder table = new StringBuilder("0000000000 65535 f \n");
            for (int i = 0; i < objects.size(); i++) {
                table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
                out.write(latin((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n"));
            }
            int start = out.size();
            out.write(latin("xref\n0 " + (objects.size() + 1) + "\n" + table + "trailer<</Root 1 0 R/Size "
                    + (objects.size() + 1) + ">>\nstartxref\n" + start + "\n%%EOF\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
