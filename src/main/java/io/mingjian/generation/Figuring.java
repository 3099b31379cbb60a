package io.mingjian.generation;

import io.mingjian.model.Label;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Writes the figure of a cell in one of the ways in which clerks write it.
final class Figuring {
    private static final int FULL_WIDTH_OFFSET = '０' - '0';
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final List<String> PADDINGS = List.of("", " ", "\u3000", "\u00A0");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Phrases.Slips slips;
    private final Set<Mangling> manglings;
    private final RandomGenerator random;

    Figuring(Phrases.Slips slips, Set<Mangling> manglings, RandomGenerator random) {
        this.slips = slips;
        this.manglings = manglings;
        this.random = random;
    }

    /// What is written, and the number that it states, if any.
    record Written(String text, @Nullable BigDecimal value) {}

    Written write(Label column, @Nullable BigDecimal value) {
        if (value == null || (value.signum() == 0 && manglings.contains(Mangling.BLANKS))) {
            return new Written("", null);
        }
        if (value.signum() == 0 && manglings.contains(Mangling.MARKS)) {
            return new Written(one(slips.marks()), null);
        }
        String text = text(column, value);
        return new Written(does(Mangling.PADDED) ? one(PADDINGS) + text + one(PADDINGS) : text, value);
    }

    private String text(Label column, BigDecimal value) {
        boolean money =
                column.scale().compareTo(BigDecimal.ONE) != 0 || column.id().startsWith("amount");
        String figure = value.stripTrailingZeros().toPlainString();
        boolean round =
                value.compareTo(TEN_THOUSAND) >= 0 && value.remainder(HUNDRED).signum() == 0;
        if (money) {
            return does(Mangling.UNITS) ? priced(column, value) : wide(figure);
        }
        if (round && does(Mangling.TEN_THOUSANDS)) {
            return value.divide(TEN_THOUSAND).stripTrailingZeros().toPlainString() + slips.tenThousand();
        }
        if (column.id().equals("change") && does(Mangling.SIGNS) && value.signum() != 0) {
            return value.signum() > 0 ? one(slips.rising()) + figure : one(slips.falling()) + figure.substring(1);
        }
        if (does(Mangling.THOUSANDS)) {
            figure = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        }
        figure = wide(figure);
        if (does(Mangling.NOTES) && value.signum() > 0 && random.nextInt(3) == 0) {
            return figure + one(slips.notes()).replace("{n}", String.valueOf(random.nextInt(value.intValue() + 1)));
        }
        return does(Mangling.UNITS) && random.nextBoolean() ? figure + slips.unit() : figure;
    }

    /// An amount with its unit, in the unit of the column or in the other one.
    private String priced(Label column, BigDecimal value) {
        boolean own = random.nextBoolean();
        boolean inTenThousands = column.scale().compareTo(TEN_THOUSAND) == 0;
        BigDecimal yuan = value.multiply(column.scale());
        boolean asTenThousands = own == inTenThousands;
        BigDecimal amount = asTenThousands ? yuan.divide(TEN_THOUSAND) : yuan;
        return amount.stripTrailingZeros().toPlainString() + (asTenThousands ? slips.tenThousand() : "") + slips.yuan();
    }

    private String wide(String figure) {
        if (!does(Mangling.FULL_WIDTH)) {
            return figure;
        }
        StringBuilder wide = new StringBuilder();
        figure.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c + FULL_WIDTH_OFFSET : c)));
        return wide.toString();
    }

    private boolean does(Mangling mangling) {
        return manglings.contains(mangling);
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
