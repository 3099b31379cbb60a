package io.mingjian.index.query;

import io.mingjian.index.query.SearchLanguage.Field;
import io.mingjian.index.query.SearchLanguage.NumberKind;
import io.mingjian.index.query.SearchLanguage.Operator;
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
import io.mingjian.problem.MingjianException;
import io.mingjian.text.Folding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a query as a person writes it:
///
/// ```text
/// query      = all { OR all }
/// all        = part { [AND] part }
/// part       = [NOT] ( "(" query ")" | "…" | * | field:value | number op figure | number:from..to | words )
/// ```
///
/// Texts beside a section field are looked for in one section of that kind. One parser reads one line.
public final class QueryParser {
    /// Parentheses within parentheses.
    private static final int DEEPEST = 20;

    private static final Pattern YEAR_IN_BRACKETS = Pattern.compile("[〔\\[【(](?:19|20)\\d{2}[〕\\]】)]\\s?第?\\d{1,5}号");
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile("[^\\s\"()<>=]{0,20}" + YEAR_IN_BRACKETS.pattern());
    private static final Pattern ARTICLE = Pattern.compile("第[〇零一二三四五六七八九十百\\d]{1,7}[章节条]");
    private static final Pattern COMPARISON = Pattern.compile(">=|<=|=|>|<|≥|≤");
    private static final Pattern FIGURE =
            Pattern.compile("(?<digits>-?\\d{1,15}(?:\\.\\d{1,6})?)(?<scale>\\p{IsHan}?)%?");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z_.0-9]{1,40}");
    private static final Pattern LETTERS = Pattern.compile("\\p{IsHan}{1,10}|[A-Za-z_.]{2,20}");

    private final SearchLanguage language;
    private final String line;
    private final String folded;
    private int at;
    private int depth;

    private QueryParser(SearchLanguage language, String line) {
        this.language = language;
        this.line = line;
        this.folded = Folding.fold(line);
    }

    /// The query that the line asks.
    ///
    /// @throws MingjianException `INVALID_QUERY` with the column of the mistake
    public static SearchQuery parse(SearchLanguage language, String line) {
        QueryParser parser = new QueryParser(language, line);
        parser.skipBlanks();
        if (parser.atEnd()) {
            throw parser.wrong("empty", 0);
        }
        SearchQuery query = parser.query();
        if (!parser.atEnd()) {
            throw parser.wrong("not-opened", parser.at);
        }
        return query;
    }

    private SearchQuery query() {
        List<SearchQuery> choices = new ArrayList<>(List.of(all()));
        while (take(Operator.OR)) {
            choices.add(all());
        }
        return choices.size() == 1 ? choices.getFirst() : new AnyOf(choices);
    }

    private SearchQuery all() {
        List<SearchQuery> parts = new ArrayList<>(List.of(part()));
        while (!atEnd() && current() != ')' && peek() != Operator.OR) {
            take(Operator.AND);
            parts.add(part());
        }
        return joined(parts);
    }

    /// A section field says where the texts beside it are to be found.
    private static SearchQuery joined(List<SearchQuery> parts) {
        List<SearchQuery> texts = new ArrayList<>();
        List<SearchQuery> others = new ArrayList<>();
        Set<String> sections = new TreeSet<>();
        for (SearchQuery part : parts) {
            if (part instanceof Within within && within.query() instanceof Everything) {
                sections.addAll(within.sections());
            } else if (part instanceof Words || part instanceof Exact || part instanceof AnyOf) {
                texts.add(part);
            } else {
                others.add(part);
            }
        }
        if (sections.isEmpty()) {
            return parts.size() == 1 ? parts.getFirst() : new All(parts);
        }
        SearchQuery inside = texts.isEmpty() ? new Everything() : texts.size() == 1 ? texts.getFirst() : new All(texts);
        others.addFirst(new Within(sections, inside));
        return others.size() == 1 ? others.getFirst() : new All(others);
    }

    private SearchQuery part() {
        skipBlanks();
        if (atEnd() || current() == ')' || peek() == Operator.OR || peek() == Operator.AND) {
            throw wrong("operand-missing", at);
        }
        if (take(Operator.NOT)) {
            return new Not(part());
        }
        if (current() == '('
                && !YEAR_IN_BRACKETS.matcher(folded).region(at, line.length()).lookingAt()) {
            return group();
        }
        if (isQuote(current())) {
            return quotation(Exact::new);
        }
        if (current() == '*') {
            at++;
            skipBlanks();
            return new Everything();
        }
        return word();
    }

    private SearchQuery group() {
        int opened = at++;
        if (++depth > DEEPEST) {
            throw wrong("too-deep", opened);
        }
        skipBlanks();
        SearchQuery inside = query();
        if (atEnd()) {
            throw wrong("not-closed", opened);
        }
        at++;
        depth--;
        skipBlanks();
        return inside;
    }

    private SearchQuery quotation(Function<String, SearchQuery> made) {
        // Marks of the other kind are part of the text: "“十四五”规划".
        boolean straight = current() == '"';
        int opened = at++;
        while (!atEnd() && (!isQuote(current()) || straight != (current() == '"'))) {
            at++;
        }
        if (atEnd()) {
            throw wrong("quotation-open", opened);
        }
        String text = line.substring(opened + 1, at++);
        if (text.isBlank()) {
            throw wrong("empty", opened);
        }
        skipBlanks();
        return made.apply(text);
    }

    private SearchQuery word() {
        int start = at;
        Matcher document = DOCUMENT_NUMBER.matcher(folded).region(at, line.length());
        if (document.lookingAt() && folded.substring(start, document.end()).indexOf(':') < 0) {
            at = document.end();
            skipBlanks();
            return new Exact(line.substring(start, document.end()));
        }
        String text = run();
        if (!atEnd() && COMPARISON.matcher(folded).region(at, line.length()).lookingAt()) {
            return comparison(text, start);
        }
        int colon = Folding.fold(text).indexOf(':');
        if (colon > 0 && LETTERS.matcher(text.substring(0, colon)).matches()) {
            return field(text.substring(0, colon), start, start + colon + 1);
        }
        if (text.isEmpty()) {
            throw wrong("operand-missing", start);
        }
        skipBlanks();
        return ARTICLE.matcher(Folding.fold(text)).matches()
                ? new Exact(text)
                : new Words(text, language.synonyms(text));
    }

    private SearchQuery comparison(String name, int start) {
        String known = number(name, start);
        Matcher operator = COMPARISON.matcher(folded).region(at, line.length());
        if (!operator.lookingAt()) {
            throw wrong("operand-missing", at);
        }
        at = operator.end();
        skipBlanks();
        int place = at;
        BigDecimal value = figure(run(), place);
        skipBlanks();
        return switch (operator.group()) {
            case ">=", "≥" -> new Between(known, new Bound(value, true), null);
            case "<=", "≤" -> new Between(known, null, new Bound(value, true));
            case ">" -> new Between(known, new Bound(value, false), null);
            case "<" -> new Between(known, null, new Bound(value, false));
            default -> new Between(known, new Bound(value, true), new Bound(value, true));
        };
    }

    private SearchQuery field(String name, int start, int value) {
        at = value;
        skipBlanks();
        if (atEnd() || current() == ')') {
            throw wrong("value-missing", value - 1);
        }
        Field field = language.fields().get(SearchLanguage.fold(name));
        if (field == null) {
            String number = number(name, start);
            int place = at;
            return range(number, run(), place);
        }
        int place = at;
        return isQuote(current()) ? quotation(text -> of(field, text, place)) : values(field, place);
    }

    private SearchQuery values(Field field, int place) {
        String[] values = run().split("[,，、]");
        skipBlanks();
        List<SearchQuery> choices = new ArrayList<>();
        for (String value : values) {
            choices.add(of(field, value, place));
        }
        Set<String> sections = new TreeSet<>();
        for (SearchQuery choice : choices) {
            if (choice instanceof Within within) {
                sections.addAll(within.sections());
            }
        }
        if (!sections.isEmpty()) {
            return new Within(sections, new Everything());
        }
        return choices.size() == 1 ? choices.getFirst() : new AnyOf(choices);
    }

    private SearchQuery of(Field field, String text, int place) {
        if (text.isBlank()) {
            throw wrong("value-missing", place);
        }
        return switch (field) {
            case ORGANIZATION -> new Named(Property.ORGANIZATION, text);
            case REGION -> new Named(Property.REGION, text);
            case TITLE -> new Named(Property.TITLE, text);
            case SECTION -> new Within(Set.of(value(field, text, place)), new Everything());
            case LEVEL -> new OneOf(Facet.LEVEL, List.of(value(field, text, place)));
            case FORM -> new OneOf(Facet.FORM, List.of(value(field, text, place)));
            case RULE -> new OneOf(Facet.RULE, List.of(text));
        };
    }

    private String value(Field field, String text, int place) {
        String id = language.values().getOrDefault(field, Map.of()).get(SearchLanguage.fold(text));
        if (id == null) {
            throw wrong("value-unknown", place);
        }
        return id;
    }

    /// `2020..2024`, `..5`, `3..`, `2021` or `2021,2023`.
    private SearchQuery range(String number, String text, int place) {
        skipBlanks();
        String plain = Folding.fold(text);
        int dots = plain.indexOf("..");
        if (dots < 0) {
            List<SearchQuery> values = new ArrayList<>();
            for (String value : plain.split("[,、]")) {
                Bound bound = new Bound(figure(value, place), true);
                values.add(new Between(number, bound, bound));
            }
            return values.size() == 1 ? values.getFirst() : new AnyOf(values);
        }
        Bound from = end(plain.substring(0, dots), place);
        Bound to = end(plain.substring(dots + 2), place + dots + 2);
        if (from == null && to == null) {
            throw wrong("value-missing", place);
        }
        if (from != null && to != null && from.value().compareTo(to.value()) > 0) {
            throw wrong("range-reversed", place);
        }
        return new Between(number, from, to);
    }

    private @Nullable Bound end(String text, int place) {
        return text.isEmpty() ? null : new Bound(figure(text, place), true);
    }

    private String number(String name, int start) {
        Optional<NumberKind> kind = language.number(name);
        if (kind.isPresent()) {
            return kind.get().id();
        }
        // Cells and metrics go by their ids, too: applications.total.other, items_published.website.
        if (NAME.matcher(name).matches() && name.chars().allMatch(c -> c < 0x80) && name.matches("[a-z][a-z0-9_.]+")) {
            return name;
        }
        throw wrong("name-unknown", start);
    }

    private BigDecimal figure(String text, int place) {
        Matcher figure = FIGURE.matcher(Folding.fold(text));
        if (!figure.matches()) {
            throw wrong("figure-expected", place);
        }
        BigDecimal value = new BigDecimal(figure.group("digits"));
        String scale = figure.group("scale");
        if (scale.isEmpty()) {
            return value;
        }
        BigDecimal factor = language.scales().get(scale);
        if (factor == null) {
            throw wrong("figure-expected", place);
        }
        return value.multiply(factor);
    }

    /// Characters up to the next one that means something.
    private String run() {
        int start = at;
        Matcher brackets = YEAR_IN_BRACKETS.matcher(folded);
        while (!atEnd() && !isSpace(current()) && !isQuote(current())) {
            char c = current();
            if (brackets.region(at, line.length()).lookingAt()) {
                at = brackets.end();
            } else if (c == '(' || c == ')' || c == '<' || c == '>' || c == '=' || c == '≥' || c == '≤') {
                break;
            } else {
                at++;
            }
        }
        String text = line.substring(start, at);
        skipBlanks();
        return text;
    }

    private boolean take(Operator operator) {
        if (peek() != operator) {
            return false;
        }
        run();
        return true;
    }

    private @Nullable Operator peek() {
        int end = at;
        while (end < line.length() && !isSpace(folded.charAt(end)) && "()\"".indexOf(folded.charAt(end)) < 0) {
            end++;
        }
        return language.operators().get(line.substring(at, end));
    }

    private void skipBlanks() {
        while (!atEnd() && isSpace(current())) {
            at++;
        }
    }

    private boolean atEnd() {
        return at == line.length();
    }

    /// The character as it reads, whatever its width.
    private char current() {
        return folded.charAt(at);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || Character.isWhitespace(c);
    }

    /// Straight quotation marks, and the curved ones that Chinese input methods give.
    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”';
    }

    private MingjianException wrong(String reason, int place) {
        return MingjianException.query(reason, place + 1);
    }
}
