package io.mingjian.evaluation.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A test collection: what is asked, and which documents are right.
///
/// @param topics   in the order of the file
/// @param relevant topic → document → how right it is, from 1
public record Topics(List<Topic> topics, Map<String, Map<String, Integer>> relevant) {
    public Topics {
        topics = List.copyOf(topics);
        relevant = Map.copyOf(relevant);
    }

    /// A question.
    ///
    /// @param kind the class of difficulty it stands for
    public record Topic(String id, String kind, String query) {}

    /// Reads `topics.tsv` and, where they have been judged, `qrels.txt` of a folder.
    public static Topics read(Path folder) throws IOException {
        List<Topic> topics = Files.readAllLines(folder.resolve("topics.tsv")).stream()
                .map(line -> line.split("\t", 3))
                .map(parts -> new Topic(parts[0], parts[1], parts[2]))
                .toList();
        Map<String, Map<String, Integer>> relevant = new LinkedHashMap<>();
        Path judged = folder.resolve("qrels.txt");
        for (String line : Files.exists(judged) ? Files.readAllLines(judged) : List.<String>of()) {
            String[] parts = line.split(" ", 4);
            relevant.computeIfAbsent(parts[0], topic -> new LinkedHashMap<>()).put(parts[2], Integer.valueOf(parts[3]));
        }
        return new Topics(topics, relevant);
    }
}
