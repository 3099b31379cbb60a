package io.mingjian.bench;

import io.mingjian.checks.Checker;
import io.mingjian.checks.Comparison;
import io.mingjian.checks.Report;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// All rules over one extraction, on its own and beside last year's; 10 000 of them are so many times it.
@State(Scope.Thread)
@Warmup(iterations = 5, time = 4)
public class ChecksBenchmark {
    @Param({"t07_jtzf2022_md.md", "t49_err_carry.txt", "t45_err_rowsum.html"})
    public String file = "";

    private Checker checker;
    private Report report;
    private Comparison previous;

    @Setup
    public void load() {
        ReportModel model = ModelReader.read(ModelFiles.in(Path.of("models/government-information-disclosure")));
        Extractor extractor =
                new Extractor(model, new SourceReader(Limits.DEFAULTS), new HanLpTokenizer(model.lexicon()));
        checker = new Checker(model);
        report = read(extractor, file);
        previous = Comparison.with(read(extractor, "t07_jtzf2022_md.md"));
    }

    private static Report read(Extractor extractor, String name) {
        return extractor
                .extract(new Upload(name, null, Path.of("corpus/documents", name)))
                .report();
    }

    @Benchmark
    public int alone() {
        return checker.check(report, Comparison.NONE).size();
    }

    @Benchmark
    public int besideLastYear() {
        return checker.check(report, previous).size();
    }
}
