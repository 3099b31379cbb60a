package io.mingjian.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.checks.Comparison;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Waiver;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckPageTest {
    private static final Path BROKEN = Path.of("src/test/resources/rules/applications.balance.fires.txt");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private static Extraction extract(Path file) {
        return Cores.EXTRACTOR.extract(new Upload(String.valueOf(file.getFileName()), null, file));
    }

    private static List<String> all(String pattern, String page) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void everyLinkLeadsToAPlaceOfThePage() {
        String page = CheckPage.of(extract(BROKEN));
        List<String> places = all(" id=\"([^\"]+)\"", page);
        assertThat(places).doesNotHaveDuplicates();
        assertThat(all("href=\"#([^\"]+)\"", page)).isNotEmpty().isSubsetOf(places);
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String page = CheckPage.of(extract(BROKEN));
        assertThat(page).doesNotContain("<script", "http://", "https://", "src=", "url(", "@import");
    }

    @Test
    void whatTheReportSaysIsEscaped() throws IOException {
        Path file = folder.resolve("<img>.txt");
        Files.writeString(file, Files.readString(BROKEN).replace("五、存在", "<script>alert('x')</script>XX镇&amp;\n五、存在"));
        String page = CheckPage.of(extract(file));
        assertThat(page)
                .contains("&lt;img&gt;.txt", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "&amp;amp;")
                .doesNotContain("<script", "<img");
    }

    @Test
    void theWholeTextIsShown() {
        Extraction extraction = extract(BROKEN);
        String shown = CheckPage.of(extraction).replaceAll("(?s)^.*<article[^>]*>", "");
        String words =
                shown.replaceAll("<sup>.*?</sup>", "").replaceAll("<[^>]*>", "").replaceAll("\\s", "");
        assertThat(words).isEqualTo(extraction.document().text().value().replaceAll("\\s", ""));
    }

    @Test
    void aWaivedFindingIsShownWithItsReason() {
        Extraction extraction = extract(BROKEN);
        Finding finding = extraction.findings().getFirst();
        Waiver waiver = new Waiver(finding.fingerprint(), null, null, "李某", LocalDate.of(2024, 1, 20), "已在正文说明");
        String page = CheckPage.of(Cores.EXTRACTOR.recheck(extraction, Comparison.NONE, List.of(waiver)));
        assertThat(page).contains("李某 于 2024-01-20 说明：已在正文说明", CheckPage.escape(finding.message()));
    }
}
