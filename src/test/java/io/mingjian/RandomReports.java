package io.mingjian;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Texts that look like reports from afar: headings, sentences, rows of tables, rubbish, in random order.
///
/// The same seed gives the same text. Whoever reports a failure reports the seed; `-Dtest.seed=…` repeats it.
public final class RandomReports {
    private static final List<String> HEADINGS = List.of(
            "一、总体情况",
            "二、主动公开政府信息情况",
            "三、收到和处理政府信息公开申请情况",
            "四、政府信息公开行政复议、行政诉讼情况",
            "五、存在的主要问题及改进情况",
            "六、其他需要报告的事项",
            "（一）主动公开",
            "1.平台建设",
            "(2) 监督保障。",
            "第三部分 总体情况",
            "总体情况");

    private static final List<String> PHRASES = List.of(
            "全年主动公开政府信息",
            "通过微信公众号“大美梨林”发布",
            "政府网站公开",
            "收到政府信息公开申请",
            "其中",
            "同比增长",
            "未收到行政复议",
            "上年结转",
            "结转下年度继续办理",
            "予以公开",
            "截至2023年12月31日，累计",
            "召开新闻发布会",
            "梨林镇人民政府2021年政府信息公开工作年度报告",
            "本年度办理结果");

    private static final List<String> NUMBERS = List.of(
            "0", "1", "17", "128", "1,024", "１２８", "1.2万", "三百二十五", "98.5％", "15万余", "近30", "〇", "--", "/", "无", "(3)");

    private static final List<String> UNITS = List.of("条", "件", "次", "篇", "万元", "人次", "条（次）", "");

    private static final List<String> ROWS = List.of(
            "一、本年新收政府信息公开申请数量",
            "二、上年结转政府信息公开申请数量",
            "（一）予以公开",
            "（七）总计",
            "四、结转下年度继续办理",
            "规章",
            "行政规范性文件",
            "行政许可",
            "结果维持\t结果纠正\t其他结果\t尚未审结\t总计");

    private static final List<String> RUBBISH = List.of(
            "\u0000",
            "\uFEFF",
            "𠮷𠮷",
            "\uD83D\uDE00",
            "\u3000\u3000",
            "<td>",
            "���",
            "\r\n",
            "·····3",
            "a".repeat(200),
            "（（（",
            "“");

    private final RandomGenerator random;

    private RandomReports(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// The text of a seed, of some ten to some thousand characters.
    public static String text(long seed) {
        return new RandomReports(seed).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int lines = 1 + random.nextInt(60);
        for (int i = 0; i < lines; i++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> text.append(one(HEADINGS));
                case 2 -> row(text);
                case 3 -> text.append(one(RUBBISH));
                case 4 -> text.append(one(NUMBERS));
                default -> sentence(text);
            }
            text.append(random.nextInt(6) == 0 ? "" : "\n");
        }
        return text.toString();
    }

    private void row(StringBuilder text) {
        String separator = one(List.of("\t", " ", "|", "\n", ""));
        text.append(one(ROWS));
        int cells = random.nextInt(9);
        for (int i = 0; i < cells; i++) {
            text.append(separator).append(random.nextInt(5) == 0 ? "" : one(NUMBERS));
        }
    }

    private void sentence(StringBuilder text) {
        int clauses = 1 + random.nextInt(4);
        for (int i = 0; i < clauses; i++) {
            text.append(one(PHRASES)).append(one(NUMBERS)).append(one(UNITS)).append(one(List.of("，", "；", "、", " ")));
        }
        text.append(random.nextInt(3) == 0 ? "" : "。");
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
