package io.mingjian.web;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The form with which a person corrects one value of a report.
///
/// @param version the version that is corrected
/// @param kind    `cell`, `fact` or `added`, as the contract names corrections
/// @param name    of the cell in the words of its form, or empty
/// @param quote   where the value stands, or null where it stands nowhere
/// @param fields  what the form shows in its fields
/// @param metrics the ids to choose from
/// @param choices what other members can say, in the order of the form
/// @param flaw    what has to be mended, or null
public record CorrectionView(
        ListedReport report,
        int version,
        String kind,
        String name,
        @Nullable Quote quote,
        Map<String, String> fields,
        List<String> metrics,
        SequencedMap<String, List<String>> choices,
        CorrectionForm.@Nullable Flaw flaw) {
    public CorrectionView {
        fields = Map.copyOf(fields);
        metrics = List.copyOf(metrics);
        choices = Collections.unmodifiableSequencedMap(choices);
    }

    /// A place of the text with what stands around it.
    public record Quote(String before, String words, String after) {}

    /// The key of the sentence that says what has to be mended, or null.
    public @Nullable String mend() {
        return flaw == null ? null : "correct.flaw." + flaw.name();
    }

    /// What a field shows.
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Whether a choice of a field is the one that holds.
    public boolean chosen(String name, String choice) {
        return field(name).equals(choice);
    }
}
