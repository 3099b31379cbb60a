package io.mingjian.index.lucene;

import io.mingjian.index.query.SearchQuery;
import io.mingjian.index.query.SearchQuery.All;
import io.mingjian.index.query.SearchQuery.AnyOf;
import io.mingjian.index.query.SearchQuery.Between;
import io.mingjian.index.query.SearchQuery.Bound;
import io.mingjian.index.query.SearchQuery.Everything;
import io.mingjian.index.query.SearchQuery.Exact;
import io.mingjian.index.query.SearchQuery.Named;
import io.mingjian.index.query.SearchQuery.Not;
import io.mingjian.index.query.SearchQuery.OneOf;
import io.mingjian.index.query.SearchQuery.Property;
import io.mingjian.index.query.SearchQuery.Within;
import io.mingjian.index.query.SearchQuery.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Makes queries of the engine out of [SearchQuery]. Immutable.
final class QueryBuilder {
    static final Query REPORTS = new TermQuery(new Term(Fields.KIND, Fields.REPORT_KIND));

    /// How far apart the words of one term may stand, in words.
    private static final int NEAR = 8;

    /// A text of so many words and characters is a sentence: hardly any other says all of it.
    private static final int SENTENCE = 5;

    private static final int SENTENCE_CHARACTERS = 9;

    /// How many of a sentence's words a section must have to read like it.
    private static final double LIKENESS = 0.4;

    private static final int LEAST_ALIKE = 3;

    /// How far apart neighbours of a sentence, and the words of a synonym, may stand, in words.
    private static final int BESIDE = 2;

    /// What reads like a sentence counts less than what says it.
    private static final float LIKENESS_BOOST = 0.2f;

    /// What is written exactly so counts more than what is worded like it.
    private static final float EXACT_BOOST = 2;

    /// A title or a unit that names what is looked for counts most.
    private static final float TITLE_BOOST = 3;

    /// What stands for the same counts less than what was written.
    private static final float SYNONYM_BOOST = 0.4f;

    private final Analyzer words;
    private final BitSetProducer parents = new QueryBitSetProducer(REPORTS);

    private final boolean likeness;

    QueryBuilder(Analyzer words) {
        this(words, true);
    }

    /// @param likeness whether a sentence finds what only reads like it
    private QueryBuilder(Analyzer words, boolean likeness) {
        this.words = words;
        this.likeness = likeness;
    }

    /// What must not be there is not guessed at.
    private QueryBuilder forbidding() {
        return new QueryBuilder(words, false);
    }

    BitSetProducer parents() {
        return parents;
    }

    /// Documents of reports that match, and no sections.
    Query onlyReports(SearchQuery query) {
        BooleanQuery.Builder reports = new BooleanQuery.Builder();
        reports.add(reports(query), Occur.MUST);
        reports.add(REPORTS, Occur.FILTER);
        return reports.build();
    }

    /// Reports that match.
    Query reports(SearchQuery query) {
        return switch (query) {
            case Everything everything -> REPORTS;
            case Words words -> words(words, this::reportWords);
            case Exact exact ->
                either(PairPhrases.anywhere(Fields.TEXT, exact.text()), named(Property.TITLE, exact.text()));
            case Named named -> PairPhrases.anywhere(Fields.of(named.property()), named.text());
            case OneOf oneOf -> oneOf(Fields.of(oneOf.facet()), oneOf.values());
            case Within within -> parents(sections(within));
            case Between between -> between(between.number(), between.from(), between.to());
            case All all -> all(all.parts(), this::reports, forbidding()::reports, REPORTS);
            case AnyOf any -> any(any.parts().stream().map(this::reports).toList());
            case Not not -> all(List.of(query), this::reports, forbidding()::reports, REPORTS);
        };
    }

    /// Sections that match by themselves.
    private Query section(SearchQuery query) {
        Query anySection = new TermQuery(new Term(Fields.KIND, Fields.SECTION_KIND));
        return switch (query) {
            case Everything everything -> anySection;
            case Words words -> words(words, this::sectionWords);
            case Exact exact -> PairPhrases.anywhere(Fields.BODY_PAIRS, exact.text());
            case Named named -> children(reports(named));
            case OneOf oneOf -> children(reports(oneOf));
            case Between between -> children(reports(between));
            case Within within -> sections(within);
            case All all -> all(all.parts(), this::section, forbidding()::section, anySection);
            case AnyOf any -> any(any.parts().stream().map(this::section).toList());
            case Not not -> all(List.of(query), this::section, forbidding()::section, anySection);
        };
    }

    /// Sections of which any text of the query is to be shown; empty where it has none.
    Query shown(SearchQuery query) {
        List<SearchQuery> texts = SearchQuery.texts(query);
        return texts.isEmpty()
                ? new MatchNoDocsQuery("no text")
                : any(texts.stream().map(this::section).toList());
    }

    /// Reports with a section that matches, as good as their best one.
    Query parents(Query section) {
        return new ToParentBlockJoinQuery(section, parents, ScoreMode.Max);
    }

    /// Sections of the reports that match.
    Query children(Query reports) {
        BooleanQuery.Builder only = new BooleanQuery.Builder();
        only.add(reports, Occur.FILTER);
        only.add(REPORTS, Occur.FILTER);
        return new ToChildBlockJoinQuery(only.build(), parents);
    }

    static Query oneOf(String field, Collection<String> values) {
        return KeywordField.newSetQuery(
                field, values.stream().map(BytesRef::new).toList());
    }

    private Query sections(Within within) {
        BooleanQuery.Builder both = new BooleanQuery.Builder();
        both.add(oneOf(Fields.SECTION, within.sections()), Occur.FILTER);
        both.add(section(within.query()), Occur.MUST);
        return both.build();
    }

    private interface Reading {
        Query of(String text, int slop);
    }

    private static Query words(Words words, Reading reading) {
        Query written = reading.of(words.text(), NEAR);
        if (words.synonyms().isEmpty()) {
            return written;
        }
        List<Query> choices = new ArrayList<>(List.of(written));
        words.synonyms().forEach(synonym -> choices.add(new BoostQuery(reading.of(synonym, BESIDE), SYNONYM_BOOST)));
        return any(choices);
    }

    private Query reportWords(String text, int slop) {
        List<Query> choices = new ArrayList<>();
        choices.add(new BoostQuery(PairPhrases.wholes(Fields.TEXT, text), EXACT_BOOST));
        choices.add(named(Property.TITLE, text));
        choices.add(named(Property.ORGANIZATION, text));
        choices.add(parents(near(text, slop)));
        return any(choices);
    }

    private Query sectionWords(String text, int slop) {
        return either(new BoostQuery(PairPhrases.wholes(Fields.BODY_PAIRS, text), EXACT_BOOST), near(text, slop));
    }

    private static Query named(Property property, String text) {
        return new BoostQuery(PairPhrases.wholes(Fields.of(property), text), TITLE_BOOST);
    }

    /// Sections in which the words of the text stand near each other and its numbers stand as wholes. A number
    /// alone is no word.
    private Query near(String text, int slop) {
        List<String> found = text.codePoints().anyMatch(Character::isLetter) ? tokens(text) : List.of();
        return switch (found.size()) {
            case 0 -> new MatchNoDocsQuery("no words");
            case 1 -> new TermQuery(new Term(Fields.BODY, found.getFirst()));
            default -> {
                Query near = new PhraseQuery(slop, Fields.BODY, found.toArray(String[]::new));
                boolean sentence = found.size() >= SENTENCE && text.length() >= SENTENCE_CHARACTERS;
                yield sentence && likeness
                        ? either(near, new BoostQuery(alike(found), LIKENESS_BOOST))
                        : withNumbers(text, near);
            }
        };
    }

    /// The words of 12.6 are 12 and 6.
    private static Query withNumbers(String text, Query near) {
        List<Query> numbers = PairPhrases.numbers(Fields.BODY_PAIRS, text);
        if (numbers.isEmpty()) {
            return near;
        }
        BooleanQuery.Builder both = new BooleanQuery.Builder().add(near, Occur.MUST);
        numbers.forEach(number -> both.add(number, Occur.FILTER));
        return both.build();
    }

    /// Sections that read like a sentence: they have many of its words, the best of them the rarer words, and
    /// next to each other.
    private static Query alike(List<String> sentence) {
        Set<String> words = new TreeSet<>(sentence);
        BooleanQuery.Builder most = new BooleanQuery.Builder();
        words.forEach(word -> most.add(new TermQuery(new Term(Fields.BODY, word)), Occur.SHOULD));
        most.setMinimumNumberShouldMatch(Math.max(LEAST_ALIKE, (int) Math.ceil(words.size() * LIKENESS)));
        BooleanQuery.Builder alike = new BooleanQuery.Builder();
        alike.add(most.build(), Occur.MUST);
        for (int i = 0; i + 1 < sentence.size(); i++) {
            alike.add(new PhraseQuery(BESIDE, Fields.BODY, sentence.get(i), sentence.get(i + 1)), Occur.SHOULD);
        }
        return alike.build();
    }

    private List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = words.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
        return tokens;
    }

    private static Query between(String number, @Nullable Bound from, @Nullable Bound to) {
        double least = from == null ? Double.NEGATIVE_INFINITY : from.value().doubleValue();
        double most = to == null ? Double.POSITIVE_INFINITY : to.value().doubleValue();
        return DoubleField.newRangeQuery(
                Fields.number(number),
                from == null || from.included() ? least : Math.nextUp(least),
                to == null || to.included() ? most : Math.nextDown(most));
    }

    private interface Level {
        Query of(SearchQuery query);
    }

    private static Query all(List<SearchQuery> parts, Level level, Level forbidden, Query everything) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean found = false;
        for (SearchQuery part : parts) {
            if (part instanceof Not not) {
                all.add(forbidden.of(not.query()), Occur.MUST_NOT);
            } else {
                boolean scores = !(part instanceof Between || part instanceof OneOf || part instanceof Everything);
                all.add(level.of(part), scores ? Occur.MUST : Occur.FILTER);
                found = true;
            }
        }
        if (!found) {
            all.add(everything, Occur.FILTER);
        }
        return all.build();
    }

    private static Query either(Query one, Query other) {
        return any(List.of(one, other));
    }

    private static Query any(List<Query> choices) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        choices.forEach(choice -> any.add(choice, Occur.SHOULD));
        return any.build();
    }
}
