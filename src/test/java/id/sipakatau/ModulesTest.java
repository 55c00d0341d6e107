package id.sipakatau;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The walls between the modules, as ARCHITECTURE.md draws them. */
class ModulesTest {

    private static final String ROOT = "id.sipakatau.";

    /** What each module may use; what is not named here it may not. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("database", Set.of()),
            Map.entry("city", Set.of()),
            Map.entry("journal", Set.of("database")),
            Map.entry("web", Set.of("city", "journal", "database")),
            Map.entry("identity", Set.of("database", "city", "journal", "web", "launch", "post")),
            Map.entry("evidence", Set.of("database", "city", "web")),
            Map.entry("complaint", Set.of("database", "city", "journal", "identity")),
            Map.entry("basemap", Set.of("city", "web")),
            Map.entry("launch", Set.of("database")),
            Map.entry("app", Set.of("city", "web")),
            Map.entry("post", Set.of("city", "web", "launch")),
            Map.entry(
                    "alerting",
                    Set.of("database", "city", "journal", "identity", "complaint", "web", "post", "launch")),
            Map.entry("intake", readers()),
            Map.entry(
                    "deadline",
                    Set.of("database", "city", "journal", "identity", "complaint", "web", "post", "launch")),
            Map.entry("desk", and(readers(), "deadline")),
            Map.entry("emergency", and(readers(), "post")),
            Map.entry("validation", consoles()),
            Map.entry("handling", consoles()),
            Map.entry("readiness", Set.of("database", "city", "journal", "identity", "web")),
            Map.entry("discussion", Set.of("database", "city", "journal", "identity", "complaint", "web")),
            Map.entry("monitoring", and(readers(), "discussion")),
            Map.entry(
                    "demo",
                    Set.of(
                            "database",
                            "city",
                            "journal",
                            "identity",
                            "evidence",
                            "complaint",
                            "deadline",
                            "discussion",
                            "launch")));

    private static Set<String> consoles() {
        return and(and(readers(), "desk"), "deadline");
    }

    private static Set<String> and(Set<String> modules, String more) {
        var all = new TreeSet<>(modules);
        all.add(more);
        return all;
    }

    private static Set<String> readers() {
        return Set.of("database", "city", "journal", "identity", "evidence", "complaint", "web", "basemap");
    }

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.sipakatau");

    @Test
    void every_module_is_known_here() throws IOException {
        var found = new TreeSet<String>();
        try (var folders = Files.list(Path.of("src/main/java/id/sipakatau"))) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> found.add(folder.getFileName().toString()));
        }
        assertThat(MAY_USE.keySet()).containsAll(found);
    }

    @Test
    void a_module_uses_only_the_modules_that_it_may() {
        MAY_USE.forEach((module, allowed) -> {
            var forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(module) && !allowed.contains(other))
                    .map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + module + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(forbidden)
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void a_module_shows_the_others_its_root_package_only() {
        classes()
                .should(new ArchCondition<JavaClass>("use only root packages of other modules") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        user.getDirectDependenciesFromSelf().forEach(dependency -> {
                            var used = dependency.getTargetClass();
                            if (isInnerOf(used) && !module(used).equals(module(user))) {
                                events.add(SimpleConditionEvent.violated(user, dependency.getDescription()));
                            }
                        });
                    }
                })
                .check(CLASSES);
    }

    @Test
    void there_are_no_cycles_between_packages() {
        slices().matching("id.sipakatau.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void no_class_has_a_name_that_says_nothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Service")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(CLASSES);
    }

    /** Which tables and views each module may name in its SQL: its own, and the views that others publish. */
    @Test
    void public_pages_read_complaints_through_the_public_view_only() throws IOException {
        var forbidden =
                List.of("FROM complaint", "JOIN complaint", "agency_complaint", "FROM reporter", "JOIN reporter");
        assertThat(sqlOf("monitoring"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(forbidden).noneMatch(Files.readString(file)::contains));
    }

    @Test
    void operators_read_complaints_through_their_view_only() throws IOException {
        var forbidden = List.of("FROM complaint", "JOIN complaint", "FROM reporter", "JOIN reporter");
        assertThat(sqlOf("handling"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(forbidden).noneMatch(Files.readString(file)::contains));
    }

    private static List<Path> sqlOf(String module) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/id/sipakatau", module))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static boolean isInnerOf(JavaClass type) {
        return type.getPackageName().startsWith(ROOT)
                && type.getPackageName().substring(ROOT.length()).contains(".");
    }

    private static String module(JavaClass type) {
        return type.getPackageName().startsWith(ROOT)
                ? Arrays.asList(type.getPackageName().substring(ROOT.length()).split("\\."))
                        .getFirst()
                : "";
    }
}
