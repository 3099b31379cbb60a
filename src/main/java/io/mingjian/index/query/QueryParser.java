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

    private static final String NUMERAL = "[〇零一二三四五六七八九十百\\d]";
    private static final Pattern DOCUMENT_NUMBER =
            Pattern.compile("[^\\s\"()<>=]{0,20}" + QueryLine.YEAR_IN_BRACKETS.pattern());
    /// 第二十条第（八）项.
    private static final Pattern ARTICLE = Pattern.compile(
            "第" + NUMERAL + "{1,7}[章节条](?:第?\\(" + NUMERAL + "{1,3}\\)[款项]?|第" + NUMERAL + "{1,7}[款项])*(?=[\\s)]|$)");
    private static final Pattern COMPARISON = Pattern.compile(">=|<=|=|>|<|≥|≤");
    private static final Pattern FIGURE =
            Pattern.compile("(?<digits>-?\\d{1,15}(?:\\.\\d{1,6})?)(?<scale>\\p{IsHan}?)%?");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z_.0-9]{1,40}");
    private static final Pattern LETTERS = Pattern.compile("\\p{IsHan}{1,10}|[A-Za-z_.]{2,20}");

    private final SearchLanguage language;
    private final QueryLine line;
    private int depth;

    private QueryParser(SearchLanguage language, String line) {
        this.language = language;
        this.line = new QueryLine(line);
    }

    /// The query that the line asks.
    ///
    /// @throws MingjianException `INVALID_QUERY` with the column of the mistake
    public static SearchQuery parse(SearchLanguage language, String line) {
        QueryParser parser = new QueryParser(language, line);
        parser.line.skipBlanks();
        if (parser.line.atEnd()) {
            throw wrong("empty", 0);
        }
        SearchQuery query = parser.query();
        if (!parser.line.atEnd()) {
            throw wrong("not-opened", parser.line.at());
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
        while (!ends() && peek() != Operator.OR) {
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
        line.skipBlanks();
        if (ends() || peek() == Operator.OR || peek() == Operator.AND) {
            throw wrong("operand-missing", line.at());
        }
        if (take(Operator.NOT)) {
            return new Not(part());
        }
        if (line.opensGroup()) {
            return group();
        }
        if (line.opensQuotation()) {
            return new Exact(line.quotation());
        }
        if (line.current() == '*') {
            line.moveTo(line.at() + 1);
            line.skipBlanks();
            return new Everything();
        }
        return word();
    }

    private SearchQuery group() {
        int opened = line.at();
        if (++depth > DEEPEST) {
            throw wrong("too-deep", opened);
        }
        line.moveTo(opened + 1);
        line.skipBlanks();
        SearchQuery inside = query();
        if (line.atEnd()) {
            throw wrong("not-closed", opened);
        }
        line.moveTo(line.at() + 1);
        depth--;
        line.skipBlanks();
        return inside;
    }

    private SearchQuery word() {
        int start = line.at();
        Optional<SearchQuery> whole = whole(start);
        if (whole.isPresent()) {
            return whole.get();
        }
        String text = line.run(depth > 0);
        if (!line.atEnd() && line.sees(COMPARISON)) {
            return comparison(text, start);
        }
        int colon = Folding.fold(text).indexOf(':');
        if (colon > 0 && isName(text.substring(0, colon), start + colon)) {
            return field(text.substring(0, colon), start, start + colon + 1);
        }
        if (text.isEmpty()) {
            throw wrong("operand-missing", start);
        }
        return new Words(text, language.synonyms(text));
    }

    /// 〔2021〕30号 and 第二十条, which are found as they are written.
    private Optional<SearchQuery> whole(int start) {
        Matcher document = line.here(DOCUMENT_NUMBER);
        Matcher article = line.here(ARTICLE);
        int end = -1;
        if (document.hasMatch() && line.folded(start, document.end()).indexOf(':') < 0) {
            end = document.end();
        } else if (article.hasMatch()) {
            end = article.end();
        }
        if (end < 0) {
            return Optional.empty();
        }
        line.moveTo(end);
        line.skipBlanks();
        return Optional.of(new Exact(line.written(start, end)));
    }

    /// Whether what stands before the colon names something. Prose has full-width colons behind words that name
    /// nothing here; whoever types a half-width one means a field, and is told that there is no such one.
    private boolean isName(String text, int colon) {
        return LETTERS.matcher(text).matches()
                && (!line.isFullWidth(colon)
                        || language.fields().containsKey(SearchLanguage.fold(text))
                        || language.number(text).isPresent());
    }

    private SearchQuery comparison(String name, int start) {
        String known = number(name, start);
        Matcher operator = line.here(COMPARISON);
        line.moveTo(operator.end());
        line.skipBlanks();
        int place = line.at();
        BigDecimal value = figure(line.run(depth > 0), place);
        return switch (operator.group()) {
            case ">=", "≥" -> new Between(known, new Bound(value, true), null);
            case "<=", "≤" -> new Between(known, null, new Bound(value, true));
            case ">" -> new Between(known, new Bound(value, false), null);
            case "<" -> new Between(known, null, new Bound(value, false));
            default -> new Between(known, new Bound(value, true), new Bound(value, true));
        };
    }

    private SearchQuery field(String name, int start, int value) {
        line.moveTo(value);
        line.skipBlanks();
        if (ends()) {
            throw wrong("value-missing", value - 1);
        }
        Field field = language.fields().get(SearchLanguage.fold(name));
        if (field == null) {
            String number = number(name, start);
            int place = line.at();
            return range(number, line.run(depth > 0), place);
        }
        int place = line.at();
        return line.opensQuotation() ? of(field, line.quotation(), place) : values(field, place);
    }

    private SearchQuery values(Field field, int place) {
        String[] values = line.run(depth > 0).split("[,，、]");
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

    private boolean take(Operator operator) {
        if (peek() != operator) {
            return false;
        }
        line.moveTo(line.at() + line.nextWord().length());
        line.skipBlanks();
        return true;
    }

    private @Nullable Operator peek() {
        return language.operators().get(line.nextWord());
    }

    private boolean ends() {
        return line.atEnd() || line.current() == ')';
    }

    private static MingjianException wrong(String reason, int place) {
        return MingjianException.query(reason, place + 1);
    }
}
