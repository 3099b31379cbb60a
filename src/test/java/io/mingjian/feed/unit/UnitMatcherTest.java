package io.mingjian.feed.unit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.feed.unit.UnitMatcher.Candidate;
import io.mingjian.feed.unit.UnitMatcher.Evidence;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Coverage;
import io.mingjian.store.supervision.Unit;
import io.mingjian.store.supervision.UnitKind;
import io.mingjian.store.supervision.UnitLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnitMatcherTest {
    private static final double MARGIN = 0.1;

    private final UnitMatcher matcher = new UnitMatcher(
            List.of(
                    unit("350000", "福建省人民政府"),
                    unit("350000/350100", "福州市人民政府"),
                    unit("350000/350100/gl", "鼓楼区人民政府"),
                    unit("350000/350100/gl/slj", "鼓楼区水利局"),
                    unit("320000", "江苏省人民政府"),
                    unit("320000/320100", "南京市人民政府"),
                    unit("320000/320100/gl", "鼓楼区人民政府"),
                    unit("320000/320100/gl/slj", "鼓楼区水利局"),
                    renamed("320000/320100/jyj", "南京市教育局", "南京市教委")),
            List.of("省", "市", "区", "县"));

    @Test
    void tellsTwoUnitsOfOneNameApartByTheRegionsThatTheTextNames() {
        List<Candidate> candidates = matcher.candidates(new Evidence("鼓楼区水利局", 2023, "福州市鼓楼区水利局2023年政府信息公开工作年度报告"));
        assertThat(candidates.getFirst().unit()).isEqualTo(new UnitId("350000/350100/gl/slj"));
        assertThat(candidates.getFirst().regions()).containsExactly("鼓楼区", "福州市");
        assertThat(candidates.get(1).unit()).isEqualTo(new UnitId("320000/320100/gl/slj"));
        assertThat(UnitMatcher.clear(candidates, 0.05)).isEqualTo(candidates.getFirst());
    }

    @Test
    void givesBothTheSameScoreWhereNothingTellsThemApart() {
        List<Candidate> candidates = matcher.candidates(new Evidence("鼓楼区水利局", 2023, "鼓楼区水利局年度报告"));
        assertThat(candidates.get(0).score()).isEqualTo(candidates.get(1).score());
        assertThat(UnitMatcher.clear(candidates, MARGIN)).isNull();
    }

    @Test
    void knowsAUnitByWhatItWasCalledThen() {
        Candidate then = matcher.candidates(new Evidence("南京市教委", 2018, "")).getFirst();
        Candidate now = matcher.candidates(new Evidence("南京市教委", 2023, "")).getFirst();
        assertThat(then.unit()).isEqualTo(new UnitId("320000/320100/jyj"));
        assertThat(then.name()).isEqualTo("南京市教委");
        assertThat(then.score()).isGreaterThan(now.score());
    }

    @Test
    void offersWhatIsCloseAndNothingThatIsNot() {
        assertThat(matcher.candidates(new Evidence("南京教育局", 2023, "")))
                .extracting(Candidate::unit)
                .first()
                .isEqualTo(new UnitId("320000/320100/jyj"));
        assertThat(UnitMatcher.clear(matcher.candidates(new Evidence("南京教育局", 2023, "")), MARGIN))
                .isNull();
        assertThat(matcher.candidates(new Evidence("海南大学", 2023, ""))).isEmpty();
        assertThat(matcher.candidates(new Evidence(null, null, ""))).isEmpty();
    }

    @Test
    void findsAmongManyWhatALookAtEachOfThemAloneWouldFind() {
        Random random = new Random(11);
        List<Unit> units = new ArrayList<>();
        for (int city = 0; city < 5; city++) {
            units.add(unit("c" + city, word(random, 2) + "市人民政府"));
            for (int i = 0; i < 80; i++) {
                units.add(renamed("c" + city + "/u" + i, word(random, 4), word(random, 3)));
            }
        }
        UnitMatcher all = new UnitMatcher(units, List.of("市"));
        for (int i = 0; i < 50; i++) {
            Evidence evidence = new Evidence(
                    word(random, 1 + random.nextInt(5)),
                    2015 + random.nextInt(9),
                    units.get(81 * (i % 5)).name());
            List<Candidate> alone = units.stream()
                    .flatMap(unit -> new UnitMatcher(
                                    Stream.concat(above(units, unit), Stream.of(unit))
                                            .toList(),
                                    List.of("市"))
                            .candidates(evidence).stream()
                                    .filter(candidate -> candidate.unit().equals(unit.id())))
                    .sorted(Comparator.comparingDouble(Candidate::score)
                            .reversed()
                            .thenComparing(candidate -> candidate.unit().value()))
                    .limit(10)
                    .toList();
            assertThat(all.candidates(evidence)).as("%s", evidence).isEqualTo(alone);
        }
    }

    private static Stream<Unit> above(List<Unit> units, Unit unit) {
        return units.stream()
                .filter(other -> unit.id().parent().filter(other.id()::equals).isPresent());
    }

    /// Of few characters, so that names are like one another.
    private static String word(Random random, int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> "水利教育局委".substring(random.nextInt(6)).substring(0, 1))
                .collect(Collectors.joining());
    }

    private static Unit unit(String id, String name) {
        return new Unit(
                new UnitId(id),
                name,
                UnitKind.DEPARTMENT,
                UnitLevel.COUNTY,
                Coverage.OWN,
                0,
                null,
                null,
                null,
                List.of());
    }

    private static Unit renamed(String id, String name, String before) {
        return unit(id, name).named(name, List.of(new Unit.Alias(before, null, LocalDate.of(2019, 3, 1))));
    }
}
