package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Path SOURCE = Path.of("src/main/java/io/mingjian/Settings.java");

    @Test
    void theReadmeListsThemWithTheirDefaults() throws IOException {
        StringBuilder table = new StringBuilder("| setting | default | |\n| --- | --- | --- |\n");
        try (ApplicationContext context = ApplicationContext.run()) {
            addAll(table, context, "mingjian.", Settings.class, Files.readString(SOURCE));
        }
        ReadmeTable.holds("settings", table.toString());
    }

    private static void addAll(
            StringBuilder table, ApplicationContext context, String prefix, Class<?> settings, String source) {
        for (RecordComponent component : settings.getRecordComponents()) {
            String name = prefix + NameUtils.hyphenate(component.getName());
            if (component.getType().isRecord()) {
                addAll(table, context, name + ".", component.getType(), source);
            } else {
                String value = context.getProperty(name, String.class)
                        .map(found -> "`" + found + "`")
                        .orElse("");
                table.append(
                        "| `%s` | %s | %s |\n".formatted(name, value, said(source, settings, component.getName())));
            }
        }
    }

    /// What the settings' source says of one of them.
    private static String said(String source, Class<?> settings, String component) {
        String comment = source.substring(0, source.indexOf("record " + settings.getSimpleName() + "("));
        comment = comment.substring(comment.lastIndexOf("\n\n"));
        Matcher said = Pattern.compile("/// @param " + component + " +((?:.*\n)(?: */// {2,}(?!@).*\n)*)")
                .matcher(comment);
        assertThat(said.find()).as("%s is explained", component).isTrue();
        return said.group(1).replaceAll("\\s*\n\\s*///\\s*", " ").strip();
    }

    @Test
    void hasTheseDefaults() {
        assertThat(settings(Map.of()))
                .isEqualTo(new Settings(
                        Path.of("data"),
                        null,
                        new Settings.ServerSettings("127.0.0.1", 8080),
                        new Settings.StoreSettings(null, null, null, 10, Duration.ofSeconds(10)),
                        new Settings.SignInSettings(
                                Duration.ofMinutes(60), Duration.ofHours(12), 5, Duration.ofMinutes(15), 10),
                        new Settings.LimitSettings(
                                52_428_800,
                                209_715_200,
                                50,
                                8_388_608,
                                100_000,
                                500,
                                1000,
                                1000,
                                100,
                                2000,
                                10_000,
                                536_870_912,
                                200,
                                2,
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                0,
                                Duration.ofSeconds(30),
                                400,
                                1000,
                                1_000_000,
                                20_000,
                                5000,
                                40_000),
                        new Settings.IndexSettings(Duration.ofSeconds(10), 1000),
                        new Settings.ParserSettings(2, 536_870_912, 1000, Duration.ofSeconds(30)),
                        new Settings.OcrSettings(
                                false,
                                "tesseract",
                                "chi_sim",
                                300,
                                50,
                                40_000_000,
                                2000,
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(300)),
                        new Settings.PagePictureSettings(110, 4_000_000, Duration.ofSeconds(20)),
                        new Settings.SupervisionSettings("01-31", "Asia/Shanghai", 30, 50_000, 2000),
                        new Settings.WebhookSettings(
                                50,
                                8,
                                Duration.ofSeconds(30),
                                Duration.ofHours(6),
                                Duration.ofSeconds(2),
                                Duration.ofDays(30),
                                Duration.ofSeconds(10),
                                false,
                                true)));
    }

    @Test
    void isSetUnderTheseNames() {
        Map<String, Object> all = Map.ofEntries(
                Map.entry("mingjian.data", "/d"),
                Map.entry("mingjian.models", "/m"),
                Map.entry("mingjian.server.host", "0.0.0.0"),
                Map.entry("mingjian.server.port", "1"),
                Map.entry("mingjian.store.url", "u"),
                Map.entry("mingjian.store.user", "n"),
                Map.entry("mingjian.store.password", "p"),
                Map.entry("mingjian.store.connections", "22"),
                Map.entry("mingjian.store.patience", "23s"),
                Map.entry("mingjian.sign-in.idle", "25s"),
                Map.entry("mingjian.sign-in.longest", "26s"),
                Map.entry("mingjian.sign-in.attempts", "27"),
                Map.entry("mingjian.sign-in.pause", "28s"),
                Map.entry("mingjian.sign-in.password-length", "29"),
                Map.entry("mingjian.limits.upload-bytes", "2"),
                Map.entry("mingjian.limits.request-bytes", "3"),
                Map.entry("mingjian.limits.files-per-request", "4"),
                Map.entry("mingjian.limits.text-characters", "5"),
                Map.entry("mingjian.limits.segment-characters", "6"),
                Map.entry("mingjian.limits.query-characters", "7"),
                Map.entry("mingjian.limits.page-size", "8"),
                Map.entry("mingjian.limits.corrections", "24"),
                Map.entry("mingjian.limits.saved-searches", "27"),
                Map.entry("mingjian.limits.pages", "9"),
                Map.entry("mingjian.limits.archive-entries", "10"),
                Map.entry("mingjian.limits.archive-bytes", "11"),
                Map.entry("mingjian.limits.archive-ratio", "12"),
                Map.entry("mingjian.limits.archive-depth", "13"),
                Map.entry("mingjian.limits.parse-time", "14s"),
                Map.entry("mingjian.limits.stall-time", "15s"),
                Map.entry("mingjian.limits.extractions", "16"),
                Map.entry("mingjian.limits.extraction-wait", "17s"),
                Map.entry("mingjian.limits.nesting", "31"),
                Map.entry("mingjian.limits.table-columns", "32"),
                Map.entry("mingjian.limits.sheet-cells", "33"),
                Map.entry("mingjian.limits.page-lines", "34"),
                Map.entry("mingjian.limits.table-rows", "35"),
                Map.entry("mingjian.limits.line-characters", "36"),
                Map.entry("mingjian.index.commit-every", "28s"),
                Map.entry("mingjian.index.commit-changes", "29"),
                Map.entry("mingjian.parsers.count", "18"),
                Map.entry("mingjian.parsers.memory", "19"),
                Map.entry("mingjian.parsers.files", "20"),
                Map.entry("mingjian.parsers.patience", "21s"),
                Map.entry("mingjian.ocr.enabled", "true"),
                Map.entry("mingjian.ocr.command", "/t"),
                Map.entry("mingjian.ocr.language", "chi_tra"),
                Map.entry("mingjian.ocr.dpi", "22"),
                Map.entry("mingjian.ocr.pages", "23"),
                Map.entry("mingjian.ocr.pixels", "24"),
                Map.entry("mingjian.ocr.lines", "37"),
                Map.entry("mingjian.ocr.page-time", "25s"),
                Map.entry("mingjian.ocr.time", "26s"),
                Map.entry("mingjian.page-pictures.dpi", "43"),
                Map.entry("mingjian.page-pictures.pixels", "44"),
                Map.entry("mingjian.page-pictures.time", "45s"),
                Map.entry("mingjian.supervision.deadline", "03-31"),
                Map.entry("mingjian.supervision.zone", "UTC"),
                Map.entry("mingjian.supervision.rank-from", "27"),
                Map.entry("mingjian.supervision.import-rows", "28"),
                Map.entry("mingjian.supervision.batch-files", "29"),
                Map.entry("mingjian.webhooks.count", "30"),
                Map.entry("mingjian.webhooks.attempts", "31"),
                Map.entry("mingjian.webhooks.first-wait", "32s"),
                Map.entry("mingjian.webhooks.longest-wait", "33s"),
                Map.entry("mingjian.webhooks.every", "34s"),
                Map.entry("mingjian.webhooks.keep", "35s"),
                Map.entry("mingjian.webhooks.timeout", "36s"),
                Map.entry("mingjian.webhooks.local-addresses", "true"),
                Map.entry("mingjian.webhooks.private-addresses", "false"));
        assertThat(settings(all))
                .isEqualTo(new Settings(
                        Path.of("/d"),
                        Path.of("/m"),
                        new Settings.ServerSettings("0.0.0.0", 1),
                        new Settings.StoreSettings("u", "n", "p", 22, Duration.ofSeconds(23)),
                        new Settings.SignInSettings(
                                Duration.ofSeconds(25), Duration.ofSeconds(26), 27, Duration.ofSeconds(28), 29),
                        new Settings.LimitSettings(
                                2,
                                3,
                                4,
                                5,
                                6,
                                7,
                                8,
                                24,
                                27,
                                9,
                                10,
                                11,
                                12,
                                13,
                                Duration.ofSeconds(14),
                                Duration.ofSeconds(15),
                                16,
                                Duration.ofSeconds(17),
                                31,
                                32,
                                33,
                                34,
                                35,
                                36),
                        new Settings.IndexSettings(Duration.ofSeconds(28), 29),
                        new Settings.ParserSettings(18, 19, 20, Duration.ofSeconds(21)),
                        new Settings.OcrSettings(
                                true, "/t", "chi_tra", 22, 23, 24, 37, Duration.ofSeconds(25), Duration.ofSeconds(26)),
                        new Settings.PagePictureSettings(43, 44, Duration.ofSeconds(45)),
                        new Settings.SupervisionSettings("03-31", "UTC", 27, 28, 29),
                        new Settings.WebhookSettings(
                                30,
                                31,
                                Duration.ofSeconds(32),
                                Duration.ofSeconds(33),
                                Duration.ofSeconds(34),
                                Duration.ofSeconds(35),
                                Duration.ofSeconds(36),
                                true,
                                false)));
    }

    private static Settings settings(Map<String, Object> properties) {
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            return context.getBean(Settings.class);
        }
    }
}
