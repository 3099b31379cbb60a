package io.mingjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @Test
    void aRadicalIsTheCharacterItLooksLike() {
        assertThat(Folding.fold("\u2EA0\u653F\u2EDA\u2ED8\u2F00\u2F42\u2ED1")).isEqualTo("民政页青一文长");
        assertThat(Radicals.whole('\u2EF3')).isEqualTo('龟');
        assertThat(Radicals.whole('民')).isEqualTo('民');
    }

    private static final Path TABLE = Path.of("src/main/resources/io/mingjian/text/simplified.txt");

    @ParameterizedTest
    @CsvSource({"主動公開政府信息情況,主动公开政府信息情况", "收到和處理,收到和处理", "採購總金額爲,采购总金额为", "祕密,秘密", "屬於,属于", "其後,其后"})
    void traditionalCharactersFoldToSimplifiedOnes(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource({"显著", "答覆", "乾坤", "瞭望"})
    void whatSimplifiedTextUsesTooStays(String written) {
        assertThat(Folding.fold(written)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"公開(kāi)申請(qǐng)7件,公开     申请      7件", "政务（wù）公开,政务    公开", "客户端(app)发布,客户端(app)发布"})
    void pinyinAfterACharacterIsBlanked(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
        assertThat(Folding.squash(written)).isEqualTo(folded.replace(" ", ""));
    }

    /// Run with -Dgolden.update=true to write the table anew.
    @Test
    void theTableIsTheOneThatIsDerived() throws IOException {
        String derived = derived();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(TABLE, derived);
        }
        assertThat(Files.readString(TABLE)).isEqualTo(derived);
    }

    /// Every pair of HanLP's table where one character stands for one and the traditional one is none of the
    /// everyday characters of simplified text (level 1 of GB 2312).
    private static String derived() throws IOException {
        Map<Character, Character> pairs = new TreeMap<>();
        for (String line : table().lines().toList()) {
            String[] parts = line.strip().split("=");
            String first = parts.length == 2 ? parts[1].split(" ")[0] : "";
            if (first.length() == 1 && parts[0].length() == 1 && !first.equals(parts[0])) {
                char traditional = parts[0].charAt(0);
                if (!isEveryday(traditional)) {
                    pairs.put(traditional, first.charAt(0));
                }
            }
        }
        StringBuilder text = new StringBuilder(
                        "# Traditional characters and the simplified ones they fold to, in pairs. ")
                .append("Made by FoldingTest from HanLP's table.\n");
        int width = 0;
        for (Map.Entry<Character, Character> pair : pairs.entrySet()) {
            text.append(pair.getKey()).append(pair.getValue());
            width = (width + 2) % 80;
            text.append(width == 0 ? "\n" : "");
        }
        return text.append(width == 0 ? "" : "\n").toString();
    }

    private static boolean isEveryday(char c) {
        byte[] bytes = String.valueOf(c).getBytes(Charset.forName("GB2312"));
        return bytes.length == 2 && (bytes[0] & 0xFF) <= 0xD7;
    }

    private static String table() throws IOException {
        try (InputStream in = FoldingTest.class.getResourceAsStream("/data/dictionary/tc/t2s.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
