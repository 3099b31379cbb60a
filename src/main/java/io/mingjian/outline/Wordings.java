package io.mingjian.outline;

import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SectionKind;
import io.mingjian.model.TableKind;
import io.mingjian.text.Affixes;
import io.mingjian.text.CharacterSet;
import io.mingjian.text.Folding;
import io.mingjian.text.ReadyWording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The model's wordings of headings, squashed once for comparing.
final class Wordings {
    /// Below it a heading means no section of the model. Measured: 主动公开工作情况 for 主动公开政府信息情况 has 0.67.
    static final double LIKE = 0.62;
    /// From it on a line is a row of a table rather than a heading.
    private static final double ROW_LIKE = 0.8;

    private final List<Wording> sections = new ArrayList<>();
    /// Wordings that are safe to look for inside a line.
    private final Affixes official;

    private final List<ReadyWording> rows;

    /// A wording and the section it heads.
    private record Wording(ReadyWording text, SectionKind kind) {}

    /// How well a heading fits a section, 0..1.
    record Match(SectionKind kind, double score) {}

    Wordings(ReportModel model) {
        for (SectionKind kind : model.sections()) {
            kind.headings().forEach(heading -> add(heading, kind));
            kind.earlier().forEach(heading -> add(heading, kind));
        }
        this.official = new Affixes(model.sections().stream()
                .flatMap(kind -> kind.headings().stream())
                .map(Folding::squash)
                .toList());
        this.rows = rowLabels(model).stream().map(ReadyWording::new).toList();
    }

    private void add(String heading, SectionKind kind) {
        sections.add(new Wording(new ReadyWording(Folding.squash(heading)), kind));
    }

    private static Set<String> rowLabels(ReportModel model) {
        Set<String> labels = new LinkedHashSet<>();
        for (Form form : model.forms()) {
            for (TableKind table : form.tables()) {
                for (TableKind.Row row : table.rows()) {
                    row.label().wordings().forEach(wording -> labels.add(unnumbered(wording)));
                    labels.add(unnumbered(row.label().group()));
                }
            }
        }
        labels.remove("");
        return labels;
    }

    private static String unnumbered(String label) {
        String folded = Folding.squash(label);
        return Numbering.at(folded, 0, folded.length())
                .filter(mark -> mark.style() != Numbering.IDEOGRAPH_BARE)
                .map(mark -> folded.substring(mark.span().end()))
                .orElse(folded);
    }

    /// The section whose heading is most like this one, if any is like it.
    Optional<Match> match(String heading) {
        return match(heading, LIKE);
    }

    /// The same, if any is like it at least so much: sooner told.
    Optional<Match> match(String heading, double least) {
        SectionKind best = null;
        double most = least;
        CharacterSet kinds = ReadyWording.kinds(heading);
        for (Wording wording : sections) {
            double score = wording.text().likeness(heading, kinds, most);
            if (best == null ? score >= most : score > most) {
                best = wording.kind();
                most = score;
            }
        }
        return best == null ? Optional.empty() : Optional.of(new Match(best, most));
    }

    /// Whether the line is a row of a statutory table that looks like a heading (一、本年新收政府信息公开申请数量).
    boolean isRow(String heading) {
        double most = 0;
        CharacterSet kinds = ReadyWording.kinds(heading);
        for (ReadyWording row : rows) {
            most = Math.max(most, row.likeness(heading, kinds, Math.max(most, ROW_LIKE)));
        }
        return most >= ROW_LIKE && most > match(heading).map(Match::score).orElse(0.0);
    }

    /// The longest official heading that the characters begin with; 0 where they begin with none.
    int officialPrefix(String characters) {
        String found = official.startingAt(characters, 0);
        return found == null ? 0 : found.length();
    }
}
