package io.mingjian.feed.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.feed.table.CsvRows;
import io.mingjian.feed.table.RowWriter;
import io.mingjian.feed.table.SheetRows;
import io.mingjian.feed.table.TableReader;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitTableTest {
    private static final TableReader READER = new TableReader(1000, 1 << 20);

    @TempDir
    private Path folder;

    @Test
    void whatIsExportedIsImportedAsItWas() throws IOException {
        List<Unit> units = units(new Random(Long.getLong("test.seed", 11)));
        Path csv = folder.resolve("units.csv");
        try (OutputStream out = Files.newOutputStream(csv)) {
            write(units, new CsvRows(out));
        }
        Path xlsx = folder.resolve("units.xlsx");
        try (OutputStream out = Files.newOutputStream(xlsx)) {
            write(units, new SheetRows(out, "units"));
        }
        assertThat(UnitTable.read(READER.read(csv))).isEqualTo(units);
        assertThat(UnitTable.read(READER.read(xlsx))).isEqualTo(units);
    }

    @Test
    void readsWhatSpreadsheetsInChinaWriteAndTheNamesOfTheInterface() throws IOException {
        Path chinese = folder.resolve("a.csv");
        Files.write(chinese, "编号,名称,类型,层级\r\n410000,河南省人民政府,政府,省级\r\n".getBytes(Charset.forName("GB18030")));
        Path english = folder.resolve("b.csv");
        Files.writeString(
                english, "id,name,kind,level,aliases\n410000/x,\"某,街道\",sub-district,county,甲；乙|2020-01-01|\n");
        assertThat(UnitTable.read(READER.read(chinese)))
                .extracting(Unit::name, Unit::kind, Unit::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("河南省人民政府", UnitKind.GOVERNMENT, UnitLevel.PROVINCE));
        Unit unit = UnitTable.read(READER.read(english)).getFirst();
        assertThat(unit.name()).isEqualTo("某,街道");
        assertThat(unit.kind()).isEqualTo(UnitKind.SUB_DISTRICT);
        assertThat(unit.aliases())
                .containsExactly(new Unit.Alias("甲", null, null), new Unit.Alias("乙", LocalDate.of(2020, 1, 1), null));
    }

    @Test
    void namesTheRowsThatAreNoUnits() throws IOException {
        Path csv = folder.resolve("a.csv");
        Files.writeString(csv, """
                编号,名称,类型,层级,启用日期
                410000,甲,政府,省级,
                河南,乙,政府,省级,
                410001,丙,衙门,省级,
                410002,丁,政府,省级,昨天
                410000,戊,政府,省级,
                """);
        List<TableReader.Line> lines = READER.read(csv);
        assertThatThrownBy(() -> UnitTable.read(lines))
                .isInstanceOfSatisfying(
                        MingjianException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.BAD_REQUEST))
                .hasMessageContaining("row 3")
                .hasMessageContaining("row 4")
                .hasMessageContaining("row 5")
                .hasMessageContaining("row 6: the id is there twice");
    }

    @Test
    void refusesMoreRowsThanAllowed() throws IOException {
        Path csv = folder.resolve("a.csv");
        Files.writeString(csv, "a\n1\n2\n3\n");
        assertThat(new TableReader(3, 100).read(csv)).hasSize(3);
        assertThatThrownBy(() -> new TableReader(2, 100).read(csv))
                .isInstanceOfSatisfying(MingjianException.class, e -> {
                    assertThat(e.code()).isEqualTo(ProblemCode.TOO_LARGE);
                    assertThat(e.limitName()).isEqualTo("mingjian.supervision.import-rows");
                });
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        Path broken = folder.resolve("a.xlsx");
        Files.write(broken, new byte[] {'P', 'K', 3, 4, 0, 0, 9});
        assertThatThrownBy(() -> READER.read(broken))
                .isInstanceOfSatisfying(
                        MingjianException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.BAD_REQUEST));
    }

    private static void write(List<Unit> units, RowWriter to) throws IOException {
        try (RowWriter rows = to) {
            rows.head(UnitTable.head());
            for (Unit unit : units) {
                UnitTable.write(unit, rows);
            }
        }
    }

    private static List<Unit> units(Random random) {
        List<Unit> units = new ArrayList<>();
        List<String> names = List.of("鼓楼区人民政府", "=1+1", "'+甲", "水务\"局\"", "甲,乙", "换\n行", "𠮷局", "@a", "-5");
        for (int i = 0; i < 60; i++) {
            LocalDate from = random.nextBoolean() ? LocalDate.of(2000 + i, 1, 1) : null;
            List<Unit.Alias> aliases = new ArrayList<>();
            for (int n = random.nextInt(3); n > 0; n--) {
                aliases.add(new Unit.Alias("旧名" + n, day(random), day(random)));
            }
            units.add(new Unit(
                    new UnitId("410000/" + i),
                    names.get(i % names.size()),
                    List.of(UnitKind.values()).get(random.nextInt(UnitKind.values().length)),
                    List.of(UnitLevel.values()).get(random.nextInt(UnitLevel.values().length)),
                    random.nextBoolean() ? Coverage.AREA : Coverage.OWN,
                    random.nextInt(100),
                    from,
                    random.nextBoolean() ? LocalDate.of(2090, 5, 31) : null,
                    random.nextBoolean() ? new UnitId("410000/merged") : null,
                    aliases));
        }
        return units;
    }

    private static @Nullable LocalDate day(Random random) {
        return random.nextBoolean() ? null : LocalDate.of(2010 + random.nextInt(10), 2, 28);
    }
}
