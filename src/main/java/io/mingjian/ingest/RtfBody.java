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

/// Makes paragraphs and tables of what an RTF file says, word by word. Used once.
final class RtfBody {
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

    private static final Set<String> TABLE_WORDS =
            Set.of("pard", "intbl", "trowd", "trleft", "clmgf", "clmrg", "clvmgf", "clvmrg", "cellx", "cell", "row");

    private final Draft draft;
    private final int deepest;
    private final Deque<RtfGroup> groups = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder note = new StringBuilder();
    private final List<String> cells = new ArrayList<>();
    private final List<EdgeCell> shape = new ArrayList<>();
    private EdgeTable table = new EdgeTable();
    private Charset charset = Charset.forName("GB18030");
    private RtfGroup group = new RtfGroup();
    private boolean star;
    private boolean inTable;
    private int toSkip;
    private int left;
    private double pictureWidth;
    private double pictureHeight;
    private int scaleX;
    private int scaleY;
    private Merge across = Merge.NONE;
    private Merge down = Merge.NONE;

    RtfBody(Draft draft, Limits limits) {
        this.draft = draft;
        this.deepest = limits.shape().nesting();
    }

    /// The file ends here.
    void end() {
        endParagraph();
        endTable();
    }

    void open() {
        flush();
        if (groups.size() == deepest) {
            throw MingjianException.limit(ProblemCode.BROKEN_DOCUMENT, "mingjian.limits.nesting", deepest);
        }
        groups.push(group);
        group = group.inner();
        star = false;
    }

    void close() {
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

    void character(int b) {
        if (toSkip > 0) {
            toSkip--;
        } else if (isText()) {
            pending.write(b);
        }
    }

    private boolean isText() {
        return !group.skipped && !group.hidden && !group.fonts;
    }

    /// A backslash with a character that is no letter behind it.
    void symbol(int c) {
        switch (c) {
            case '*' -> star = true;
            case '~' -> write("\u00A0");
            case '_' -> write("-");
            case '\\', '{', '}' -> character(c);
            case '\r', '\n' -> endParagraph();
            default -> {}
        }
    }

    /// @param number   what stands behind the word; 1 where nothing does
    /// @param numbered whether something does
    void word(String word, int number, boolean numbered) {
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
        } else if (group.note && TABLE_WORDS.contains(word)) {
            endOfCell(word);
        } else if (!group.skipped) {
            layout(word, number, numbered);
        }
    }

    /// A table in a text box says nothing of the table that the box may stand in; its cells are parted by tabs.
    private void endOfCell(String word) {
        flush();
        if (word.equals("cell")) {
            note.append('\t');
        } else if (word.equals("row")) {
            note.append('\n');
        }
    }

    /// Whether the word begins a group of its own kind.
    private boolean isDestination(String word) {
        boolean starred = star;
        star = false;
        switch (word) {
            case "fonttbl" -> group.fonts = true;
            case "listtext", "pntext" -> group.number = true;
            case "footnote", "shptxt" -> group.note = !group.skipped;
            case "shpinst", "fldrslt", "shppict" -> {}
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
                shape.add(new EdgeCell(shape.isEmpty() ? left : shape.getLast().right(), number, across, down, ""));
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
