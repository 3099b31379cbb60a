package io.mingjian.bench;

import io.mingjian.ingest.Limits;
import io.mingjian.ingest.ParserChildren;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.tika.exception.TikaException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.SAXException;

/// A file to text and blocks, beside Tika that makes text only; and what it costs more in a process of its own.
@State(Scope.Thread)
@Warmup(iterations = 5, time = 4)
public class FormatBenchmark {
    @Param({"t14_slj2023_docx.docx", "t16_ybj2024_pdf.pdf", "t09_zjj2025_html.html", "t01_wjw2023_cells.txt"})
    public String file = "";

    private final SourceReader reader = new SourceReader(Limits.DEFAULTS);
    private final BareTika tika = new BareTika();
    private ParserChildren children;
    private SourceReader forked;
    private Upload upload;

    @Setup
    public void start() {
        children = new ParserChildren(ParserChildren.Sizes.DEFAULTS);
        forked = new SourceReader(Limits.DEFAULTS, children);
        upload = new Upload(file, null, Path.of("corpus/documents", file));
    }

    @TearDown
    public void end() {
        children.close();
    }

    @Benchmark
    public SourceDocument read() {
        return reader.read(upload);
    }

    @Benchmark
    public SourceDocument readForked() {
        return forked.read(upload);
    }

    @Benchmark
    public String floorTika() throws IOException, SAXException, TikaException {
        return tika.text(upload);
    }
}
