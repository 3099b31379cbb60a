package io.mingjian.bench;

import io.mingjian.model.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The passages of the corpus as one text, a line each: hardly anything but numbers, one in thirteen characters.
final class Passages {
    private Passages() {}

    static String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("corpus/passages.jsonl"))) {
            text.append(Node.parse("passages", line).get("text").text()).append('\n');
        }
        return text.toString();
    }
}
