package io.mingjian.index.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is looked for, as a tree that any engine can follow. Obtain it from [QueryParser] or build it.
public sealed interface SearchQuery {
    /// Every report.
    record Everything() implements SearchQuery {}

    /// A text that is found as it is written or worded a little differently, or as one of its synonyms.
    ///
    /// @param text     as the reader wrote it
    /// @param synonyms what stands for the same
    record Words(String text, List<String> synonyms) implements SearchQuery {
        public Words {
            synonyms = List.copyOf(synonyms);
        }
    }

    /// A text that is found as it is written only; white space, width and script aside.
    record Exact(String text) implements SearchQuery {}

    /// A property of the report that holds a text.
    record Named(Property property, String text) implements SearchQuery {}

    /// What [Named] asks of a report.
    enum Property {
        ORGANIZATION,
        REGION,
        TITLE
    }

    /// One of these values of a facet.
    record OneOf(Facet facet, List<String> values) implements SearchQuery {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /// What is found within one section of these kinds.
    record Within(Set<String> sections, SearchQuery query) implements SearchQuery {
        public Within {
            sections = Set.copyOf(new TreeSet<>(sections));
        }
    }

    /// A number of the report within bounds; a report that does not state it is not found.
    ///
    /// @param number an id of [SearchLanguage#numbers], a metric (`followers.wechat`) or a cell
    /// (`applications.total.other`)
    /// @param from   the least value, or null for none
    /// @param to     the greatest value, or null for none
    record Between(
            String number, @Nullable Bound from, @Nullable Bound to) implements SearchQuery {}

    /// An end of a range, itself included or not.
    record Bound(BigDecimal value, boolean included) {}

    /// All of these.
    record All(List<SearchQuery> parts) implements SearchQuery {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /// At least one of these.
    record AnyOf(List<SearchQuery> parts) implements SearchQuery {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /// Everything but this.
    record Not(SearchQuery query) implements SearchQuery {}

    /// The texts that are looked for, those that must not be there left out: what a snippet shows.
    static List<SearchQuery> texts(SearchQuery query) {
        return switch (query) {
            case Words words -> List.of(words);
            case Exact exact -> List.of(exact);
            case All all -> texts(all.parts());
            case AnyOf any -> texts(any.parts());
            case Within within ->
                texts(within.query()).stream()
                        .<SearchQuery>map(text -> new Within(within.sections(), text))
                        .toList();
            case Everything everything -> List.of();
            case Named named -> List.of();
            case OneOf oneOf -> List.of();
            case Between between -> List.of();
            case Not not -> List.of();
        };
    }

    private static List<SearchQuery> texts(List<SearchQuery> parts) {
        return parts.stream().flatMap(part -> texts(part).stream()).toList();
    }
}
