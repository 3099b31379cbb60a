package io.mingjian.bench;

import io.mingjian.extract.Extraction;
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

/// One file from its bytes to its findings.
@State(Scope.Thread)
public class PipelineBenchmark {
    @Param({"t14_slj2023_docx.docx", "t16_ybj2024_pdf.pdf", "t09_zjj2025_html.html", "t01_wjw2023_cells.txt"})
    public String file = "";

    private Extractor extractor;
    private Upload upload;

    @Setup
    public void load() {
        ReportModel model = ModelReader.read(ModelFiles.in(Path.of("models/government-information-disclosure")));
        extractor = new Extractor(model, new SourceReader(Limits.DEFAULTS), new HanLpTokenizer(model.lexicon()));
        upload = new Upload(file, null, Path.of("corpus/documents", file));
    }

    @Benchmark
    public Extraction extract() {
        return extractor.extract(upload);
    }
}
