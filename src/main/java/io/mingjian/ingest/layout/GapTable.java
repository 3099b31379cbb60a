package io.mingjian.ingest.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A table without ruling lines: figures stand below each other in columns, words before them say whose they are.
///
/// A line belongs to such a table if nothing but figures, three of them at least, stand at its end; several
/// lines make one if their figures stand in the same columns and no other words reach into these. No line of
/// prose ends so, and none is ever torn into cells. Figures that are missing leave their cell blank, since the
/// others tell the columns.
final class GapTable {
    /// Fewer figures in a line may be anything.
    private static final int FIGURES = 3;

    /// Fewer such lines are a table only if they hold as many figures as no sentence does.
    private static final int LINES = 2;

    private static final int FIGURES_OF_ONE_LINE = 8;

    /// Lines further apart than this are not of one table, in font sizes, unless others of it are nearly as far
    /// apart.
    private static final float APART = 4.5f;

    private static final float FURTHER = 1.5f;

    private final List<Line> anchors = new ArrayList<>();
    private final List<float[]> bands = new ArrayList<>();

    /// A line of a page: the words and the figures at its end.
    ///
    /// @param words   all but the figures at its end
    /// @param figures these
    record Line(List<Run> words, List<Run> figures, float y, float size) {
        static Line of(List<Run> runs) {
            int first = runs.size();
            while (first > 0 && runs.get(first - 1).isFigure()) {
                first--;
            }
            List<Run> words = new ArrayList<>(runs.subList(0, first));
            List<Run> figures = new ArrayList<>(runs.subList(first, runs.size()));
            int cut = figures.size() < FIGURES - 1 || words.isEmpty() ? 0 : endOfWords(words.getLast());
            if (cut > 0) {
                Run both = words.removeLast();
                words.add(both.part(0, cut));
                figures.addFirst(both.part(cut, both.glyphs().size()));
            }
            Run any = runs.getFirst();
            return new Line(words, figures, any.y(), any.size());
        }

        /// Where the figure begins that stands behind words which fill their column, and so too near to them to
        /// be told by the gap; 0 where none does.
        private static int endOfWords(Run run) {
            int at = run.glyphs().size();
            while (at > 0 && Character.isDigit(run.glyphs().get(at - 1).text().charAt(0))) {
                at--;
            }
            return at < run.glyphs().size() ? at : 0;
        }

        boolean isAnchor() {
            return figures.size() >= FIGURES && figures.stream().anyMatch(figure -> !figure.isBlank());
        }
    }

    private GapTable() {}

    /// The tables among the characters of a page, from top to bottom.
    static List<PageTable.Gaps> find(List<Glyph> glyphs) {
        List<Line> lines = Run.lines(glyphs).stream().map(Line::of).toList();
        List<PageTable.Gaps> tables = new ArrayList<>();
        int next = 0;
        while (next < lines.size()) {
            GapTable table = new GapTable();
            int end = table.take(lines, next);
            if (table.isTable()) {
                tables.add(new GapRows(table.bands, table.anchors, lines).laid());
            }
            next = Math.max(end, next + 1);
        }
        return tables;
    }

    private boolean isTable() {
        return anchors.size() >= LINES
                || anchors.stream().anyMatch(line -> line.figures().size() >= FIGURES_OF_ONE_LINE);
    }

    /// Takes the lines of the table that begins at a line; gives the index of the first one that is not its.
    private int take(List<Line> lines, int first) {
        if (!lines.get(first).isAnchor()) {
            return first;
        }
        int end = first;
        for (int i = first; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean far = i > first && isFar(lines.get(i - 1), line);
            if (far || reaches(line.words()) || !takes(line)) {
                break;
            }
            end = i + 1;
        }
        return end;
    }

    private boolean isFar(Line before, Line line) {
        float widest = APART * line.size();
        for (int i = 1; i < anchors.size(); i++) {
            widest = Math.max(
                    widest, FURTHER * (anchors.get(i).y() - anchors.get(i - 1).y()));
        }
        return line.y() - before.y() > widest;
    }

    /// Whether words stand where the figures do.
    private boolean reaches(List<Run> words) {
        return !bands.isEmpty()
                && words.stream().anyMatch(run -> run.right() > bands.getFirst()[0] + 0.6f * run.size());
    }

    /// Takes a line whose figures fit into the columns, or that has none.
    private boolean takes(Line line) {
        List<float[]> wider = new ArrayList<>();
        bands.forEach(band -> wider.add(band.clone()));
        for (Run figure : line.figures()) {
            if (!widen(wider, figure)) {
                return false;
            }
        }
        boolean more = wider.size() > bands.size();
        if (!anchors.isEmpty() && more && !line.isAnchor()) {
            return false;
        }
        if (!line.figures().isEmpty()) {
            if (isDouble(wider, line.figures())) {
                return false;
            }
            bands.clear();
            bands.addAll(wider);
            anchors.add(line);
        }
        return true;
    }

    private static boolean isDouble(List<float[]> bands, List<Run> figures) {
        return bands.stream()
                .anyMatch(band -> figures.stream()
                                .filter(figure -> figure.right() > band[0] && figure.left() < band[1])
                                .count()
                        > 1);
    }

    /// Adds the place of a figure to the columns: to the one it stands in, or as a new one.
    private static boolean widen(List<float[]> bands, Run figure) {
        List<float[]> met = bands.stream()
                .filter(band -> figure.right() > band[0] && figure.left() < band[1])
                .toList();
        if (met.size() > 1) {
            return false;
        }
        if (met.isEmpty()) {
            bands.add(new float[] {figure.left(), figure.right()});
            bands.sort(Comparator.comparingDouble(band -> band[0]));
        } else {
            met.getFirst()[0] = Math.min(met.getFirst()[0], figure.left());
            met.getFirst()[1] = Math.max(met.getFirst()[1], figure.right());
        }
        return true;
    }
}
