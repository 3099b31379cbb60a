package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.ingest.BlockView;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.ingest.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What the README promises of each format, asked of one small file of it: the same headings, numbered, and the same
/// table with merged cells.
class ReadmeTest {
    private static final Path FILES = Path.of("src/test/resources/golden/blocks");
    private static final String HEAD = "| format |";

    /// A row of the table of formats.
    private record Claim(String format, String numbers, String merged, String pages, String charset) {}

    private static List<Claim> claims() throws IOException {
        List<Claim> claims = new ArrayList<>();
        boolean within = false;
        for (String line : Files.readAllLines(Path.of("README.md"))) {
            within = line.startsWith(HEAD) || (within && line.startsWith("|"));
            if (!within || line.startsWith(HEAD) || line.startsWith("| ---")) {
                continue;
            }
            String[] cells = line.split("\\|", -1);
            for (String format : cells[1].split(",")) {
                claims.add(new Claim(
                        format.strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip()));
            }
        }
        return claims;
    }

    @TestFactory
    List<DynamicTest> everyFormatKeepsWhatItsRowSays() throws IOException {
        List<Claim> claims = claims();
        assertThat(claims).hasSizeGreaterThan(12);
        return claims.stream()
                .filter(claim -> Files.exists(file(claim.format())))
                .map(claim -> DynamicTest.dynamicTest(claim.format(), () -> holds(claim)))
                .toList();
    }

    private static Path file(String format) {
        return FILES.resolve("format_" + format + "." + format);
    }

    private static void holds(Claim claim) {
        Path file = file(claim.format());
        SourceDocument document = Cores.PARTS.reader().read(new Upload("年报." + claim.format(), null, file));
        String view = BlockView.of(document);
        assertThat(view.replace(" ", "")).contains("一、总体情况").contains("（一）主动公开");
        if (claim.merged().equals("yes") || claim.merged().equals("from ruling lines")) {
            assertThat(view).contains("2x1").contains("1x3");
        } else if (!claim.merged().isEmpty()) {
            assertThat(view).contains(" 2x3");
        }
        assertThat(document.pages().count() > 0)
                .as("pages")
                .isEqualTo(claim.pages().equals("yes") || claim.pages().equals("form feeds"));
        assertThat(document.charset() == null)
                .as("charset")
                .isEqualTo(!claim.charset().contains("txt") && !claim.charset().contains("UTF-8"));
    }
}
