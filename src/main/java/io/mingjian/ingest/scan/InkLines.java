package io.mingjian.ingest.scan;

import io.mingjian.ingest.layout.Ruling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The long thin lines of a picture, which are the borders of tables: found and erased, since those who read the
/// characters take a border for one.
final class InkLines {
    /// Shorter ones are strokes of a character, in inches.
    private static final float SHORTEST = 0.3f;

    /// Thicker ones are bars and photographs, in inches.
    private static final float THICKEST = 0.06f;

    private final Picture picture;
    private final int dpi;
    private final int most;

    private InkLines(Picture picture, int dpi, int most) {
        this.picture = picture;
        this.dpi = dpi;
        this.most = most;
    }

    /// The lines in points from the upper left, which are white in the picture afterwards; empty where there are
    /// more than `most`, as in a photograph.
    static Optional<List<Ruling>> take(Picture picture, int dpi, int most) {
        InkLines lines = new InkLines(picture, dpi, most);
        Optional<List<Run>> found = lines.find(true);
        Optional<List<Run>> beside = lines.find(false);
        if (found.isEmpty() || beside.isEmpty()) {
            return Optional.empty();
        }
        List<Run> level = found.get();
        List<Run> upright = beside.get();
        if (level.size() + upright.size() > most) {
            return Optional.empty();
        }
        List<Ruling> rulings = new ArrayList<>();
        level.forEach(run -> rulings.add(lines.ruling(run, true)));
        upright.forEach(run -> rulings.add(lines.ruling(run, false)));
        level.forEach(run -> lines.erase(run, true));
        upright.forEach(run -> lines.erase(run, false));
        return Optional.of(rulings);
    }

    /// Ink without a gap, along a row or a column of the picture.
    ///
    /// @param across the row or column where it begins
    /// @param last   the row or column where it ends; a slanted or thick line has several
    private record Run(int across, int last, int start, int end) {}

    /// The lines of a direction; empty where more than `most` of them are found, or run beside each other.
    private Optional<List<Run>> find(boolean level) {
        int across = level ? picture.height() : picture.width();
        List<Run> open = new ArrayList<>();
        List<Run> found = new ArrayList<>();
        for (int i = 0; i < across; i++) {
            for (Run run : runs(i, level)) {
                join(run, open);
            }
            int now = i;
            open.removeIf(run -> {
                boolean over = run.last() < now - 1;
                if (over && run.last() - run.across() < THICKEST * dpi) {
                    found.add(run);
                }
                return over;
            });
            if (Math.max(open.size(), found.size()) > most) {
                return Optional.empty();
            }
        }
        open.stream().filter(run -> run.last() - run.across() < THICKEST * dpi).forEach(found::add);
        return Optional.of(found);
    }

    private List<Run> runs(int across, boolean level) {
        int along = level ? picture.width() : picture.height();
        int least = Math.round(SHORTEST * dpi);
        List<Run> runs = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (int i = 0; i <= along; i++) {
            boolean ink = i < along && (level ? picture.isInk(i, across) : picture.isInk(across, i));
            if (ink) {
                start = start < 0 ? i : start;
                end = i;
            } else if (start >= 0 && (i - end > 2 || i == along)) {
                if (end - start >= least) {
                    runs.add(new Run(across, across, start, end));
                }
                start = -1;
            }
        }
        return runs;
    }

    /// Puts the run to the line that it makes thicker or goes on with.
    private static void join(Run run, List<Run> open) {
        for (int i = 0; i < open.size(); i++) {
            Run line = open.get(i);
            if (run.start() <= line.end() + 3 && line.start() <= run.end() + 3) {
                open.set(
                        i,
                        new Run(
                                line.across(),
                                run.across(),
                                Math.min(line.start(), run.start()),
                                Math.max(line.end(), run.end())));
                return;
            }
        }
        open.add(run);
    }

    private Ruling ruling(Run run, boolean level) {
        float across = (run.across() + run.last()) / 2f;
        float[] start = points(level, run.start(), across);
        float[] end = points(level, run.end(), across);
        return Ruling.between(start[0], start[1], end[0], end[1]);
    }

    private float[] points(boolean level, float along, float across) {
        float scale = 72f / dpi;
        return level ? new float[] {along * scale, across * scale} : new float[] {across * scale, along * scale};
    }

    private void erase(Run run, boolean level) {
        for (int across = run.across() - 2; across <= run.last() + 2; across++) {
            for (int along = run.start() - 2; along <= run.end() + 2; along++) {
                picture.erase(level ? along : across, level ? across : along);
            }
        }
    }
}
