package io.mingjian.outline;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.model.Titles;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the reporting organization out of a title, else out of the index header or the signature, and completes
/// it where the text itself gives the full name.
final class Organizations {
    /// A signature stands in the last lines, above its date.
    private static final int LAST_LINES = 6;

    private static final int LONGEST_DATE = 12;

    private final Titles titles;

    Organizations(Titles titles) {
        this.titles = titles;
    }

    /// @param name   full where the text has the full name, else as the title has it
    /// @param level  the model's id of its level, or null
    /// @param region the region named before it, or null
    record Organization(
            String name, @Nullable String level, @Nullable String region) {}

    Optional<Organization> find(String title, CanonicalText text) {
        String name = prefix(title);
        return name.isEmpty() ? Optional.empty() : Optional.of(named(name, text));
    }

    /// The publisher that the index header of a page names.
    Optional<Organization> publisher(SourceDocument document) {
        return titles.publishers().stream()
                .map(document.metadata()::get)
                .filter(Objects::nonNull)
                .map(name -> squashed(name))
                .filter(this::isFullName)
                .findFirst()
                .map(name -> named(name, document.text()));
    }

    /// Who signs at the end, on a line above the date.
    Optional<Organization> signature(SourceDocument document) {
        List<Span> lines = lastLines(document);
        for (int i = lines.size() - 1; i > 0; i--) {
            String date = Squashed.of(document.text(), lines.get(i)).characters();
            String name = Squashed.of(document.text(), lines.get(i - 1)).characters();
            if (date.length() <= LONGEST_DATE && Years.at(date, 0) > 0 && isFullName(name)) {
                return Optional.of(named(name, document.text()));
            }
        }
        return Optional.empty();
    }

    private static List<Span> lastLines(SourceDocument document) {
        List<Span> lines = new ArrayList<>();
        List<Block> blocks = document.blocks();
        for (Block block : blocks.subList(Math.max(0, blocks.size() - LAST_LINES), blocks.size())) {
            if (block instanceof Block.Paragraph paragraph) {
                Lines.of(document.text().value(), paragraph.span()).stream()
                        .map(document.text()::trim)
                        .filter(line -> !line.isEmpty())
                        .forEach(lines::add);
            }
        }
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    private static String squashed(String name) {
        CanonicalText text = CanonicalText.of(name);
        return Squashed.of(text, text.span()).characters();
    }

    private Organization named(String name, CanonicalText text) {
        String full = complete(name, text);
        Optional<Titles.Level> level = level(full);
        return new Organization(
                full,
                level.map(Titles.Level::id).orElse(null),
                region(full, level).orElse(null));
    }

    /// What stands before the subject of the title, without year and connecting words; empty where that is
    /// nothing.
    String prefix(String title) {
        int subject = titles.subjects().stream()
                .mapToInt(title::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(0);
        String name = withoutFrame(title.substring(0, governmentEnd(title, subject)));
        return name.length() < 2 ? "" : name;
    }

    /// In 梨林镇人民政府信息公开 the subject's first word belongs to the name: the longer ending wins.
    private int governmentEnd(String title, int subject) {
        for (Titles.Level level : titles.levels()) {
            for (String ending : level.endings()) {
                int at = title.indexOf(ending);
                int end = at + ending.length();
                if (at >= 0 && at < subject && end > subject && end <= subject + 2) {
                    return end;
                }
            }
        }
        return subject;
    }

    private String withoutFrame(String prefix) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < prefix.length(); ) {
            int year = Years.length(prefix, i);
            if (year > 0) {
                i += year;
                if (i < prefix.length() && prefix.charAt(i) == '度') {
                    i++;
                }
            } else {
                name.append(prefix.charAt(i++));
            }
        }
        String bare = name.toString();
        for (String word : titles.connectors()) {
            bare = bare.startsWith(word) ? bare.substring(word.length()) : bare;
            bare = bare.endsWith(word) ? bare.substring(0, bare.length() - word.length()) : bare;
        }
        return bare;
    }

    /// 梨林镇 becomes 梨林镇人民政府 where the text calls it so; nothing is made up.
    private String complete(String name, CanonicalText text) {
        for (Titles.Level level : titles.levels()) {
            for (Map.Entry<String, String> shortened : level.shortened().entrySet()) {
                if (name.endsWith(shortened.getKey())) {
                    String stem =
                            name.substring(0, name.length() - shortened.getKey().length());
                    String full = stem + shortened.getValue();
                    return text.folded().contains(full) ? full : name;
                }
            }
        }
        return name;
    }

    boolean isFullName(String name) {
        return name.length() <= 40 && level(name).isPresent();
    }

    private Optional<Titles.Level> level(String name) {
        record Ending(Titles.Level level, String ending) {}
        return titles.levels().stream()
                .flatMap(level -> java.util.stream.Stream.concat(
                                level.endings().stream(), level.shortened().keySet().stream())
                        .map(ending -> new Ending(level, ending)))
                .filter(ending -> name.endsWith(ending.ending()))
                .max(Comparator.comparingInt(ending -> ending.ending().length()))
                .map(Ending::level);
    }

    /// The regions named before the unit itself: 河东区 of 河东区郑旺镇; for a government of a region, that region.
    private Optional<String> region(String name, Optional<Titles.Level> level) {
        List<String> endings = titles.regions();
        int end = 0;
        for (int i = 2; i < name.length(); i++) {
            String rest = name.substring(0, i + 1);
            boolean closes = endings.stream().anyMatch(rest::endsWith);
            if (closes && i - end >= 2) {
                end = i + 1;
            }
        }
        boolean nested = level.isPresent() && level.get().insideRegion();
        return end == 0 || (end == name.length() && nested) ? Optional.empty() : Optional.of(name.substring(0, end));
    }
}
