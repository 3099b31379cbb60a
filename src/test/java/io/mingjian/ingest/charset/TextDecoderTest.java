package io.mingjian.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String REPORT = """
            云渡市卫生健康委员会2023年政府信息公开工作年度报告\r
            一、总体情况\r
            全年收到政府信息公开申请44件，上年结转1件，办结41件。\r
            """;
    private static final String TRADITIONAL = "安屏市人民防空辦公室2020年政府信息公開工作年度報告\n一、總體情況\n主動公開信息58條。\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"})
    void decodesAReportWithoutAnyDeclaration(String charset) {
        Decoded decoded = TextDecoder.decode(REPORT.getBytes(Charset.forName(charset)), null)
                .orElseThrow();
        assertThat(decoded.text()).isEqualTo(REPORT);
        assertThat(decoded.repaired()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"})
    void decodesTraditionalCharacters(String charset) {
        assertThat(TextDecoder.decode(TRADITIONAL.getBytes(Charset.forName(charset)), null)
                        .orElseThrow()
                        .text())
                .isEqualTo(TRADITIONAL);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,gb2312", "GBK,utf-8", "GB18030,big5", "Big5,gb2312"})
    void aWrongDeclarationDoesNotMislead(String charset, String declared) {
        String text = charset.equals("Big5") ? TRADITIONAL : REPORT;
        assertThat(TextDecoder.decode(text.getBytes(Charset.forName(charset)), declared)
                        .orElseThrow()
                        .text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"GBK,年度报告", "GBK,总体情况", "UTF-8,报告", "GB18030,无", "UTF-8,无。", "GBK,未收到申请。"})
    void eightBytesAreEnough(String charset, String text) {
        assertThat(TextDecoder.decode(text.getBytes(Charset.forName(charset)), null)
                        .orElseThrow()
                        .text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,EFBBBF", "UTF-16LE,FFFE", "UTF-16BE,FEFF", "GB18030,84319533"})
    void aByteOrderMarkDecidesAndGoes(String charset, String mark) {
        byte[] head = java.util.HexFormat.of().parseHex(mark);
        byte[] body = "年报".getBytes(Charset.forName(charset));
        byte[] bytes = new byte[head.length + body.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        assertThat(TextDecoder.decode(bytes, null).orElseThrow().text()).isEqualTo("年报");
    }

    @Test
    void utf8CutInTheMiddleOfACharacterIsStillUtf8() {
        byte[] bytes = REPORT.getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(bytes, 40);
        assertThat(TextDecoder.decode(cut, null).orElseThrow().charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void garbageIsNoText() {
        byte[] garbage = new byte[4096];
        new Random(7).nextBytes(garbage);
        assertThat(TextDecoder.decode(garbage, null)).isEmpty();
        assertThat(TextDecoder.decode(new byte[] {'a', 0, 'b', 0, 0, 0, 1, 2}, null))
                .isEmpty();
    }

    @Test
    void asciiNeedsNoGuess() {
        assertThat(TextDecoder.decode("annual report\t2023\n".getBytes(StandardCharsets.US_ASCII), null)
                        .orElseThrow()
                        .text())
                .isEqualTo("annual report\t2023\n");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,GB18030", "UTF-8,windows-1252", "GB18030,ISO-8859-1"})
    void textReadWronglyAndSavedIsRepairedAndReported(String right, String wrong) {
        String damaged = new String(REPORT.getBytes(Charset.forName(right)), Charset.forName(wrong));
        Decoded decoded = TextDecoder.decode(damaged.getBytes(StandardCharsets.UTF_8), null)
                .orElseThrow();
        assertThat(decoded.repaired()).isTrue();
        long same = REPORT.chars().filter(c -> decoded.text().indexOf(c) >= 0).count();
        assertThat(same).isGreaterThan(REPORT.length() * 7 / 10);
        assertThat(decoded.text()).contains("公开申请44件");
    }

    /// What was lost amid a run of characters is certain, what was lost at its end is told by its neighbours.
    @Test
    void charactersThatLostAByteAreFoundAgain() {
        Charset gbk = Charset.forName("GB18030");
        String damaged = new String(REPORT.getBytes(StandardCharsets.UTF_8), gbk);
        assertThat(damaged).contains("\uFFFD");
        for (byte[] saved : new byte[][] {
            damaged.getBytes(StandardCharsets.UTF_8),
            damaged.getBytes(gbk),
            new String(damaged.getBytes(gbk), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)
        }) {
            Decoded decoded = TextDecoder.decode(saved, null).orElseThrow();
            assertThat(decoded.text()).contains("卫生健康委员会2023年政府信息公开工作年度报告", "收到政府信息公开申请44件，");
            assertThat(decoded.repaired()).isTrue();
        }
    }

    /// However often the same one stands beside the same words.
    @Test
    void aNumeralThatLostAByteIsNotGuessed() {
        String text = REPORT + "全镇共有三项制度，\n共有三 项，\n共有镇 项，\n全镇共有镇。";
        String damaged = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("GB18030"));
        String decoded = TextDecoder.decode(damaged.getBytes(StandardCharsets.UTF_8), null)
                .orElseThrow()
                .text();
        assertThat(decoded).contains("共有三项制度").contains("共有\uFFFD 项").contains("共有镇 项");
    }

    @Test
    void aTextInWhichACharacterIsMissingIsNotTakenForDamaged() {
        String text = REPORT + "联系人\uFFFD，电话见官网。";
        Decoded decoded =
                TextDecoder.decode(text.getBytes(StandardCharsets.UTF_8), null).orElseThrow();
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.repaired()).isFalse();
    }
}
