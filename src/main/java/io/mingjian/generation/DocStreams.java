package io.mingjian.generation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The two streams of a binary Word file: in the one its header, its text and pages of what is said of it, in
/// the other the tables that lead there.
final class DocStreams {
    private static final int PAGE = 512;
    private static final int TEXT = 4 * PAGE;
    /// Where the header has the pairs of where a table begins and how long it is.
    private static final int PAIRS = 154;

    /// A page has the place of each of its paragraphs, and this of each:
    private static final int PLACE_BYTES = 13;
    /// Of no more a page has room for the places.
    private static final int MOST_PARAGRAPHS = 29;

    private static final int STYLES = 1;
    private static final int SECTIONS = 6;
    private static final int CHARACTERS = 12;
    private static final int PARAGRAPHS = 13;
    private static final int FONTS = 15;
    private static final int SETTINGS = 31;
    private static final int PIECES = 33;

    private final ByteBuffer document;
    private final ByteBuffer tables = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    private DocStreams(String text, List<DocPaper.Paragraph> paragraphs) {
        int pages = (TEXT + 2 * text.length() + PAGE - 1) / PAGE;
        this.document =
                ByteBuffer.allocate((pages + 1 + paragraphs.size()) * PAGE).order(ByteOrder.LITTLE_ENDIAN);
        document.position(TEXT);
        document.put(text.getBytes(StandardCharsets.UTF_16LE));
        document.position(pages * PAGE);
    }

    static byte[] write(String text, List<DocPaper.Paragraph> paragraphs) {
        DocStreams streams = new DocStreams(text, paragraphs);
        int end = TEXT + 2 * text.length();
        streams.table(STYLES, styles());
        streams.table(FONTS, fonts());
        streams.table(SECTIONS, sections(text.length()));
        streams.table(CHARACTERS, streams.characters(end));
        streams.table(PARAGRAPHS, streams.paragraphs(paragraphs));
        streams.table(SETTINGS, new byte[PAGE - 12]);
        streams.table(PIECES, pieces(text.length()));
        int size = streams.document.position();
        streams.header(text.length(), size);
        return CompoundFile.of(
                new CompoundFile.Part("WordDocument", Arrays.copyOf(streams.document.array(), size)),
                new CompoundFile.Part("1Table", Arrays.copyOf(streams.tables.array(), streams.tables.position())));
    }

    private void table(int pair, byte[] content) {
        document.putInt(PAIRS + 8 * pair, tables.position());
        document.putInt(PAIRS + 8 * pair + 4, content.length);
        tables.put(content);
    }

    private void header(int characters, int size) {
        document.putShort(0, (short) 0xA5EC).putShort(2, (short) 0xC1).putShort(6, (short) 0x0804);
        // The tables are in 1Table, characters have two bytes each.
        document.putShort(10, (short) 0x12F0).putShort(12, (short) 0xBF);
        document.putInt(24, TEXT).putInt(28, TEXT + 2 * characters);
        document.putShort(32, (short) 14).putShort(60, (short) 0x0804).putShort(62, (short) 22);
        document.putInt(64, size).putInt(76, characters);
        document.putShort(152, (short) 93);
    }

    /// One piece of text, all of it.
    private static byte[] pieces(int characters) {
        return buffer(21)
                .put((byte) 2)
                .putInt(16)
                .putInt(0)
                .putInt(characters)
                .putShort((short) 0)
                .putInt(TEXT)
                .putShort((short) 0)
                .array();
    }

    /// One section, of which nothing is said.
    private static byte[] sections(int characters) {
        return buffer(20)
                .putInt(0)
                .putInt(characters)
                .putShort((short) 0)
                .putInt(-1)
                .putShort((short) 0)
                .putInt(-1)
                .array();
    }

    /// All characters are plain.
    private byte[] characters(int end) {
        int page = document.position() / PAGE;
        document.putInt(TEXT).putInt(end);
        document.put((page + 1) * PAGE - 1, (byte) 1);
        document.position((page + 1) * PAGE);
        return buffer(12).putInt(TEXT).putInt(end).putInt(page).array();
    }

    /// Pages of what is said of paragraphs: where each begins from the front, what is said from the back.
    private byte[] paragraphs(List<DocPaper.Paragraph> paragraphs) {
        List<Integer> begins = new ArrayList<>();
        List<Integer> pages = new ArrayList<>();
        int next = 0;
        while (next < paragraphs.size()) {
            int from = next;
            next += fitting(paragraphs.subList(from, Math.min(paragraphs.size(), from + MOST_PARAGRAPHS)));
            begins.add(begin(paragraphs, from));
            pages.add(document.position() / PAGE);
            page(paragraphs, from, next);
        }
        ByteBuffer table = ByteBuffer.allocate(4 + 8 * pages.size()).order(ByteOrder.LITTLE_ENDIAN);
        begins.forEach(table::putInt);
        table.putInt(begin(paragraphs, paragraphs.size()));
        pages.forEach(table::putInt);
        return table.array();
    }

    /// How many of the first paragraphs one page has room for.
    private static int fitting(List<DocPaper.Paragraph> paragraphs) {
        int left = PAGE - 1 - 4;
        int count = 0;
        for (DocPaper.Paragraph paragraph : paragraphs) {
            left -= 4 + PLACE_BYTES + bytes(paragraph) + 1;
            if (left < 0) {
                break;
            }
            count++;
        }
        if (count == 0) {
            throw new IllegalArgumentException("a row of more cells than a page has room for");
        }
        return count;
    }

    private void page(List<DocPaper.Paragraph> paragraphs, int from, int to) {
        int page = document.position();
        int back = PAGE - 1;
        int count = to - from;
        for (int i = 0; i <= count; i++) {
            document.putInt(page + 4 * i, begin(paragraphs, from + i));
        }
        for (int i = 0; i < count; i++) {
            DocPaper.Paragraph paragraph = paragraphs.get(from + i);
            back = (back - bytes(paragraph)) & ~1;
            document.put(page + 4 * (count + 1) + PLACE_BYTES * i, (byte) (back / 2));
            properties(page + back, paragraph.properties());
        }
        document.put(page + PAGE - 1, (byte) count);
        document.position(page + PAGE);
    }

    /// The number of a style, the first, and what else is said; its length before, in words.
    private void properties(int at, byte[] said) {
        int length = 2 + said.length;
        boolean odd = length % 2 == 1;
        document.put(at, (byte) (odd ? (length + 1) / 2 : 0));
        if (!odd) {
            document.put(at + 1, (byte) (length / 2));
        }
        document.put(at + (odd ? 3 : 4), said);
    }

    private static int bytes(DocPaper.Paragraph paragraph) {
        int length = 2 + paragraph.length();
        return length + (length % 2 == 1 ? 1 : 2);
    }

    private static int begin(List<DocPaper.Paragraph> paragraphs, int index) {
        return TEXT + 2 * (index == 0 ? 0 : paragraphs.get(index - 1).end());
    }

    /// The style of plain paragraphs at the first of the fifteen places that are taken.
    private static byte[] styles() {
        ByteBuffer styles = ByteBuffer.allocate(20 + 34 + 2 * 14).order(ByteOrder.LITTLE_ENDIAN);
        styles.putShort((short) 18).putShort((short) 15).putShort((short) 10).putShort((short) 1);
        styles.putShort((short) 91).putShort((short) 15);
        styles.position(20);
        styles.putShort((short) 32);
        styles.putShort((short) 0).putShort((short) 0xFFF1).putShort((short) 2).putShort((short) 32);
        styles.putShort((short) 0);
        name(styles, "Normal");
        styles.putShort((short) 2).putShort((short) 0).putShort((short) 0);
        return styles.array();
    }

    private static void name(ByteBuffer styles, String name) {
        styles.putShort((short) name.length()).put(name.getBytes(StandardCharsets.UTF_16LE));
        styles.putShort((short) 0);
    }

    private static byte[] fonts() {
        byte[] name = "SimSun".getBytes(StandardCharsets.UTF_16LE);
        int length = 39 + name.length + 2;
        ByteBuffer fonts = ByteBuffer.allocate(4 + 1 + length).order(ByteOrder.LITTLE_ENDIAN);
        fonts.putShort((short) 1).putShort((short) 0);
        fonts.put((byte) length).put((byte) 0).putShort((short) 400).put((byte) 134);
        fonts.position(4 + 1 + 39);
        fonts.put(name);
        return fonts.array();
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
