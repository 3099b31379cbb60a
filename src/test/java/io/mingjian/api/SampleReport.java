package io.mingjian.api;

/// A short report of an invented town, different for every number.
final class SampleReport {
    private SampleReport() {}

    static String text(int number) {
        return """
                云溪镇人民政府2023年政府信息公开工作年度报告

                一、总体情况
                2023年，我镇通过政府网站公开信息%d条，微信公众号发布信息56条。

                二、主动公开政府信息情况
                （表略）

                三、收到和处理政府信息公开申请情况
                本年度未收到政府信息公开申请。

                四、政府信息公开行政复议、行政诉讼情况
                本年度没有发生行政复议、行政诉讼。

                五、存在的主要问题及改进情况
                公开的主动性还不够，下一步将加强培训。

                六、其他需要报告的事项
                无。
                """.formatted(number);
    }
}
