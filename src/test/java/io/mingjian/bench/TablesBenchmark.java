package io.mingjian.bench;

import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.OutlineFinder;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.tables.TableAligner;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The tables of one report, from its outline to its cells.
@State(Scope.Thread)
@Warmup(iterations = 5, time = 4)
public class TablesBenchmark {
    @Param({
        "t14_slj2023_docx.docx",
        "t16_ybj2024_pdf.pdf",
        "t01_wjw2023_cells.txt",
        "t03_zrzy2024_tsv.txt",
        "t23_ycx2023_pdftotext.txt"
    })
    public String file = "";

    private TableAligner aligner;
    private Outline outline;

    @Setup
    public void load() {
        ReportModel model = ModelReader.read(ModelFiles.in(Path.of("models/government-information-disclosure")));
        Upload upload = new Upload(file, null, Path.of("corpus/documents", file));
        outline = new OutlineFinder(model).find(new SourceReader(Limits.DEFAULTS).read(upload));
        aligner = new TableAligner(model);
    }

    @Benchmark
    public List<StatutoryTable> align() {
        return aligner.align(outline);
    }
}
