package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What the service tells whoever watches it.
@ExtendWith(StartedService.class)
class MetersHttpTest {
    private final Client client;

    MetersHttpTest(Client client) {
        this.client = client;
    }

    @Test
    void countsEveryStageAndWhatWasFound() {
        List<String> counted = List.of(
                "mingjian_stage_seconds_count{stage=\"read\"}",
                "mingjian_stage_seconds_count{stage=\"outline\"}",
                "mingjian_stage_seconds_count{stage=\"tables\"}",
                "mingjian_stage_seconds_count{stage=\"metrics\"}",
                "mingjian_stage_seconds_count{stage=\"checks\"}",
                "mingjian_findings_total{rule=\"structure.table-missing\",severity=\"warning\"}",
                "http_server_requests_seconds_count{exception=\"none\",method=\"POST\",status=\"200\",uri=\"/api/v1/extract\"}");
        List<Double> before = counted.stream().map(this::meter).toList();
        assertThat(client.upload("/api/v1/extract", File.of("a.txt", SampleReport.text(940)))
                        .status())
                .isEqualTo(200);
        for (int i = 0; i < counted.size(); i++) {
            assertThat(meter(counted.get(i))).as(counted.get(i)).isGreaterThan(before.get(i));
        }
    }

    @Test
    void saysHowMuchIsKeptAndHowFarTheIndexIs() {
        client.upload("/api/v1/reports", File.of("a.txt", SampleReport.text(941)));
        assertThat(meter("mingjian_reports")).isPositive();
        assertThat(meter("mingjian_index_lag")).isZero();
        assertThat(meter("mingjian_index_sequence")).isPositive();
        assertThat(meter("mingjian_extractions_places")).isPositive();
        assertThat(meter("mingjian_extractions_reading")).isZero();
        assertThat(meter("mingjian_parsers_lost")).isNotNegative();
    }

    /// 0 where it is not told.
    private double meter(String name) {
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(client.get("/prometheus").text());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
