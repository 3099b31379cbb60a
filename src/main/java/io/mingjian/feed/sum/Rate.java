package io.mingjian.feed.sum;

import io.mingjian.model.InvalidModel;
import io.mingjian.model.ModelFiles;
import io.mingjian.store.supervision.Sheet.CellName;
import java.util.ArrayList;
import java.util.List;

/// A rate made of cells, as the model defines it.
///
/// @param name   in Chinese
/// @param source what prescribes its terms
public record Rate(String id, String name, List<Term> numerator, List<Term> denominator, String source) {
    private static final String FILE = "rates.txt";
    private static final int FIELDS = 5;

    public Rate {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
    }

    /// A cell that is added, or subtracted.
    public record Term(CellName key, boolean subtracted) {}

    /// The rates of a model.
    ///
    /// @throws InvalidModel where a line is none
    public static List<Rate> read(ModelFiles files) {
        List<Rate> rates = new ArrayList<>();
        int number = 0;
        for (String line : files.read(FILE).split("\n", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\\|", -1);
            if (fields.length != FIELDS) {
                throw new InvalidModel(
                        FILE, number, "five fields are wanted: id | name | numerator | denominator | source");
            }
            rates.add(new Rate(
                    fields[0].strip(),
                    fields[1].strip(),
                    terms(fields[2], number),
                    terms(fields[3], number),
                    fields[4].strip()));
        }
        return List.copyOf(rates);
    }

    private static List<Term> terms(String side, int line) {
        List<Term> terms = new ArrayList<>();
        boolean subtracted = false;
        for (String word : side.strip().split("\\s+", -1)) {
            if (word.equals("+") || word.equals("-")) {
                subtracted = word.equals("-");
                continue;
            }
            String[] parts = word.split("/", -1);
            if (parts.length != 3) {
                throw new InvalidModel(FILE, line, "table/row/column is wanted, not \"" + word + "\"");
            }
            terms.add(new Term(new CellName(parts[0], parts[1], parts[2]), subtracted));
        }
        return terms;
    }
}
