package io.mingjian;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the order of the packages and the fences around the libraries.
class ArchitectureTest {
    private static final String ROOT = "io.mingjian";

    /// The packages in pipeline order: each may import only those left of it.
    private static final List<String> ORDER = List.of(
            "problem",
            "text",
            "learning",
            "model",
            "ingest",
            "outline",
            "tables",
            "language",
            "metrics",
            "checks",
            "extract",
            "store",
            "index",
            "feed",
            "service",
            "wire",
            "evaluation",
            "generation",
            "api",
            "web",
            "cli");

    /// What a package may import of ours where that is less than everything left of it.
    private static final List<Uses> USES = List.of(
            new Uses("problem"),
            new Uses("text"),
            new Uses("learning"),
            new Uses("model", "text", "learning"),
            new Uses("ingest", "problem", "text"),
            new Uses("outline", "text", "model", "ingest"),
            new Uses("tables", "problem", "text", "model", "ingest", "outline"),
            new Uses("language", "text"),
            new Uses("metrics", "text", "learning", "model", "ingest", "outline", "language"),
            new Uses("checks", "text", "model", "outline", "tables", "metrics"));

    /// Libraries, and the only packages that may know them.
    private static final List<Fence> FENCES = List.of(
            new Fence("org.apache.tika..", "ingest"),
            new Fence("org.apache.poi..", "ingest"),
            new Fence("org.apache.pdfbox..", "ingest"),
            new Fence("org.jsoup..", "ingest"),
            new Fence("com.hankcs..", "language"),
            new Fence("java.sql..", "store"),
            new Fence("javax.sql..", "store"),
            new Fence("org.apache.lucene..", "index"),
            new Fence("com.password4j..", "service"),
            new Fence("org.dhatim.fastexcel..", "feed"),
            new Fence("com.github.difflib..", "feed"),
            new Fence("org.apache.commons.csv..", "ingest", "feed"),
            new Fence("io.micronaut.http..", "api", "web"),
            new Fence("reactor..", "api"),
            new Fence("io.micrometer..", "api"),
            new Fence("io.opentelemetry..", "api"),
            new Fence("io.micronaut.views..", "web"),
            new Fence("picocli..", "cli"),
            new Fence("com.fasterxml.jackson..", "model", "feed", "wire", "evaluation", "api"),
            new Fence("io.micronaut.serde..", "wire", "evaluation", "api", "web", "cli"));

    private static final List<String> FRAMEWORK =
            List.of("io.micronaut..", "jakarta.inject..", "jakarta.annotation..", "javax.inject..");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private record Uses(String from, List<String> allowed) {
        Uses(String from, String... allowed) {
            this(from, List.of(allowed));
        }
    }

    private record Fence(String library, List<String> allowed) {
        Fence(String library, String... allowed) {
            this(library, List.of(allowed));
        }
    }

    @Test
    void everyPackageStandsInTheOrder() {
        Set<String> found = CLASSES.stream()
                .map(ArchitectureTest::packageOf)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(ORDER).containsAll(found);
    }

    @TestFactory
    List<DynamicTest> importsOnlyWhatStandsLeftOfIt() {
        return ORDER.stream()
                .map(from -> DynamicTest.dynamicTest(from, () -> {
                    List<String> right = ORDER.subList(ORDER.indexOf(from) + 1, ORDER.size());
                    forbid(from, right, "packages stand in pipeline order");
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + "." + from + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(ROOT)
                            .because("the root wires everything and is imported by nobody")
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> importsNoMoreThanItsTask() {
        return USES.stream()
                .map(uses -> DynamicTest.dynamicTest(uses.from(), () -> {
                    List<String> others = ORDER.stream()
                            .filter(name ->
                                    !name.equals(uses.from()) && !uses.allowed().contains(name))
                            .toList();
                    forbid(uses.from(), others, "it should not need to know them");
                }))
                .toList();
    }

    @TestFactory
    List<DynamicTest> librariesStayBehindTheirFence() {
        return FENCES.stream()
                .map(fence -> DynamicTest.dynamicTest(
                        fence.library(),
                        () -> noClasses()
                                .that()
                                .resideOutsideOfPackages(allowedPackages(fence))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(fence.library())
                                .because("only " + fence.allowed() + " should have to change with it")
                                .check(CLASSES)))
                .toList();
    }

    @Test
    void noFrameworkLeftOfService() {
        String[] core = ORDER.subList(0, ORDER.indexOf("service")).stream()
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(core)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORK.toArray(String[]::new))
                .because("a test, a command, a request and a batch call the core alike")
                .check(CLASSES);
    }

    private static String[] allowedPackages(Fence fence) {
        // The root package wires everything together and may therefore know every library's front door.
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(ROOT),
                        fence.allowed().stream().map(name -> ROOT + "." + name + ".."))
                .toArray(String[]::new);
    }

    private static void forbid(String from, List<String> others, String why) {
        if (others.isEmpty()) {
            return;
        }
        String[] packages =
                others.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + from + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because(why)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return Arrays.stream(
                        name.substring(Math.min(name.length(), ROOT.length())).split("\\."))
                .filter(part -> !part.isEmpty())
                .findFirst()
                .orElse("");
    }
}
