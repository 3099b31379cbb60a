package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Message;
import io.mingjian.checks.Severity;
import io.mingjian.checks.Verdict;
import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.store.AccessKey;
import io.mingjian.store.Account;
import io.mingjian.store.AccountStore;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Change;
import io.mingjian.store.Decision;
import io.mingjian.store.DecisionStore;
import io.mingjian.store.Job;
import io.mingjian.store.JobStore;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Role;
import io.mingjian.store.Ruling;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.VersionKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Decisions about findings, accounts and jobs, on every database that they can be kept in.
abstract class SqlDecisionsTest {
    private static final Act ACT = new Act("张三", "清理后口径不同");
    private static final Engine ENGINE = new Engine("e1", "m1");
    private static final UnitId UNIT = new UnitId("410000/yunxi");
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    @TempDir
    private Path folder;

    private final DatabaseSettings settings;
    private SqlReportStore store;

    SqlDecisionsTest(DatabaseSettings settings) {
        this.settings = settings;
    }

    static class EmbeddedTest extends SqlDecisionsTest {
        EmbeddedTest() {
            super(DatabaseSettings.embedded());
        }
    }

    @Tag("slow")
    @ExtendWith(Databases.class)
    static class PostgresTest extends SqlDecisionsTest {
        PostgresTest(Databases.Server server) {
            super(server.fresh());
        }
    }

    @BeforeEach
    void open() {
        store = SqlReportStore.open(folder, settings, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aWaiverHoldsForEveryVersionThatHasItsFinding() throws IOException {
        ReportId id = put("甲", "f1", "f2");
        assertThat(errors(id)).isEqualTo(2);
        DecisionStore decisions = store.decisions();
        Decision waived = decisions.decide(id, "f1", Ruling.WAIVED, ACT);
        assertThat(waived.act()).isEqualTo(ACT);
        assertThat(errors(id)).isEqualTo(1);
        assertThat(store.list(Long.MAX_VALUE, 10, Scope.ALL)
                        .getFirst()
                        .summary()
                        .findings())
                .containsEntry(Severity.ERROR, 1);
        // Whoever derives something from the report hears of it.
        assertThat(store.changes(1, 10)).containsExactly(new Change.Added(waived.sequence(), id, 1));

        store.revise(id, 1, VersionKind.RE_EXTRACTION, reading("另", "f1", "f3"), ACT);
        assertThat(errors(id)).isEqualTo(1);
        store.revise(id, 2, VersionKind.RE_EXTRACTION, reading("又", "f3"), ACT);
        assertThat(errors(id)).isEqualTo(1);
        store.repeat(id, 1, VersionKind.RESTORATION, ACT);
        assertThat(errors(id)).isEqualTo(1);
    }

    @Test
    void theLastDecisionStandsAndTheEarlierStayToBeSeen() throws IOException {
        ReportId id = put("甲", "f1");
        DecisionStore decisions = store.decisions();
        decisions.decide(id, "f1", Ruling.WAIVED, ACT);
        decisions.decide(id, "f1", Ruling.REOPENED, ACT);
        assertThat(errors(id)).isEqualTo(1);
        assertThat(decisions.list(id)).extracting(Decision::ruling).containsExactly(Ruling.WAIVED, Ruling.REOPENED);
        assertThat(decisions.list(id)).extracting(Decision::stands).containsExactly(false, true);
        assertThat(store.log(1, 10)).extracting("action").containsExactly("finding.waive", "finding.reopen");
    }

    @Test
    void decidesAboutNothingThatWasNotFound() throws IOException {
        ReportId id = put("甲", "f1");
        long before = store.sequence();
        assertThatThrownBy(() -> store.decisions().decide(id, "f2", Ruling.WAIVED, ACT))
                .hasMessageContaining("no such finding");
        store.remove(id, ACT);
        assertThatThrownBy(() -> store.decisions().decide(id, "f1", Ruling.WAIVED, ACT))
                .hasMessageContaining("no such report");
        assertThat(store.sequence()).isEqualTo(before + 1);
    }

    @Test
    void aSessionEndsWithItsAccountAndWithItsPassword() {
        AccountStore accounts = store.accounts();
        assertThat(accounts.isEmpty()).isTrue();
        Account account = new Account("王某", Role.SUPERVISOR, new Scope.Units(Set.of(UNIT)));
        accounts.add(account, "encoded", ACT);
        assertThat(accounts.find("王某")).contains(new AccountStore.Registered(account, "encoded"));
        accounts.begin("h1", "王某", NOW);
        assertThat(accounts.session("h1")).contains(new AccountStore.Session(account, NOW, NOW));
        accounts.use("h1", NOW.plusSeconds(60));
        assertThat(accounts.session("h1").orElseThrow().used()).isEqualTo(NOW.plusSeconds(60));
        assertThat(accounts.setPassword("王某", "other", ACT)).isTrue();
        assertThat(accounts.session("h1")).isEmpty();
        accounts.begin("h2", "王某", NOW);
        accounts.sweep(NOW.minusSeconds(1), NOW.plusSeconds(1));
        assertThat(accounts.session("h2")).isEmpty();
        accounts.begin("h3", "王某", NOW);
        assertThat(accounts.revoke("王某", ACT)).isTrue();
        assertThat(accounts.session("h3")).isEmpty();
        assertThat(accounts.find("王某")).isEmpty();
        assertThat(accounts.isEmpty()).isTrue();
    }

    @Test
    void givesNoNameTwiceWhetherOfAKeyOrOfAnAccount() {
        store.keys().add(new AccessKey("李四", Role.CLERK, Scope.ALL), "hash", ACT);
        Account account = new Account("李四", Role.CLERK, Scope.ALL);
        assertThatThrownBy(() -> store.accounts().add(account, "encoded", ACT))
                .hasMessageContaining("there is or was somebody of that name");
        assertThat(store.accounts().list()).isEmpty();
        assertThat(store.sequence()).isEqualTo(1);
    }

    @Test
    void aJobKnowsWhatIsLeftToDoAfterARestart() throws IOException {
        ReportId one = put("甲");
        ReportId two = put("乙");
        ReportId other = store.put(upload("丙"), new Belonging(new UnitId("420000"), null), reading("丙"), ACT)
                .report()
                .id();
        store.assign(one, new Belonging(UNIT, 2023), ACT);
        store.assign(two, new Belonging(UNIT, 2022), ACT);
        JobStore jobs = store.jobs();
        Job job = jobs.begin(new Job.Selection(Scope.ALL, null, null, true), new Engine("e2", "m1"), ACT);
        assertThat(job.progress()).isEqualTo(new Job.Progress(3, 0, 0, 0, 0));
        List<Job.Item> waiting = jobs.waiting(job.sequence(), 10);
        assertThat(waiting).extracting(Job.Item::report).containsExactly(one, two, other);
        Job.Item done = new Job.Item(1, one, 1, 2, Job.Outcome.CHANGED, null);
        jobs.note(job.sequence(), done);
        close();
        open();
        assertThat(store.jobs().unfinished().orElseThrow().progress()).isEqualTo(new Job.Progress(3, 0, 1, 0, 0));
        assertThat(store.jobs().waiting(job.sequence(), 1)).containsExactly(waiting.get(1));
        assertThat(store.jobs().items(job.sequence(), 0, 9, Job.Outcome.CHANGED))
                .containsExactly(done);
        assertThat(store.jobs().end(job.sequence(), Job.End.STOPPED, ACT)).isTrue();
        assertThat(store.jobs().end(job.sequence(), Job.End.DONE, ACT)).isFalse();
        assertThat(store.jobs().unfinished()).isEmpty();
    }

    @Test
    void aJobIsAboutWhatWasSelectedAndNothingElse() throws IOException {
        ReportId one = put("甲");
        ReportId two = put("乙");
        put("丙");
        store.assign(one, new Belonging(UNIT, 2023), ACT);
        store.assign(two, new Belonging(UNIT, 2022), ACT);
        Scope own = new Scope.Units(Set.of(UNIT));
        assertThat(total(new Job.Selection(own, null, null, false))).isEqualTo(2);
        assertThat(total(new Job.Selection(own, new UnitId("420000"), null, false)))
                .isZero();
        assertThat(total(new Job.Selection(Scope.ALL, new UnitId("410000"), 2022, false)))
                .isEqualTo(1);
        assertThat(total(new Job.Selection(Scope.ALL, null, null, true))).isZero();
        assertThat(total(new Job.Selection(Scope.ALL, null, null, false))).isEqualTo(3);
        assertThat(store.jobs().list(Long.MAX_VALUE, 2)).hasSize(2);
    }

    private int total(Job.Selection selection) {
        return store.jobs().begin(selection, ENGINE, ACT).progress().total();
    }

    private int errors(ReportId id) {
        StoredReport report = store.find(id).orElseThrow();
        return report.summary().findings().getOrDefault(Severity.ERROR, 0);
    }

    private ReportId put(String content, String... fingerprints) throws IOException {
        return store.put(upload(content), Belonging.UNSTATED, reading(content, fingerprints), ACT)
                .report()
                .id();
    }

    private static Reading reading(String content, String... fingerprints) {
        List<Finding> findings = List.of(fingerprints).stream()
                .map(print -> new Finding(
                        "rule",
                        Severity.ERROR,
                        Verdict.UNDECIDED,
                        "",
                        new Message("", "", "", "", "", "", "", ""),
                        Finding.Side.NOTHING,
                        Finding.Side.NOTHING,
                        print))
                .toList();
        Summary summary = new Summary(
                "年报.txt",
                "text/plain",
                "m",
                null,
                null,
                null,
                null,
                2023,
                null,
                Map.of(Severity.ERROR, findings.size()));
        byte[] extraction = ("{\"" + content + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Reading(extraction, content, summary, ENGINE, null, findings);
    }

    private Upload upload(String content) throws IOException {
        return new Upload("年报.txt", null, Files.writeString(folder.resolve("upload"), content));
    }
}
