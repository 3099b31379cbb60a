package io.mingjian.feed.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarterTreeTest {
    private int sequence;

    @Test
    void putsOrganizationsBelowTheRegionsThatTheyName() {
        StarterTree.Draft draft = draft(
                report("梨林镇人民政府", "township", "河南省济源市", 2023),
                report("济源市水利局", "department", "河南省济源市", 2023),
                report("济源市人民政府", "city", "河南省济源市", 2023),
                report("北海街道办事处", "township", "河南省济源市", 2023));
        assertThat(draft.units().stream()
                        .map(unit -> unit.id() + " " + unit.name() + " " + unit.kind() + " " + unit.level()))
                .containsExactly(
                        "henansheng 河南省 GOVERNMENT PROVINCE",
                        "henansheng/jiyuanshi 济源市人民政府 GOVERNMENT CITY",
                        "henansheng/jiyuanshi/beihaijiedaobanshichu 北海街道办事处 SUB_DISTRICT TOWNSHIP",
                        "henansheng/jiyuanshi/lilinzhenrenminzhengfu 梨林镇人民政府 TOWNSHIP TOWNSHIP",
                        "henansheng/jiyuanshi/shuiliju 济源市水利局 DEPARTMENT CITY");
        assertThat(draft.units().get(1).coverage()).isEqualTo(Coverage.AREA);
        assertThat(draft.belongings()).hasSize(4);
    }

    @Test
    void neverMixesTwoUnitsOfOneName() {
        StoredReport one = report("鼓楼区水利局", "department", "江苏省南京市", 2023);
        StoredReport other = report("鼓楼区水利局", "department", "福建省福州市", 2023);
        Map<ReportId, UnitId> belongings = draft(one, other).belongings();
        assertThat(belongings.get(one.id())).isNotEqualTo(belongings.get(other.id()));

        StoredReport loose = report("鼓楼区教育局", "department", null, 2023);
        StoredReport twin = report("鼓楼区教育局", "department", null, 2023);
        StoredReport earlier = report("鼓楼区教育局", "department", null, 2022);
        StarterTree.Draft draft = draft(loose, twin, earlier);
        assertThat(draft.units()).hasSize(1);
        assertThat(draft.belongings()).containsOnlyKeys(earlier.id());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            河南省济源市人民政府,      河南省济源市,   henansheng/jiyuanshi
            济源市人民政府,            河南省济源市,   henansheng/jiyuanshi
            河南省济源市,              河南省济源市,   henansheng/jiyuanshi
            河南省人民政府,            河南省,         henansheng
            济源市高新区管理委员会,    济源市高新区,   jiyuanshi/gaoxinqu
            锡林郭勒盟行政公署,        锡林郭勒盟,     xilinguolemeng
            河南省济源市水利局,        河南省济源市,   henansheng/jiyuanshi/shuiliju
            济源市城市管理委员会,      济源市,         jiyuanshi/chengshiguanliweiyuanhui
            """)
    void makesARegionAndItsGovernmentOneUnit(String organization, String region, String id) {
        StarterTree.Draft draft = draft(report(organization, null, region, 2023));
        assertThat(draft.belongings().values()).containsExactly(new UnitId(id));
        assertThat(draft.units().getLast().name()).isEqualTo(organization);
    }

    @Test
    void knowsABodyAgainThatIsWrittenWithFewerOfTheRegionsAroundIt() {
        StoredReport whole = report("河南省济源市水利局", "department", "河南省济源市", 2022);
        StoredReport part = report("济源市水利局", "department", "济源市", 2023);
        StarterTree.Draft draft = draft(part, whole, report("济源市人民政府", "city", "济源市", 2023));
        assertThat(draft.units()).extracting(Unit::name).containsExactly("河南省", "济源市人民政府", "济源市水利局");
        assertThat(draft.belongings().get(whole.id()))
                .isEqualTo(draft.belongings().get(part.id()));

        // Where there are two such regions, nobody knows which of them is meant.
        StoredReport bare = report("鼓楼区水利局", "department", "鼓楼区", 2021);
        Map<ReportId, UnitId> three = draft(
                        report("江苏省南京市鼓楼区水利局", "department", "江苏省南京市鼓楼区", 2022),
                        report("福建省福州市鼓楼区水利局", "department", "福建省福州市鼓楼区", 2023),
                        bare)
                .belongings();
        assertThat(three.values()).doesNotHaveDuplicates().hasSize(3);
        assertThat(three.get(bare.id())).isEqualTo(new UnitId("gulouqu/shuiliju"));
    }

    @Test
    void cutsNoRegionOutOfTheNameOfAnother() {
        assertThat(draft(report("赣州市于都县贡江镇人民政府", "township", "赣州市于都县", 2023)).units().stream()
                        .map(Unit::name))
                .containsExactly("赣州市", "于都县", "赣州市于都县贡江镇人民政府");
    }

    @Test
    void takesTheLatestNameAndKeepsTheOthers() {
        UnitId id = new UnitId("410000/slj");
        Unit unit = draft(assigned(id, "某市水务局", 2023), assigned(id, "某市水利局", 2021), assigned(id, "某市水利局", 2020))
                .units()
                .getFirst();
        assertThat(unit.name()).isEqualTo("某市水务局");
        assertThat(unit.aliases()).extracting(Unit.Alias::name).containsExactly("某市水利局");
        assertThat(unit.level()).isEqualTo(UnitLevel.COUNTY);
        assertThat(unit.kind()).isEqualTo(UnitKind.DEPARTMENT);
    }

    @Test
    void leavesOutReportsThatDoNotSayWhoseTheyAre() {
        assertThat(draft(report(null, null, null, 2023)).units()).isEmpty();
    }

    private static StarterTree.Draft draft(StoredReport... reports) {
        return StarterTree.of(List.of(reports), Cores.MODEL.titles());
    }

    private StoredReport report(
            @Nullable String organization, @Nullable String level, @Nullable String region, int year) {
        return report(null, organization, level, region, year);
    }

    private StoredReport assigned(UnitId unit, String organization, int year) {
        return report(unit, organization, "department", null, year);
    }

    private StoredReport report(
            @Nullable UnitId unit,
            @Nullable String organization,
            @Nullable String level,
            @Nullable String region,
            int year) {
        String hex = "0123456789abcdef"
                .chars()
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
        ReportId id =
                new ReportId((hex + hex).substring(String.valueOf(++sequence).length()) + sequence);
        Summary summary =
                new Summary("a.txt", "text/plain", "m", null, organization, level, region, year, "2021", Map.of());
        return new StoredReport(id, unit, 1, sequence, Instant.EPOCH, "0".repeat(64), 1, summary);
    }
}
