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
                        "henansheng/jiyuanshi/jiyuanshishuiliju 济源市水利局 DEPARTMENT CITY",
                        "henansheng/jiyuanshi/lilinzhenrenminzhengfu 梨林镇人民政府 TOWNSHIP TOWNSHIP");
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
