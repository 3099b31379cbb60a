package io.mingjian.bench;

import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.OutlineFinder;
import io.mingjian.problem.MingjianException;
import io.mingjian.tables.TableAligner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Prints how long the tables of a report take whose section of applications is long and looks like a table, in
/// several shapes: as the limits are, where a refusal is told as such, and without limits.
public final class TableGrowth {
    private static final String HEAD = "柳溪县水务局2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n";
    private static final String REVIEW = "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n";
    private static final String ROW = "一、本年新收政府信息公开申请数量";
    private static final String LETTERS = "政府信息公开申请数量本年结转其他法律规章处理";
    private static final int[] KILOBYTES = {64, 128, 256, 512, 1024};

    private static final Limits.Shape USUAL = Limits.Shape.DEFAULTS;
    private static final Limits.Shape UNLIMITED = new Limits.Shape(
            USUAL.nesting(), USUAL.tableColumns(), 1 << 30, USUAL.pageLines(), Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final ReportModel model =
            ModelReader.read(ModelFiles.in(Path.of("models/government-information-disclosure")));
    private final OutlineFinder outlines = new OutlineFinder(model);
    private final TableAligner usual = new TableAligner(model, USUAL);
    private final TableAligner unlimited = new TableAligner(model, UNLIMITED);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);

    private TableGrowth() {}

    public static void main(String... arguments) throws IOException {
        TableGrowth growth = new TableGrowth();
        System.out.println(
                "| shape | | 64k | 128k | 256k | 512k | 1M |\n| --- | --- | ---: | ---: | ---: | ---: | ---: |");
        for (Map.Entry<String, IntFunction<String>> shape : growth.shapes().entrySet()) {
            if (arguments.length == 0 || shape.getKey().contains(arguments[0])) {
                growth.line(shape.getKey(), "as limited", growth.usual, shape.getValue());
                growth.line(shape.getKey(), "unlimited", growth.unlimited, shape.getValue());
            }
        }
    }

    /// A piece of text by its index, of which as many are put together as it takes.
    private Map<String, IntFunction<String>> shapes() {
        Map<String, IntFunction<String>> shapes = new LinkedHashMap<>();
        shapes.put("rows, cells apart by tabs", i -> ROW + "\t1\t2\t3\t0\t0\t0\t6\n");
        shapes.put("rows, cells apart by blanks", i -> ROW + "   1   2   3   0   0   0   6\n");
        shapes.put("one cell a line", i -> "\t" + ROW + "\n\t1\n\t2\n\t3\n\t0\n\t0\n\t0\n\t6\n\n");
        shapes.put("one cell a paragraph", i -> ROW + "\n\n1\n\n2\n\n3\n\n0\n\n0\n\n0\n\n6\n\n");
        shapes.put("labels wrapped over lines", i -> "一、本年新收\n政府信息公开\n申请数量 1 2 3 0 0 0 6\n");
        shapes.put("words only", i -> letters(12) + "\n");
        shapes.put("damaged labels", i -> letters(10) + (i % 3 == 0 ? "\n" : "\t1\t2\t3\t0\t0\t0\t6\n"));
        shapes.put("nothing between cells", i -> ROW + "1230006\n");
        shapes.put("long runs of digits", i -> ROW + digits(58) + "\n");
        shapes.put("long runs of digits for reviews", i -> (i == 0 ? REVIEW : "") + "行政复议" + digits(58) + "\n");
        shapes.put("heads over and over", i -> "申请人情况\t自然人\t法人或其他组织\t商业企业\t科研机构\t其他\t总计\n");
        shapes.put("one line of blanks and words", i -> letters(4) + " 1 0 0 ");
        shapes.put("one line of nothing between", i -> letters(8) + "1000001");
        shapes.put("rows of a page's table", i -> "<tr><td>" + ROW + "<td>1<td>2<td>3<td>0<td>0<td>0<td>6</tr>\n");
        return shapes;
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(1 + random.nextInt(9));
        }
        return digits.toString();
    }

    private void line(String shape, String limits, TableAligner aligner, IntFunction<String> piece) throws IOException {
        StringBuilder line = new StringBuilder("| " + shape + " | " + limits + " |");
        for (int kilobytes : KILOBYTES) {
            Outline outline = outline(piece, kilobytes << 10);
            line.append(' ').append(time(aligner, outline)).append(" |");
        }
        System.out.println(line);
    }

    private Outline outline(IntFunction<String> piece, int bytes) throws IOException {
        boolean page = piece.apply(1).startsWith("<");
        StringBuilder text = new StringBuilder(page ? "<p>" + HEAD.replace("\n", "<p>") + "<table>" : HEAD);
        for (int i = 0; text.length() < bytes; i++) {
            text.append(piece.apply(i));
        }
        Path file = Files.createTempFile("growth", page ? ".html" : ".txt");
        Files.writeString(file, text);
        SourceReader reader = new SourceReader(Limits.DEFAULTS.with(UNLIMITED));
        try {
            return outlines.find(reader.read(new Upload(page ? "a.html" : "a.txt", null, file)));
        } finally {
            Files.delete(file);
        }
    }

    /// The best of three, in milliseconds, or the limit that was met.
    private static String time(TableAligner aligner, Outline outline) {
        long best = Long.MAX_VALUE;
        String refused = "";
        for (int i = 0; i < 3; i++) {
            long start = System.nanoTime();
            try {
                aligner.align(outline);
            } catch (MingjianException e) {
                refused = " refused: " + e.limitName();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return String.format(Locale.ROOT, "%.0f ms%s", best / 1e6, refused);
    }
}
