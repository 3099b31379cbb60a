package io.mingjian.evaluation;

import io.mingjian.model.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Annotated material, in a fixed order.
///
/// A `.jsonl` file holds one annotated passage a line. A folder holds documents of any format, at any depth, each
/// beside its `NAME.gold.json` or `STEM.gold.json`; a document without gold is passed over.
public record Corpus(List<Case> cases) {
    private static final String GOLD = ".gold.json";
    private static final String PASSAGES = ".jsonl";

    public Corpus {
        cases = List.copyOf(cases);
    }

    /// A document or a passage, and what is right about it.
    public sealed interface Case {
        String name();

        GoldReport gold();
    }

    /// A whole report in a file.
    public record DocumentCase(String name, Path file, GoldReport gold) implements Case {}

    /// A passage: its facts and sections are judged, not its tables and title.
    public record PassageCase(String name, String text, GoldReport gold) implements Case {}

    /// The cases of all paths, in their order; within a folder by path.
    ///
    /// @throws IOException where a path cannot be read
    /// @throws io.mingjian.model.InvalidModel where an annotation is malformed, with its file and line
    public static Corpus read(List<Path> paths) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Path path : paths) {
            if (path.toString().endsWith(PASSAGES)) {
                passages(path, cases);
            } else {
                documents(path, cases);
            }
        }
        return new Corpus(cases);
    }

    private static void passages(Path path, List<Case> cases) throws IOException {
        // Not readAllLines: a passage may hold U+0085 or U+2028, which end no line of JSON.
        for (String line : Files.readString(path).split("\n")) {
            if (!line.isBlank()) {
                Node node = Node.parse(path.getFileName() + " (" + (cases.size() + 1) + ")", line);
                cases.add(
                        new PassageCase(node.get("id").text(), node.get("text").text(), GoldReader.read(node)));
            }
        }
    }

    private static void documents(Path path, List<Case> cases) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(path)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            Optional<Path> gold = name.endsWith(GOLD) ? Optional.empty() : goldOf(file, name);
            if (gold.isPresent()) {
                Node node = Node.parse(gold.get().toString(), Files.readString(gold.get()));
                cases.add(new DocumentCase(name, file, GoldReader.read(node)));
            }
        }
    }

    private static Optional<Path> goldOf(Path file, String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return Stream.of(name, stem)
                .map(base -> file.resolveSibling(base + GOLD))
                .filter(Files::exists)
                .findFirst();
    }
}
