package io.mingjian.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.api.StartedService.Client;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StartedService.class)
class ApiDescriptionTest {
    private static final Pattern SOURCE = Pattern.compile("(?:src|href|spec-url)=\"([^\"]*)\"");

    private final Client client;

    ApiDescriptionTest(Client client) {
        this.client = client;
    }

    @Test
    void describesEveryAddress() {
        String description = client.get("/openapi.yml").text();
        assertThat(description)
                .contains(
                        "/api/v1/extract:",
                        "/api/v1/reports:",
                        "/api/v1/reports/{id}:",
                        "/api/v1/reports/{id}/extraction:",
                        "/api/v1/reports/{id}/text:",
                        "/api/v1/reports/{id}/source:",
                        "/api/v1/search:",
                        "/api/v1/segment:",
                        "ExtractionJson:",
                        "CandidateJson:");
    }

    @Test
    void showsThePageWithoutAnythingFromElsewhere() {
        String page = client.get("/api").text();
        Matcher sources = SOURCE.matcher(page);
        int found = 0;
        while (sources.find()) {
            found++;
            assertThat(sources.group(1)).startsWith("/");
            assertThat(client.get(sources.group(1)).status()).isEqualTo(200);
        }
        assertThat(found).isEqualTo(2);
    }

    @Test
    void tellsItsHealth() {
        assertThat(client.get("/health").status()).isEqualTo(200);
        assertThat(client.get("/health").text()).contains("\"status\":\"UP\"", "\"notYetIndexed\":0");
    }
}
