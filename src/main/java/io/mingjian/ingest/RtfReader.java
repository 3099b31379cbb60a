package io.mingjian.ingest;

import io.mingjian.ingest.EdgeTable.EdgeCell;
import io.mingjian.ingest.EdgeTable.Merge;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads RTF: paragraphs, the list numbers it carries as text, tables with merged cells, notes and text boxes.
final class RtfReader implements FormatReader {

    @Override
    public Reading read(Source source, Limits limits) {
        Draft draft = new Draft(limits, source.pulse());
        new RtfWalk(source.bytes(), draft, limits).write();
        return draft.finish(source.mediaType(), null, false);
    }

    /// What a group sets and its end takes back.
    private static final class Group {
        boolean skipped;
        boolean hidden;
        boolean fonts;
        boolean number;
        boolean note;
        boolean picture;
        int font = -1;
        int fallback = 1;

        Group inner() {
            Group inner = new Group();
            inner.skipped = skipped;
            inner.hidden = hidden;
            inner.fonts = fonts;
            inner.font = font;
            inner.fallback = fallback;
            return inner;
        }
    }

    /// Reads one file from its first to its last byte. Used once.
    private static final class RtfWalk {
        /// Groups that hold no text of the document.
        private static final Set<String> SKIPPED = Set.of(
                "colortbl",
                "stylesheet",
                "info",
                "header",
                "headerl",
                "headerr",
                "headerf",
                "footer",
                "footerl",
                "footerr",
                "footerf",
                "object",
                "nonshppict",
                "listtable",
                "listoverridetable",
                "rsidtbl",
                "generator",
                "fldinst",
                "sp",
                "shprslt",
                "themedata",
                "datastore",
                "latentstyles",
                "xmlnstbl",
                "annotation",
                "atnid",
                "atnauthor",
                "bkmkstart",
                "bkmkend",
                "filetbl",
                "revtbl",
                "pgdsctbl",
                "upr",
                "template");

        private static final Map<String, String> SIGNS = Map.ofEntries(
                Map.entry("tab", "\t"),
                Map.entry("line", "\n"),
                Map.entry("lbr", "\n"),
                Map.entry("emdash", "—"),
                Map.entry("endash", "–"),
                Map.entry("lquote", "‘"),
                Map.entry("rquote", "’"),
                Map.entry("ldblquote", "“"),
                Map.entry("rdblquote", "”"),
                Map.entry("bullet", "•"),
                Map.entry("emspace", "\u2003"),
                Map.entry("enspace", "\u2002"),
                Map.entry("qmspace", " "),
                Map.entry("nestcell", " "),
                Map.entry("nestrow", "\n"));

        private final byte[] bytes;
        private final Draft draft;
        private final int deepest;
        private final Deque<Group> groups = new ArrayDeque<>();
        private final Map<Integer, Charset> fonts = new HashMap<>();
        private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder note = new StringBuilder();
        private final List<String> cells = new ArrayList<>();
        private final List<EdgeCell> shape = new ArrayList<>();
        private EdgeTable table = new EdgeTable();
        private Charset charset = Charset.forName("GB18030");
        private Group group = new Group();
        private boolean star;
        private boolean inTable;
        private int at;
        private int toSkip;
        private int left;
        private double pictureWidth;
        private double pictureHeight;
        private int scaleX;
        private int scaleY;
        private Merge across = Merge.NONE;
        private Merge down = Merge.NONE;

        RtfWalk(byte[] bytes, Draft draft, Limits limits) {
            this.bytes = bytes;
            this.draft = draft;
            this.deepest = limits.shape().nesting();
        }

        void write() {
            while (at < bytes.length) {
                int b = bytes[at++] & 0xFF;
                switch (b) {
                    case '{' -> open();
                    case '}' -> close();
                    case '\\' -> control();
                    case '\r', '\n' -> {}
                    default -> character(b);
                }
            }
            endParagraph();
            endTable();
        }

        private void open() {
            flush();
            if (groups.size() == deepest) {
                throw MingjianException.limit(ProblemCode.BROKEN_DOCUMENT, "mingjian.limits.nesting", deepest);
            }
            groups.push(group);
            group = group.inner();
            star = false;
        }

        private void close() {
            flush();
            if (group.number && !text.isEmpty() && text.charAt(text.length() - 1) == '\t') {
                char before = text.length() > 1 ? text.charAt(text.length() - 2) : ' ';
                text.setLength(text.length() - 1);
                text.append(before < 0x80 ? " " : "");
            }
            if (!groups.isEmpty()) {
                endPicture();
                group = groups.pop();
            }
        }

        private void endPicture() {
            if (group.picture && LargePicture.is(pictureWidth * scaleX / 100, pictureHeight * scaleY / 100)) {
                draft.unreadPicture();
            }
        }

        private void character(int b) {
            if (toSkip > 0) {
                toSkip--;
            } else if (isText()) {
                pending.write(b);
            }
        }

        private boolean isText() {
            return !group.skipped && !group.hidden && !group.fonts;
        }

        private void control() {
            if (at >= bytes.length) {
                return;
            }
            int c = bytes[at] & 0xFF;
            if (!isLetter(c)) {
                at++;
                symbol(c);
                return;
            }
            int start = at;
            while (at < bytes.length && isLetter(bytes[at] & 0xFF)) {
                at++;
            }
            String word = new String(bytes, start, Math.min(at - start, 32), StandardCharsets.US_ASCII);
            int numberStart = at;
            if (at < bytes.length && bytes[at] == '-') {
                at++;
            }
            while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && at - numberStart < 10) {
                at++;
            }
            String number = new String(bytes, numberStart, at - numberStart, StandardCharsets.US_ASCII);
            if (at < bytes.length && bytes[at] == ' ') {
                at++;
            }
            word(word, number.isEmpty() || number.equals("-") ? 1 : (int) Long.parseLong(number), !number.isEmpty());
        }

        private static boolean isLetter(int c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }

        private void symbol(int c) {
            switch (c) {
                case '\'' -> {
                    if (at + 2 <= bytes.length) {
                        int high = Character.digit(bytes[at], 16);
                        int low = Character.digit(bytes[at + 1], 16);
                        at += 2;
                        if (high >= 0 && low >= 0) {
                            character(high * 16 + low);
                        }
                    }
                }
                case '*' -> star = true;
                case '~' -> write("\u00A0");
                case '_' -> write("-");
                case '\\', '{', '}' -> character(c);
                case '\r', '\n' -> endParagraph();
                default -> {}
            }
        }

        private void word(String word, int number, boolean numbered) {
            if (word.equals("bin")) {
                at = (int) Math.min(bytes.length, (long) at + Math.max(0, number));
                return;
            }
            if (group.picture) {
                size(word, number);
                return;
            }
            if (isDestination(word)) {
                return;
            }
            if (group.fonts) {
                font(word, number);
            } else if (word.equals("u")) {
                write(String.valueOf((char) number));
                toSkip = group.fallback;
            } else if (SIGNS.containsKey(word)) {
                write(SIGNS.getOrDefault(word, ""));
            } else if (!group.skipped) {
                layout(word, number, numbered);
            }
        }

        /// Whether the word begins a group of its own kind.
        private boolean isDestination(String word) {
            boolean starred = star;
            star = false;
            switch (word) {
                case "fonttbl" -> group.fonts = true;
                case "listtext", "pntext" -> group.number = true;
                case "footnote" -> group.note = !group.skipped;
                case "shpinst", "shptxt", "fldrslt", "shppict" -> {}
                case "pict" -> beginPicture();
                default -> {
                    if (SKIPPED.contains(word) || starred) {
                        group.skipped = true;
                        return true;
                    }
                    return false;
                }
            }
            return true;
        }

        private void beginPicture() {
            group.picture = !group.skipped;
            group.skipped = true;
            pictureWidth = 0;
            pictureHeight = 0;
            scaleX = 100;
            scaleY = 100;
        }

        /// Sizes are written in twips, scales in hundredths.
        private void size(String word, int number) {
            switch (word) {
                case "picwgoal" -> pictureWidth = number / 20.0;
                case "pichgoal" -> pictureHeight = number / 20.0;
                case "picscalex" -> scaleX = number;
                case "picscaley" -> scaleY = number;
                default -> {}
            }
        }

        private void font(String word, int number) {
            switch (word) {
                case "f" -> group.font = number;
                case "fcharset" -> {
                    String name =
                            switch (number) {
                                case 134 -> "GB18030";
                                case 136 -> "Big5-HKSCS";
                                case 128 -> "windows-31j";
                                case 129 -> "x-windows-949";
                                default -> "";
                            };
                    if (!name.isEmpty()) {
                        fonts.put(group.font, Charset.forName(name));
                    }
                }
                default -> {}
            }
        }

        private void layout(String word, int number, boolean numbered) {
            switch (word) {
                case "par", "sect", "page" -> endParagraph();
                case "pard" -> {
                    flush();
                    inTable = false;
                }
                case "intbl" -> inTable = true;
                case "uc" -> group.fallback = Math.clamp(number, 0, 8);
                case "v" -> group.hidden = !numbered || number != 0;
                case "plain" -> group.hidden = false;
                case "f" -> {
                    flush();
                    group.font = number;
                }
                case "ansicpg" -> charset = codePage(number);
                case "trowd" -> {
                    shape.clear();
                    left = 0;
                }
                case "trleft" -> left = number;
                case "clmgf" -> across = Merge.BEGINS;
                case "clmrg" -> across = Merge.CONTINUES;
                case "clvmgf" -> down = Merge.BEGINS;
                case "clvmrg" -> down = Merge.CONTINUES;
                case "cellx" -> {
                    shape.add(new EdgeCell(
                            shape.isEmpty() ? left : shape.getLast().right(), number, across, down, ""));
                    across = Merge.NONE;
                    down = Merge.NONE;
                }
                case "cell" -> {
                    flush();
                    cells.add(text.toString());
                    text.setLength(0);
                }
                case "row" -> endRow();
                default -> {}
            }
        }

        private static Charset codePage(int number) {
            return switch (number) {
                case 950 -> Charset.forName("Big5-HKSCS");
                case 65001 -> StandardCharsets.UTF_8;
                case 1252 -> Charset.forName("windows-1252");
                default -> Charset.forName("GB18030");
            };
        }

        private void write(String sign) {
            flush();
            if (isText()) {
                (group.note ? note : text).append(sign);
            }
        }

        /// Bytes become characters only together: a Chinese one has two.
        private void flush() {
            if (pending.size() > 0) {
                Charset used = fonts.getOrDefault(group.font, charset);
                (group.note ? note : text).append(new String(pending.toByteArray(), used));
                pending.reset();
            }
        }

        private void endParagraph() {
            flush();
            if (group.note) {
                note.append('\n');
            } else if (inTable) {
                text.append('\n');
            } else {
                if (!text.toString().isBlank()) {
                    endTable();
                }
                draft.paragraph(text.toString());
                text.setLength(0);
                draft.paragraph(note.toString());
                note.setLength(0);
            }
        }

        private void endRow() {
            flush();
            List<EdgeCell> row = new ArrayList<>();
            for (int i = 0; i < Math.min(shape.size(), cells.size()); i++) {
                EdgeCell edge = shape.get(i);
                row.add(new EdgeCell(edge.left(), edge.right(), edge.across(), edge.down(), cells.get(i)));
            }
            table.row(row);
            cells.clear();
        }

        private void endTable() {
            if (!table.isEmpty()) {
                table.write(draft);
                table = new EdgeTable();
            }
        }
    }
}
