package io.mingjian.store.sql;

import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.Layout;
import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.Sheet.CellState;
import io.mingjian.store.supervision.Sheet.SheetCell;
import io.mingjian.store.supervision.Sheet.SheetFact;
import io.mingjian.store.supervision.Sheet.SheetFinding;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of a sheet in few bytes. Of cells the values stand first and the places behind them, so that a sum
/// reads the values only.
final class PackedSheet {
    private PackedSheet() {}

    /// The keys of the cells as one text, one a line.
    static String keys(List<SheetCell> cells) {
        return cells.stream().map(cell -> cell.key().toString()).collect(Collectors.joining("\n"));
    }

    /// The name of such a list of keys.
    static String layoutId(String keys) {
        return Sha256.of(keys.getBytes(StandardCharsets.UTF_8));
    }

    static Layout layout(String id, String keys) {
        List<Sheet.CellName> read = new ArrayList<>();
        for (String line : keys.isEmpty() ? List.<String>of() : List.of(keys.split("\n", -1))) {
            String[] parts = line.split("/", 3);
            read.add(new Sheet.CellName(parts[0], parts[1], parts[2]));
        }
        return new Layout(id, read);
    }

    /// What is kept for a state; never another number for the same one.
    private static int code(CellState state) {
        return switch (state) {
            case STATED -> 0;
            case BLANK -> 1;
            case NOT_APPLICABLE -> 2;
            case ABSENT -> 3;
            case ILLEGIBLE -> 4;
        };
    }

    private static CellState state(int code) {
        return switch (code) {
            case 0 -> CellState.STATED;
            case 1 -> CellState.BLANK;
            case 2 -> CellState.NOT_APPLICABLE;
            case 3 -> CellState.ABSENT;
            case 4 -> CellState.ILLEGIBLE;
            default -> throw new IllegalStateException("no state " + code);
        };
    }

    static byte[] cells(List<SheetCell> cells) {
        Packer packer = new Packer();
        for (SheetCell cell : cells) {
            packer.number(code(cell.state()));
            if (cell.value() != null) {
                packer.decimal(cell.value());
            }
        }
        int last = 0;
        for (SheetCell cell : cells) {
            Span span = cell.span();
            if (span == null) {
                packer.number(-1);
            } else {
                packer.number(span.length()).number(span.start() - (long) last).number(cell.page());
                last = span.start();
            }
        }
        return packer.bytes();
    }

    /// The values alone.
    static CellRow row(ReportId report, @Nullable UnitId unit, Layout layout, byte[] packed) {
        Unpacker unpacker = new Unpacker(packed);
        long[] wholes = new long[layout.keys().size()];
        Map<Integer, BigDecimal> fractions = Map.of();
        for (int i = 0; i < wholes.length; i++) {
            wholes[i] = CellRow.NONE;
            if (state(unpacker.integer()) != CellState.STATED) {
                continue;
            }
            if (unpacker.isWhole()) {
                wholes[i] = unpacker.number();
            } else {
                fractions = fractions.isEmpty() ? new HashMap<>() : fractions;
                fractions.put(i, new BigDecimal(unpacker.text()));
            }
        }
        return new CellRow(report, unit, layout, wholes, fractions);
    }

    /// The bytes of the values, without those of the places behind them.
    static byte[] valuesOnly(Layout layout, byte[] packed) {
        Unpacker unpacker = new Unpacker(packed);
        for (int i = 0; i < layout.keys().size(); i++) {
            if (state(unpacker.integer()) == CellState.STATED) {
                unpacker.decimal();
            }
        }
        return Arrays.copyOf(packed, unpacker.at());
    }

    static List<SheetCell> cells(Layout layout, byte[] packed) {
        Unpacker unpacker = new Unpacker(packed);
        int size = layout.keys().size();
        CellState[] states = new CellState[size];
        @Nullable BigDecimal[] values = new @Nullable BigDecimal[size];
        for (int i = 0; i < size; i++) {
            states[i] = state(unpacker.integer());
            values[i] = states[i] == CellState.STATED ? unpacker.decimal() : null;
        }
        List<SheetCell> cells = new ArrayList<>(size);
        int last = 0;
        for (int i = 0; i < size; i++) {
            int length = unpacker.integer();
            if (length < 0) {
                cells.add(new SheetCell(layout.keys().get(i), states[i], values[i], null, 0));
            } else {
                last += unpacker.integer();
                Span span = new Span(last, last + length);
                cells.add(new SheetCell(layout.keys().get(i), states[i], values[i], span, unpacker.integer()));
            }
        }
        return cells;
    }

    static byte[] facts(List<SheetFact> facts) {
        Packer packer = new Packer();
        for (SheetFact fact : facts) {
            Integer year = fact.year();
            packer.text(fact.metric())
                    .decimal(fact.value())
                    .text(fact.unit())
                    .text(fact.approximation())
                    .text(fact.channel())
                    .text(fact.account())
                    .text(fact.category())
                    .text(fact.scope())
                    .text(fact.period())
                    .number(year == null ? -1 : year)
                    .text(fact.quote())
                    .span(fact.span())
                    .text(fact.section())
                    .number(Double.doubleToLongBits(fact.confidence()));
        }
        return packer.bytes();
    }

    static List<SheetFact> facts(byte[] packed) {
        Unpacker unpacker = new Unpacker(packed);
        List<SheetFact> facts = new ArrayList<>();
        while (!unpacker.isAtEnd()) {
            facts.add(new SheetFact(
                    unpacker.text(),
                    unpacker.decimal(),
                    unpacker.optionalText(),
                    unpacker.optionalText(),
                    unpacker.optionalText(),
                    unpacker.optionalText(),
                    unpacker.optionalText(),
                    unpacker.optionalText(),
                    unpacker.text(),
                    year(unpacker.integer()),
                    unpacker.text(),
                    unpacker.span(),
                    unpacker.optionalText(),
                    Double.longBitsToDouble(unpacker.number())));
        }
        return facts;
    }

    private static @Nullable Integer year(int packed) {
        return packed < 0 ? null : Integer.valueOf(packed);
    }

    static byte[] findings(List<SheetFinding> findings) {
        Packer packer = new Packer();
        for (SheetFinding finding : findings) {
            packer.text(finding.rule())
                    .text(finding.severity())
                    .text(finding.verdict())
                    .text(finding.place())
                    .text(finding.message())
                    .optional(finding.expected())
                    .optional(finding.actual())
                    .text(finding.fingerprint())
                    .number(finding.spans().size());
            finding.spans().forEach(packer::span);
        }
        return packer.bytes();
    }

    static List<SheetFinding> findings(byte[] packed) {
        Unpacker unpacker = new Unpacker(packed);
        List<SheetFinding> findings = new ArrayList<>();
        while (!unpacker.isAtEnd()) {
            findings.add(new SheetFinding(
                    unpacker.text(),
                    unpacker.text(),
                    unpacker.text(),
                    unpacker.text(),
                    unpacker.text(),
                    unpacker.optionalDecimal(),
                    unpacker.optionalDecimal(),
                    unpacker.text(),
                    spans(unpacker)));
        }
        return findings;
    }

    private static List<Span> spans(Unpacker unpacker) {
        List<Span> spans = new ArrayList<>();
        for (int left = unpacker.integer(); left > 0; left--) {
            spans.add(unpacker.span());
        }
        return spans;
    }
}
