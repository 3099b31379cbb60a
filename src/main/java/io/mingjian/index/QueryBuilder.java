package io.mingjian.index;

import io.mingjian.index.SearchTerms.Term;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Makes engine queries of [SearchTerms].
final class QueryBuilder {
    /// How far apart the words of one term may stand, in words.
    private static final int NEAR = 8;

    /// What is written exactly so counts more than what is worded like it.
    private static final float EXACT_BOOST = 2;

    /// A title that names what is looked for counts most.
    private static final float TITLE_BOOST = 3;

    private final Analyzer words;
    private final Analyzer pairs;

    QueryBuilder(Analyzer words, Analyzer pairs) {
        this.words = words;
        this.pairs = pairs;
    }

    /// Reports in which every term is found, in the text or in the title.
    Query reports(SearchTerms terms) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Term term : terms.terms()) {
            BooleanQuery.Builder places = new BooleanQuery.Builder();
            places.add(inText(term, Fields.TEXT), Occur.SHOULD);
            places.add(new BoostQuery(exact(term.text(), Fields.TITLE_PAIRS), TITLE_BOOST), Occur.SHOULD);
            all.add(places.build(), Occur.MUST);
        }
        return all.build();
    }

    /// Sections in which any term is found.
    Query sections(SearchTerms terms) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.terms().forEach(term -> any.add(inText(term, Fields.BODY), Occur.SHOULD));
        return any.build();
    }

    private Query inText(Term term, Fields.Pair field) {
        Query exact = exact(term.text(), field.pairs());
        if (term.exact()) {
            return exact;
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        either.add(new BoostQuery(exact, EXACT_BOOST), Occur.SHOULD);
        List<String> found = tokens(words, term.text());
        if (found.size() == 1) {
            either.add(new TermQuery(new org.apache.lucene.index.Term(field.words(), found.getFirst())), Occur.SHOULD);
        } else if (!found.isEmpty()) {
            either.add(new PhraseQuery(NEAR, field.words(), found.toArray(String[]::new)), Occur.SHOULD);
        }
        return either.build();
    }

    /// The very characters in their order. Every second pair covers them, and the last one where they are odd.
    private Query exact(String text, String field) {
        List<String> characters = characters(text);
        if (characters.isEmpty()) {
            return new MatchNoDocsQuery("no characters");
        }
        if (characters.size() == 1) {
            return new TermQuery(new org.apache.lucene.index.Term(field, characters.getFirst()));
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int last = characters.size() - 2;
        for (int i = 0; i < last; i += 2) {
            phrase.add(pair(field, characters, i), i);
        }
        phrase.add(pair(field, characters, last), last);
        return phrase.build();
    }

    private static org.apache.lucene.index.Term pair(String field, List<String> characters, int at) {
        return new org.apache.lucene.index.Term(field, characters.get(at) + characters.get(at + 1));
    }

    /// The single characters as the index reads them.
    private List<String> characters(String text) {
        List<String> characters = new ArrayList<>();
        try (TokenStream stream = pairs.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (increment.getPositionIncrement() > 0) {
                    characters.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory cannot fail", e);
        }
        return characters;
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        List<String> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
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
}
