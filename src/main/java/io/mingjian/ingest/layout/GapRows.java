package io.mingjian.ingest.layout;

import io.mingjian.ingest.layout.GapTable.Line;
import io.mingjian.ingest.layout.LaidPiece.LaidCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a table without ruling lines: to each line of figures the words that say whose they are, which
/// may be wrapped above, beside and below them. Used once.
final class GapRows {
    /// Edges nearer than this are one column's, in points.
    private static final float SAME = 5f;

    /// Lines of one label are no further apart than this, in font sizes.
    private static final float PITCH = 1.75f;

    /// A label whose middle is so far from a line of figures is its, if neither has another; in font sizes.
    private static final float ADOPTED = 1.3f;

    /// What follows a row of which the label is beside its figures is a part of it only if it stands closer than
    /// rows do.
    private static final float CLOSER = 0.85f;

    private final List<float[]> bands;
    private final List<Line> anchors;
    private final List<Row> rows = new ArrayList<>();
    private final List<Glyph> glyphs = new ArrayList<>();
    private final float leafLeft;

    /// A row: its figures, if there are any, and the lines of its label.
    private static final class Row {
        private final @Nullable Line line;
        private final List<Run> label = new ArrayList<>();
        private final boolean group;

        Row(@Nullable Line line, boolean group) {
            this.line = line;
            this.group = group;
        }

        float y() {
            return line != null ? line.y() : label.getFirst().y();
        }

        float middle() {
            return (label.getFirst().y() + label.getLast().y()) / 2;
        }

        String text() {
            String text = "";
            for (Run run : label) {
                text = Joint.of(text, true, run.text());
            }
            return text;
        }
    }

    /// @param bands   from where to where the figures of each column stand
    /// @param anchors the lines of figures
    /// @param lines   all lines of the page
    GapRows(List<float[]> bands, List<Line> anchors, List<Line> lines) {
        this.bands = bands;
        this.anchors = anchors;
        List<Line> around = around(lines);
        this.leafLeft =
                leafLeft(around.stream().flatMap(line -> line.words().stream()).toList());
        this.anchors.forEach(line -> rows.add(new Row(line, false)));
        label(around);
    }

    /// Where the words nearest to the figures begin: the last of the left edges that several lines have.
    private static float leafLeft(List<Run> words) {
        int several = Math.max(2, words.size() / 6);
        return (float) words.stream()
                .mapToDouble(Run::left)
                .filter(edge -> words.stream()
                                .filter(other -> Math.abs(other.left() - edge) < 1.5f)
                                .count()
                        >= several)
                .max()
                .orElse(0);
    }

    /// Finds the labels among the words before the figures: those that reach the column nearest to the figures
    /// are of one row, the others of a group of rows.
    private void label(List<Line> around) {
        List<Run> words = new ArrayList<>();
        around.forEach(line -> line.words().forEach(run -> words.addAll(cutGroup(run))));
        List<List<Run>> groups = new ArrayList<>();
        for (List<Run> block : blocks(words)) {
            boolean leaf = block.stream().anyMatch(run -> run.right() > leafLeft + SAME);
            if (leaf && block.stream().noneMatch(run -> isBeforeLabel(run, words))) {
                place(block, false);
            } else {
                groups.add(block);
            }
        }
        groups.forEach(block -> place(block, true));
        adopt();
        rows.sort(Comparator.comparingDouble(Row::y));
    }

    /// Whether a numbered label stands behind some words on their line: however near to the figures they reach,
    /// the figures are of that one.
    private static boolean isBeforeLabel(Run run, List<Run> words) {
        return words.stream()
                .anyMatch(other ->
                        other.y() == run.y() && other.left() > run.left() + SAME && Flow.beginsNumbered(other.text()));
    }

    /// The lines of the table, and those above and below it that may hold a part of a wrapped label.
    private List<Line> around(List<Line> lines) {
        float top = anchors.getFirst().y();
        float bottom = anchors.getLast().y();
        int first = 0;
        while (lines.get(first).y() < top - 0.5f) {
            first++;
        }
        int last = lines.size() - 1;
        while (lines.get(last).y() > bottom + 0.5f) {
            last--;
        }
        List<Line> around = new ArrayList<>(lines.subList(first, last + 1));
        for (int i = first - 1; i >= 0 && isPart(lines.get(i), lines.get(i), around.getFirst()); i--) {
            around.addFirst(lines.get(i));
        }
        for (int i = last + 1; i < lines.size() && isPart(lines.get(i), around.getLast(), lines.get(i)); i++) {
            around.add(lines.get(i));
        }
        return around;
    }

    /// Whether two lines stand as close as those of one label, and the outer one has nothing but a piece of it.
    private boolean isPart(Line outer, Line upper, Line lower) {
        boolean alone = outer.figures().isEmpty()
                && outer.words().stream().allMatch(run -> run.right() < bands.getFirst()[0] + 0.6f * run.size());
        boolean begins = lower.words().stream().anyMatch(run -> Flow.beginsNumbered(run.text()));
        Line inner = outer.equals(lower) ? upper : lower;
        boolean tight =
                anchors.contains(inner) && !inner.words().isEmpty() && lower.y() - upper.y() > CLOSER * leastPitch();
        boolean same = lower.y() - upper.y() < ADOPTED * lower.size() && outer.equals(lower);
        return alone && !tight && (!begins || same) && lower.y() - upper.y() < PITCH * lower.size();
    }

    /// The least distance of two lines of figures.
    private float leastPitch() {
        float least = Float.MAX_VALUE;
        for (int i = 1; i < anchors.size(); i++) {
            least = Math.min(least, anchors.get(i).y() - anchors.get(i - 1).y());
        }
        return least;
    }

    /// Words of two columns that touch: the second one begins where labels do, with a number.
    private List<Run> cutGroup(Run run) {
        for (int i = 1; i < run.glyphs().size(); i++) {
            boolean edge = Math.abs(run.glyphs().get(i).x() - leafLeft) < 1.5f;
            if (edge && Flow.beginsNumbered(run.part(i, run.glyphs().size()).text())) {
                return List.of(run.part(0, i), run.part(i, run.glyphs().size()));
            }
        }
        return List.of(run);
    }

    /// Lines of one label together: where labels are numbered, up to the next number; else a label for each line
    /// of figures.
    private List<List<Run>> blocks(List<Run> words) {
        long numbered =
                words.stream().filter(run -> Flow.beginsNumbered(run.text())).count();
        boolean byNumber = numbered * 3 >= anchors.size();
        List<List<Run>> blocks = new ArrayList<>();
        for (Run run : words) {
            List<Run> above = above(run, blocks);
            boolean goesOn = above != null
                    && !Flow.beginsNumbered(run.text())
                    && (byNumber || !(isAtFigures(run) && above.stream().anyMatch(this::isAtFigures)));
            if (goesOn && above != null) {
                above.add(run);
            } else {
                blocks.add(new ArrayList<>(List.of(run)));
            }
        }
        return blocks;
    }

    /// The label that ends just above some words, or beside them.
    private static @Nullable List<Run> above(Run run, List<List<Run>> blocks) {
        List<Run> nearest = null;
        for (List<Run> block : blocks) {
            Run last = block.getLast();
            boolean beside = last.y() == run.y() && last.right() < run.left() + SAME;
            boolean below = last.y() < run.y()
                    && run.y() - last.y() < PITCH * run.size()
                    && block.stream().anyMatch(other -> other.right() > run.left() && other.left() < run.right());
            if (below || (beside && run.left() - last.right() < 2 * run.size())) {
                nearest = nearest == null || last.y() >= nearest.getLast().y() ? block : nearest;
            }
        }
        return nearest;
    }

    private boolean isAtFigures(Run run) {
        return anchors.stream().anyMatch(line -> Math.abs(line.y() - run.y()) < 0.5f * run.size());
    }

    /// Gives lines of figures that have no label yet the one that stands nearly beside them.
    private void adopt() {
        for (Row row : List.copyOf(rows)) {
            if (row.line == null || !row.label.isEmpty()) {
                continue;
            }
            float size = row.line.size();
            rows.stream()
                    .filter(other -> other.line == null && Math.abs(other.middle() - row.y()) < ADOPTED * size)
                    .min(Comparator.comparingDouble(other -> Math.abs(other.middle() - row.y())))
                    .ifPresent(other -> {
                        row.label.addAll(other.label);
                        rows.remove(other);
                    });
        }
    }

    /// Puts a label to the line of figures that stands beside it and has none yet.
    ///
    /// @param group whether a label without such a line is of a group of rows, and not of a row of blank cells
    private void place(List<Run> block, boolean group) {
        float top = block.getFirst().y();
        float bottom = block.getLast().y();
        float middle = (top + bottom) / 2;
        float size = block.getFirst().size();
        Row best = null;
        for (Row row : rows) {
            boolean beside = row.line != null
                    && row.label.isEmpty()
                    && row.y() > top - 0.7f * size
                    && row.y() < bottom + 0.7f * size;
            if (beside && (best == null || Math.abs(row.y() - middle) < Math.abs(best.y() - middle))) {
                best = row;
            }
        }
        if (best == null) {
            best = new Row(null, group);
            rows.add(best);
        }
        best.label.addAll(block);
    }

    PageTable.Gaps laid() {
        List<LaidCell> cells = new ArrayList<>();
        boolean labelled = rows.stream().anyMatch(row -> !row.label.isEmpty());
        int first = labelled ? 1 : 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            row.label.forEach(run -> glyphs.addAll(run.glyphs()));
            if (row.group) {
                cells.add(new LaidCell(i, 0, 1, bands.size() + 1, row.text()));
                continue;
            }
            if (labelled) {
                cells.add(new LaidCell(i, 0, 1, 1, row.text()));
            }
            for (int band = 0; band < bands.size(); band++) {
                cells.add(new LaidCell(i, first + band, 1, 1, figure(row.line, bands.get(band))));
            }
        }
        return new PageTable.Gaps(rows.getFirst().y(), rows.getLast().y(), cells, rows.size(), bands, labelled, glyphs);
    }

    private String figure(@Nullable Line line, float[] band) {
        if (line == null) {
            return "";
        }
        for (Run figure : line.figures()) {
            if (figure.right() > band[0] && figure.left() < band[1]) {
                glyphs.addAll(figure.glyphs());
                return figure.text();
            }
        }
        return "";
    }
}
