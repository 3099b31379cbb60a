package io.mingjian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mingjian.extract.Extraction;
import io.mingjian.model.Node;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.wire.JsonExtractionWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scores the same extractions with the judges' script and with [Scorer]: the figures must be the same.
///
/// The extractions are invented: right for the most part, wrong in every way. A small server answers the script
/// with them, in the contract's JSON. Skipped where the script or Python is absent.
@Tag("slow")
class JudgesScriptTest {
    private static final Path SCRIPT = Path.of("../shared/eval/evaluate.py");
    private static final List<Path> MATERIAL = List.of(Path.of("corpus/documents"), Path.of("corpus/passages.jsonl"));
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void bothCountTheSame() throws IOException, InterruptedException {
        assumeTrue(Files.isRegularFile(SCRIPT), "the judges' script is not here");
        assumeTrue(hasPython(), "there is no python3");
        long first = Long.getLong("test.seed", 20_261L);
        for (long seed = first; seed < first + 3; seed++) {
            compare(seed);
        }
    }

    private void compare(long seed) throws IOException, InterruptedException {
        Corpus corpus = Corpus.read(MATERIAL);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        RandomExtractions extractions = new RandomExtractions(random);
        Map<String, @Nullable Extraction> answers = new HashMap<>();
        for (Corpus.Case one : corpus.cases()) {
            String file = one instanceof Corpus.PassageCase ? one.name() + ".txt" : one.name();
            answers.put(file, random.nextInt(20) == 0 ? null : extractions.of(one));
        }
        Scorer scorer = new Scorer(upload -> {
            Extraction answer = answers.get(upload.name());
            if (answer == null) {
                throw new MingjianException(ProblemCode.BROKEN_DOCUMENT, "refused");
            }
            return answer;
        });
        Score ours = scorer.score(corpus).total();
        Node theirs = judge(answers);
        for (Figure figure : Figure.values()) {
            int counted =
                    theirs.get("counts").find(figure.key()).map(Node::integer).orElse(0);
            assertThat(ours.count(figure))
                    .as("%s, -Dtest.seed=%d", figure.key(), seed)
                    .isEqualTo(counted);
        }
        assertThat(ours.facts().f1()).isEqualTo(theirs.get("f1").number().doubleValue());
        assertThat(ours.fullFacts().f1())
                .isEqualTo(theirs.get("f1_full").number().doubleValue());
    }

    /// What the script makes of the answers.
    private Node judge(Map<String, @Nullable Extraction> answers) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        JsonExtractionWriter writer = new JsonExtractionWriter();
        server.createContext("/", exchange -> answer(exchange, answers, writer));
        server.start();
        try {
            Path result = folder.resolve("result.json");
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Process script = new ProcessBuilder(
                            "python3",
                            SCRIPT.toString(),
                            base,
                            MATERIAL.get(0).toString(),
                            MATERIAL.get(1).toString(),
                            "--json",
                            result.toString())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(script.waitFor()).as(output).isZero();
            return Node.parse("result.json", Files.readString(result));
        } finally {
            server.stop(0);
        }
    }

    private static void answer(
            HttpExchange exchange, Map<String, @Nullable Extraction> answers, JsonExtractionWriter writer)
            throws IOException {
        String head = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher name = FILE_NAME.matcher(head);
        Extraction extraction = name.find() ? answers.get(name.group(1)) : null;
        byte[] body = extraction == null ? new byte[] {'x'} : writer.write(extraction, true);
        exchange.sendResponseHeaders(extraction == null ? 422 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
