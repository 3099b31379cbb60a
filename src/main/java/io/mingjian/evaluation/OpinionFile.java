package io.mingjian.evaluation;

import io.mingjian.learning.Classifier;
import io.mingjian.learning.Weight;
import io.mingjian.model.SecondOpinion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a second opinion as the file of a model, with the command and the corpus it comes from.
public final class OpinionFile {
    private OpinionFile() {}

    /// Writes the file anew: one clue a line, by code units.
    ///
    /// @param paths the corpus as it was named on the command line
    public static void write(Training.Learned learned, List<Path> paths, Path file) throws IOException {
        Files.writeString(file, String.join("\n", lines(learned, paths)) + "\n");
    }

    private static List<String> lines(Training.Learned learned, List<Path> paths) throws IOException {
        SecondOpinion opinion = learned.opinion();
        SecondOpinion.HeldOut heldOut = opinion.heldOut();
        Classifier classifier = opinion.classifier();
        List<String> lines = new ArrayList<>();
        lines.add("{");
        lines.add(" \"command\": \"mingjian train --out FILE "
                + paths.stream().map(Path::toString).collect(Collectors.joining(" ")) + "\",");
        lines.add(" \"corpus\": \"sha256:" + CorpusHash.of(paths) + "\",");
        lines.add(" \"numbers\": " + learned.numbers() + ",");
        lines.add(" \"threshold\": " + opinion.threshold().toPlainString() + ",");
        lines.add(" \"heldOut\": {\"claims\": " + heldOut.claims() + ", \"right\": " + heldOut.right()
                + ", \"without\": " + heldOut.without() + ", \"with\": " + heldOut.with() + "},");
        lines.add(" \"labels\": ["
                + classifier.labels().stream().map(OpinionFile::quoted).collect(Collectors.joining(", ")) + "],");
        lines.add(" \"clues\": {");
        lines.add(classifier.weights().entrySet().stream()
                .map(clue -> "  " + quoted(clue.getKey()) + ": " + quoted(weights(clue.getValue())))
                .collect(Collectors.joining(",\n")));
        lines.add(" }");
        lines.add("}");
        return lines;
    }

    private static String weights(List<Weight> weights) {
        return weights.stream()
                .map(weight -> weight.label() + ":" + weight.hundredths())
                .collect(Collectors.joining(" "));
    }

    /// A text of JSON, what cannot be seen written as its code.
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || Character.isISOControl(c) || Character.isSurrogate(c) || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
