package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.text.CharacterSet;
import io.mingjian.text.Folding;
import io.mingjian.text.ReadyWording;
import java.util.List;
import java.util.stream.Stream;

/// A label's wordings as they are compared: squashed, with and without their number, alone and behind their
/// group.
record Wording(List<ReadyWording> bare, List<ReadyWording> whole) {
    /// Less alike than this is as good as nothing; nobody asks for less.
    private static final double LEAST = 0.4;

    static Wording of(Label label) {
        return of(label, "");
    }

    /// @param outer label of the group that the label's own group stands in, or empty
    static Wording of(Label label, String outer) {
        List<String> wordings = label.wordings().stream().map(Folding::squash).toList();
        String group = Folding.squash(label.group());
        String all = group.equals(Folding.squash(outer)) ? group : Folding.squash(outer) + group;
        Stream<String> groups =
                group.isEmpty() ? Stream.empty() : Stream.of(group, all).distinct();
        Stream<String> grouped = groups.flatMap(each -> wordings.stream().map(wording -> each + wording));
        return new Wording(
                wordings.stream().map(PieceReader::bare).map(ReadyWording::new).toList(),
                Stream.concat(wordings.stream(), grouped).map(ReadyWording::new).toList());
    }

    /// A wording that stands for itself.
    static Wording squashed(String wording) {
        String squashed = Folding.squash(wording);
        return new Wording(List.of(new ReadyWording(PieceReader.bare(squashed))), List.of(new ReadyWording(squashed)));
    }

    /// Whether words without their number fit any of the labels at least so well.
    static boolean anyFitsBare(List<Wording> labels, Content.Words words, double least) {
        for (Wording label : labels) {
            if (label.fitsBare(words, least) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether all words fit any of the labels at least so well.
    static boolean anyFitsWhole(List<Wording> labels, Content.Words words, double least) {
        for (Wording label : labels) {
            if (label.fitsWhole(words, least) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a wording, without its number, stands anywhere in the words.
    boolean isWithin(String words) {
        for (ReadyWording ready : bare) {
            if (words.contains(ready.wording())) {
                return true;
            }
        }
        return false;
    }

    /// Whether a wording, without its number, begins with the words.
    boolean beginsWith(String words) {
        for (ReadyWording ready : bare) {
            if (ready.wording().startsWith(words)) {
                return true;
            }
        }
        return false;
    }

    /// How well words without their number fit, 0..1.
    double fitsBare(String words) {
        return best(words, bare, LEAST);
    }

    /// How well all words of a row fit, 0..1.
    double fitsWhole(String words) {
        return best(words, whole, LEAST);
    }

    /// Whether words without their number, or all words of a row, are like any of the labels at least so well.
    static boolean anyIsLike(List<Wording> labels, String bare, String whole, double least) {
        CharacterSet bareKinds = ReadyWording.kinds(bare);
        CharacterSet wholeKinds = ReadyWording.kinds(whole);
        for (Wording label : labels) {
            if (best(bare, bareKinds, label.bare, least) > 0 || best(whole, wholeKinds, label.whole, least) > 0) {
                return true;
            }
        }
        return false;
    }

    /// How well each of many labels fits: the better of how the words without their number and all words do.
    static double[] fits(List<Wording> labels, String bare, String whole) {
        CharacterSet bareKinds = ReadyWording.kinds(bare);
        CharacterSet wholeKinds = ReadyWording.kinds(whole);
        double[] fits = new double[labels.size()];
        for (int i = 0; i < fits.length; i++) {
            double alone = best(bare, bareKinds, labels.get(i).bare, LEAST);
            double all = best(whole, wholeKinds, labels.get(i).whole, Math.max(alone, LEAST));
            fits[i] = Math.max(alone, all);
        }
        return fits;
    }

    /// Whether both have the same words.
    boolean isSame(Wording other) {
        return words(bare).equals(words(other.bare)) && words(whole).equals(words(other.whole));
    }

    private static List<String> words(List<ReadyWording> wordings) {
        return wordings.stream().map(ReadyWording::wording).toList();
    }

    /// The same, or 0 where it is less than `least`: sooner told.
    double fitsBare(String words, double least) {
        return best(words, bare, least);
    }

    double fitsBare(Content.Words words, double least) {
        return best(words.bare(), words.bareKinds(), bare, least);
    }

    /// The same for all words of a row.
    double fitsWhole(Content.Words words, double least) {
        return best(words.wording(), words.kinds(), whole, least);
    }

    private static double best(String words, List<ReadyWording> wordings, double least) {
        return best(words, ReadyWording.kinds(words), wordings, least);
    }

    private static double best(String words, CharacterSet kinds, List<ReadyWording> wordings, double least) {
        double best = 0;
        for (int i = 0; i < wordings.size(); i++) {
            best = Math.max(best, wordings.get(i).likeness(words, kinds, Math.max(best, least)));
        }
        return best >= least ? best : 0;
    }
}
