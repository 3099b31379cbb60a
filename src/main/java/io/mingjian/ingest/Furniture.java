package io.mingjian.ingest;

import io.mingjian.text.Affixes;
import io.mingjian.text.Folding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What stands around a report on a web page: navigation, counters, share bars, the index header. The wordings
/// are data (`page-furniture.txt`). Immutable.
final class Furniture {
    static final Furniture KNOWN = read();

    /// A line of furniture is short; a sentence that begins like one is longer or ends in a full stop.
    private static final int SHORT = 160;

    /// Cells of an index header at most.
    private static final int LARGEST_INDEX = 60;

    private final Map<String, Set<String>> words;
    private final Affixes starts;
    private final List<String> parts;

    private Furniture(Map<String, Set<String>> words) {
        this.words = words;
        this.starts = new Affixes(words("start"));
        this.parts = List.copyOf(words("any"));
    }

    /// Whether an element of this tag never holds a report.
    boolean isTag(String tag) {
        return words("tag").contains(tag);
    }

    /// Whether a class or id speaks of navigation.
    boolean isName(String classesAndId) {
        return hasWord("name", classesAndId);
    }

    boolean isRow(String classes) {
        return hasWord("row", classes);
    }

    boolean isCell(String classes) {
        return hasWord("cell", classes);
    }

    /// Whether a line is no part of a report.
    boolean isLine(String line) {
        if (line.length() > SHORT || line.indexOf('。') >= 0) {
            return false;
        }
        String squashed = Folding.squash(line);
        if (starts.startingAt(squashed, 0) != null) {
            return true;
        }
        for (String part : parts) {
            if (squashed.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /// What an index header says, by label, in its order; empty where the line is none.
    Map<String, String> index(String line) {
        if (line.length() > 4 * SHORT || line.indexOf('。') >= 0) {
            return Map.of();
        }
        List<int[]> places = labels(Folding.fold(line));
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < places.size(); i++) {
            int end = i + 1 < places.size() ? places.get(i + 1)[0] : line.length();
            String label = Folding.squash(line.substring(places.get(i)[0], places.get(i)[1]));
            found.putIfAbsent(label, trimmed(line.substring(places.get(i)[1] + 1, end)));
        }
        boolean begins =
                !places.isEmpty() && line.substring(0, places.getFirst()[0]).isBlank();
        return begins && found.size() >= 2 ? found : Map.of();
    }

    /// What an index header in a grid says: a label in one cell, its value in the next.
    Map<String, String> index(GridDraft grid) {
        if (grid.size() > LARGEST_INDEX) {
            return Map.of();
        }
        Map<String, String> found = new LinkedHashMap<>();
        int others = 0;
        for (int row = 0; row < grid.rows(); row++) {
            List<GridDraft.DraftCell> cells = grid.row(row);
            for (int i = 0; i < cells.size(); i++) {
                String text = Folding.squash(cells.get(i).text());
                String label = text.endsWith(":") ? text.substring(0, text.length() - 1) : text;
                if (words("label").contains(label)) {
                    String value = i + 1 < cells.size() ? trimmed(cells.get(++i).text()) : "";
                    found.putIfAbsent(label, value);
                } else {
                    Map<String, String> inline = index(cells.get(i).text());
                    inline.forEach(found::putIfAbsent);
                    others += inline.isEmpty() && !text.isEmpty() ? 1 : 0;
                }
            }
        }
        return found.size() >= 2 && others <= found.size() / 2 ? found : Map.of();
    }

    private static String trimmed(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && Folding.isSpace(value.charAt(start))) {
            start++;
        }
        while (end > start && Folding.isSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    /// Start and end (at the colon) of every label in a folded line, blanks within labels allowed.
    private List<int[]> labels(String folded) {
        List<int[]> places = new ArrayList<>();
        for (int colon = folded.indexOf(':'); colon >= 0; colon = folded.indexOf(':', colon + 1)) {
            int longest = -1;
            int from = places.isEmpty() ? 0 : places.getLast()[1] + 1;
            for (int start = colon - 1; start >= Math.max(from, colon - 14); start--) {
                boolean fits = !Folding.isSpace(folded.charAt(start))
                        && words("label").contains(Folding.squash(folded.substring(start, colon)));
                longest = fits ? start : longest;
            }
            if (longest >= 0) {
                places.add(new int[] {longest, colon});
            }
        }
        return places;
    }

    private boolean hasWord(String kind, String names) {
        Set<String> known = words(kind);
        int start = 0;
        String lower = names.toLowerCase(Locale.ROOT);
        for (int i = 0; i <= lower.length(); i++) {
            if (i < lower.length() && Character.isLetter(lower.charAt(i))) {
                continue;
            }
            if (known.contains(lower.substring(start, i))) {
                return true;
            }
            start = i + 1;
        }
        return false;
    }

    private Set<String> words(String kind) {
        return words.getOrDefault(kind, Set.of());
    }

    private static Furniture read() {
        Map<String, Set<String>> words = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Furniture.class.getResourceAsStream("page-furniture.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int gap = line.indexOf(' ');
                if (gap > 0 && !line.startsWith("#")) {
                    words.computeIfAbsent(line.substring(0, gap), kind -> new HashSet<>())
                            .add(Folding.squash(line.substring(gap + 1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of page furniture cannot be read", e);
        }
        return new Furniture(Map.copyOf(words));
    }
}
