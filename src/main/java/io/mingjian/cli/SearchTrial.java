package io.mingjian.cli;

import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.search.RankingScore;
import io.mingjian.evaluation.search.Topics;
import io.mingjian.evaluation.search.Topics.Topic;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.index.IndexChange;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.IndexedReport.Profile;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.lucene.PlainIndex;
import io.mingjian.index.query.QueryParser;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.problem.MingjianException;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import io.mingjian.wire.ExtractionDecoder;
import io.mingjian.wire.ExtractionJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/// Asks the topics of a test collection of our index and of plain analyzers over the same texts.
final class SearchTrial {
    private final Extractor extractor;
    private final SearchLanguage language;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<ReportId, String> names = new LinkedHashMap<>();
    private final List<IndexChange> changes = new ArrayList<>();

    SearchTrial(Extractor extractor, SearchLanguage language, Corpus corpus) {
        this.extractor = extractor;
        this.language = language;
        corpus.cases().forEach(this::add);
    }

    /// The canonical texts by their names.
    Map<String, String> texts() {
        return texts;
    }

    /// The lines of a table: each engine, then ours by the class of the topic.
    List<String> lines(Topics topics) {
        PlainIndex smart = PlainIndex.smartChinese(texts);
        PlainIndex pairs = PlainIndex.bigrams(texts);
        List<String> lines = new ArrayList<>();
        lines.add("| engine | topics | nDCG@10 | MRR@10 | recall@50 | nothing found |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: |");
        try (LuceneReportIndex index = LuceneReportIndex.inMemory(language)) {
            index.apply(changes);
            index.refresh();
            BiFunction<String, Integer, List<String>> ours = (query, limit) -> find(index, query, limit);
            lines.add(line("SmartChineseAnalyzer", score(topics, topics.topics(), smart::find)));
            lines.add(line("bigrams (CJKAnalyzer)", score(topics, topics.topics(), pairs::find)));
            lines.add(line("mingjian", score(topics, topics.topics(), ours)));
            topics.topics().stream().map(Topic::kind).distinct().forEach(kind -> {
                List<Topic> some = topics.topics().stream()
                        .filter(topic -> topic.kind().equals(kind))
                        .toList();
                lines.add(line("SmartChineseAnalyzer, " + kind, score(topics, some, smart::find)));
                lines.add(line("bigrams, " + kind, score(topics, some, pairs::find)));
                lines.add(line("mingjian, " + kind, score(topics, some, ours)));
            });
        }
        return lines;
    }

    private List<String> find(LuceneReportIndex index, String query, int limit) {
        try {
            SearchRequest request = SearchRequest.of(QueryParser.parse(language, query), limit);
            return index.search(Scope.ALL, request).hits().stream()
                    .map(hit -> names.getOrDefault(hit.report(), ""))
                    .toList();
        } catch (MingjianException refused) {
            return List.of(); // what is refused finds nothing
        }
    }

    /// A topic that nothing answers says nothing.
    private static RankingScore score(
            Topics topics, List<Topic> asked, BiFunction<String, Integer, List<String>> engine) {
        List<Topic> answered = asked.stream()
                .filter(topic -> topics.relevant().containsKey(topic.id()))
                .toList();
        return RankingScore.of(answered, topics.relevant(), engine);
    }

    private void add(Corpus.Case one) {
        ReportId id = new ReportId(String.format(Locale.ROOT, "%032x", names.size() + 1));
        switch (one) {
            case Corpus.DocumentCase document -> {
                try {
                    Extraction extraction = extractor.extract(CoreCommand.upload(document.file()));
                    String text = extraction.document().text().value();
                    ExtractionJson json = ExtractionJson.of(extraction, false, null);
                    add(
                            String.valueOf(document.file().getFileName()),
                            ExtractionDecoder.decode(language, id, json, text));
                } catch (MingjianException unreadable) {
                    // A scan has no text to be found; the extractor's own evaluation counts refusals.
                    names.put(id, document.name());
                }
            }
            case Corpus.PassageCase passage -> {
                IndexedSection whole = new IndexedSection(
                        "overview", "", new Span(0, passage.text().length()));
                add(
                        passage.name(),
                        new IndexedReport(
                                id,
                                Profile.UNKNOWN,
                                passage.text(),
                                List.of(whole),
                                PageMap.NONE,
                                Map.of(),
                                List.of()));
            }
        }
    }

    private void add(String name, IndexedReport report) {
        names.put(report.id(), name);
        texts.put(name, report.text());
        changes.add(new IndexChange.Put(changes.size() + 1L, report));
    }

    private static String line(String engine, RankingScore score) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.1f %% |",
                engine,
                score.topics(),
                score.ndcg(),
                score.mrr(),
                score.recall(),
                100 * score.nothing());
    }
}
