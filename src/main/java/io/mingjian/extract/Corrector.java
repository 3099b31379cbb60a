package io.mingjian.extract;

import io.mingjian.checks.Checker;
import io.mingjian.checks.Comparison;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Report;
import io.mingjian.extract.Corrected.Applied;
import io.mingjian.extract.Corrected.Standing;
import io.mingjian.metrics.Fact;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.Section;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts what people corrected in the place of what the engine read, and checks the report anew. Safe to share
/// between threads.
///
/// The engine's extraction is always the ground: corrections of an earlier engine's reading are laid over a
/// later one in the same way, and each says how the engine stands to it now.
public final class Corrector {
    private final ReportModel model;
    private final Checker checker;

    public Corrector(ReportModel model) {
        this.model = model;
        this.checker = new Checker(model);
    }

    /// The extraction with the corrections in it.
    public Corrected apply(Extraction machine, List<Correction> corrections) {
        List<StatutoryTable> tables = new ArrayList<>(machine.tables());
        List<Fact> facts = new ArrayList<>(machine.facts());
        CanonicalText text = machine.document().text();
        List<Applied> applied = new ArrayList<>();
        for (Correction correction : corrections) {
            applied.add(
                    switch (correction) {
                        case Correction.OfCell cell -> cell(cell, tables, text);
                        case Correction.OfFact fact ->
                            fact(
                                    fact,
                                    find(facts, fact.fact()),
                                    fact.corrected(),
                                    fact.quote(),
                                    facts,
                                    machine.outline());
                        case Correction.Added added -> {
                            FactKey key = new FactKey(
                                    added.fact().metric(), added.fact().span());
                            yield fact(added, find(facts, key), added.fact(), added.quote(), facts, machine.outline());
                        }
                        case Correction.Struck struck -> strike(struck, facts);
                    });
        }
        facts.sort((one, other) -> one.span().compareTo(other.span()));
        List<Outcome> outcomes = checker.check(new Report(machine.outline(), tables, facts), Comparison.NONE);
        return new Corrected(
                new Extraction(machine.model(), machine.form(), machine.outline(), tables, facts, outcomes), applied);
    }

    private static Applied cell(Correction.OfCell correction, List<StatutoryTable> tables, CanonicalText text) {
        for (int i = 0; i < tables.size(); i++) {
            StatutoryTable table = tables.get(i);
            Optional<Cell> read = table.cells().stream()
                    .filter(cell ->
                            table.id().equals(correction.table()) && cell.key().equals(correction.key()))
                    .findFirst();
            if (read.isPresent()) {
                Cell machine = read.get();
                Optional<Cell> stated = cell(correction, machine.place().orElse(null), text);
                if (stated.isEmpty()) {
                    return new Applied(correction, Standing.LOST, says(machine));
                }
                tables.set(i, with(table, machine, stated.get()));
                boolean agrees = says(machine).equals(says(stated.get()));
                return new Applied(correction, agrees ? Standing.AGREES : Standing.DIFFERS, says(machine));
            }
        }
        return new Applied(correction, Standing.LOST, null);
    }

    private static StatutoryTable with(StatutoryTable table, Cell before, Cell after) {
        List<Cell> cells = table.cells().stream()
                .map(cell -> cell.equals(before) ? after : cell)
                .toList();
        return new StatutoryTable(table.id(), table.form(), table.span(), cells);
    }

    /// The cell as it was corrected; empty where it has no place in the text.
    private static Optional<Cell> cell(Correction.OfCell correction, @Nullable Span read, CanonicalText text) {
        Span span = correction.span() == null ? read : correction.span();
        if (correction.state() == CellState.ABSENT) {
            return Optional.of(new Cell.Absent(correction.key()));
        }
        if (span == null || span.end() > text.length()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (correction.state()) {
                    case STATED ->
                        new Cell.Stated(
                                correction.key(),
                                Objects.requireNonNull(correction.value(), "the constructor looked"),
                                span,
                                1);
                    case BLANK -> new Cell.Blank(correction.key(), span);
                    case NOT_APPLICABLE -> new Cell.NotApplicable(correction.key(), span);
                    case ILLEGIBLE -> new Cell.Illegible(correction.key(), span);
                    case ABSENT -> new Cell.Absent(correction.key());
                });
    }

    private static String says(Cell cell) {
        return cell instanceof Cell.Stated stated
                ? stated.value().stripTrailingZeros().toPlainString()
                : CellState.of(cell).name().toLowerCase(Locale.ROOT);
    }

    /// A fact that the engine no longer sees is still true where its words still stand.
    private Applied fact(
            Correction correction,
            Optional<Fact> machine,
            Fact stated,
            String quote,
            List<Fact> facts,
            Outline outline) {
        String read = machine.map(Corrector::says).orElse(null);
        CanonicalText text = outline.text();
        boolean stands = stated.span().end() <= text.length()
                && text.quote(stated.span()).equals(quote);
        if (!stands || model.metrics().metric(stated.metric()).isEmpty()) {
            return new Applied(correction, Standing.LOST, read);
        }
        machine.ifPresent(facts::remove);
        facts.add(in(outline, stated));
        return new Applied(correction, says(stated).equals(read) ? Standing.AGREES : Standing.DIFFERS, read);
    }

    /// The fact in the section that its words stand in.
    private static Fact in(Outline outline, Fact fact) {
        String section = outline.sections().stream()
                .filter(found -> found.span().contains(fact.span()))
                .map(Section::id)
                .findFirst()
                .orElse(null);
        return fact.in(section);
    }

    private static Applied strike(Correction.Struck correction, List<Fact> facts) {
        Optional<Fact> machine = find(facts, correction.fact());
        machine.ifPresent(facts::remove);
        return new Applied(
                correction,
                machine.isPresent() ? Standing.DIFFERS : Standing.AGREES,
                machine.map(Corrector::says).orElse(null));
    }

    /// The fact at that very place, or one of the metric whose quote shares a part of it: another engine may quote
    /// more.
    private static Optional<Fact> find(List<Fact> facts, FactKey key) {
        Optional<Fact> same = facts.stream()
                .filter(fact ->
                        fact.metric().equals(key.metric()) && fact.span().equals(key.span()))
                .findFirst();
        return same.isPresent()
                ? same
                : facts.stream()
                        .filter(fact -> fact.metric().equals(key.metric())
                                && fact.span().overlaps(key.span()))
                        .findFirst();
    }

    private static String says(Fact fact) {
        StringBuilder said = new StringBuilder(fact.value().stripTrailingZeros().toPlainString());
        for (@Nullable
        Object part : new @Nullable Object[] {
            fact.unit(), fact.approximation(), fact.channel(), fact.category(), fact.scope(), fact.period()
        }) {
            if (part != null) {
                said.append(' ')
                        .append(part instanceof Enum<?> name ? name.name().toLowerCase(Locale.ROOT) : part);
            }
        }
        return said.toString();
    }
}
