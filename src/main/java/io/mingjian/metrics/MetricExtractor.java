package io.mingjian.metrics;

import io.mingjian.ingest.Block;
import io.mingjian.language.Tokenizer;
import io.mingjian.model.MetricModel;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.ReportTitle;
import io.mingjian.outline.Section;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Extracts the figures of the prose. Safe to share between threads.
public final class MetricExtractor {
    /// A body of more characters speaks for itself.
    private static final int SHORT_BODY = 40;

    private final MetricModel model;
    private final WordChecker words;
    private final Vocabulary vocabulary;
    private final QuantityLexer lexer;
    private final Confidences confidences;
    private final SmallTableReader smallTables;
    private final OpinionReader opinion;

    public MetricExtractor(ReportModel model, Tokenizer tokenizer) {
        this.model = model.metrics();
        this.words = new WordChecker(Objects.requireNonNull(tokenizer));
        this.vocabulary = new Vocabulary(this.model);
        this.lexer = new QuantityLexer(this.model);
        this.confidences = new Confidences(model);
        this.opinion = new OpinionReader(model.secondOpinion(), this.model);
        this.smallTables = new SmallTableReader(this.model, vocabulary, confidences);
    }

    /// The facts of the outline's prose in the order of their places.
    ///
    /// @param tables spans that are tables, to be left out
    public List<Fact> extract(Outline outline, List<Span> tables) {
        return candidates(outline, tables).stream()
                .map(Candidate::fact)
                .filter(Objects::nonNull)
                .toList();
    }

    /// Every number of the prose, the facts among them, in the order of their places.
    public List<Candidate> candidates(Outline outline, List<Span> tables) {
        return candidates(outline, tables, (reading, finder) -> {});
    }

    /// Every number of the prose that may count something, with the clues to what it counts: what a second
    /// opinion is learnt from.
    public List<CluedNumber> numbers(Outline outline, List<Span> tables) {
        List<CluedNumber> numbers = new ArrayList<>();
        candidates(
                outline,
                tables,
                (reading, finder) -> finder.scenes().forEach(scene -> numbers.add(CluedNumber.of(reading, scene))));
        return numbers;
    }

    /// @param after what to do with each stretch of prose that was read
    private List<Candidate> candidates(Outline outline, List<Span> tables, BiConsumer<Reading, FactFinder> after) {
        List<Candidate> found = new ArrayList<>();
        ReportTitle title = outline.title();
        read(outline.text(), outline.preamble(), tables, null, title, found, after);
        for (Section section : outline.sections()) {
            read(outline.text(), section.blocks(), tables, section, title, found, after);
        }
        found.sort(Comparator.comparing(Candidate::span));
        return found;
    }

    private void read(
            CanonicalText text,
            List<Block> blocks,
            List<Span> tables,
            @Nullable Section section,
            ReportTitle title,
            List<Candidate> into,
            BiConsumer<Reading, FactFinder> after) {
        Integer year = title.year();
        // without a title the year is a guess, and what each passage says of itself is the better one
        Integer titled = title.title() == null ? null : year;
        String id = section == null ? null : section.id();
        List<Block> open =
                blocks.stream().filter(block -> isOpen(block.span(), tables)).toList();
        List<Span> told = new ArrayList<>();
        for (SmallTable table : SmallTable.in(text, open)) {
            List<Candidate> candidates = smallTables.read(text, table, id, titled);
            if (!candidates.isEmpty()) {
                into.addAll(candidates);
                told.add(table.span());
            }
        }
        List<Span> prose = new ArrayList<>();
        if (section != null && isOpen(section.headingSpan(), tables) && saysNoNumber(text, open)) {
            // a heading says what a body of nothing but 无 denies
            prose.add(section.headingSpan());
        }
        open.stream()
                .filter(block -> block instanceof Block.Paragraph)
                .map(Block::span)
                .filter(span -> told.stream().noneMatch(span::overlaps))
                .forEach(prose::add);
        Reading reading = new ProseReader(text, model.script()).read(prose);
        String read = reading.text();
        List<Quantity> quantities = words.check(read, lexer.quantities(read));
        Passage passage = new Passage(reading, vocabulary.in(read, quantities, titled), quantities);
        String topic = id == null ? null : model.sectionTopics().get(id);
        FactFinder finder = new FactFinder(passage, model, vocabulary, opinion, topic, titled, year);
        Verdicts verdicts = new Verdicts(text, reading, id, confidences);
        verdicts.accepted(finder.find());
        verdicts.rejected(finder.rejections());
        into.addAll(verdicts.candidates());
        after.accept(reading, finder);
    }

    /// Whether no table holds any of it; a table that came as lines can begin with what looks like a heading.
    private static boolean isOpen(Span span, List<Span> tables) {
        for (Span table : tables) {
            if (span.overlaps(table)) {
                return false;
            }
        }
        return true;
    }

    /// A body of a few words without a digit, 无 or 均为零: it can only speak of what the heading names.
    private static boolean saysNoNumber(CanonicalText text, List<Block> blocks) {
        int length = 0;
        for (Block block : blocks) {
            String words = text.folded(block.span());
            length += words.strip().length();
            if (length > SHORT_BODY || words.chars().anyMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
