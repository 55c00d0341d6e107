package id.sipakatau;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.sipakatau.identity.TestCitizen;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every route of the application, walked by everybody. Who may call which stands in {@code routes.txt}, a second time
 * and in other words than in the code; a route that is missing there fails this test.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class RoutesTest {

    private static final java.nio.file.Path TABLE = java.nio.file.Path.of("src/test/resources/routes.txt");

    @TestHTTPResource("/")
    URI address;

    /** @param roles who may call it; {@code everybody} includes those who are not signed in */
    private record Route(String method, String path, Set<String> roles) {
        static Route of(String line) {
            var words = line.split("\\s+");
            return new Route(words[0], words[1], Set.of(words[2].split(",")));
        }

        String name() {
            return method + " " + path;
        }

        boolean isOpenTo(String role) {
            return roles.contains("everybody")
                    || roles.contains(role)
                    || (role.equals("head") && roles.contains("operator"))
                    || (roles.contains("staff") && !Set.of("nobody", "citizen").contains(role));
        }
    }

    @Test
    void every_route_is_in_the_table_and_none_else() throws IOException {
        var stated = table().map(Route::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(stated).isEqualTo(routesOfTheCode());
    }

    @Test
    void every_route_lets_in_whom_it_should_and_nobody_else() throws Exception {
        var cookies = new LinkedHashMap<String, Supplier<String>>();
        var administrator = "session=" + TestStaff.administrator();
        var operator = "session=" + TestStaff.operator("kebersihan");
        var head = "session=" + TestStaff.head("kebersihan");
        var mayor = "session=" + TestStaff.mayor();
        cookies.put("nobody", () -> "");
        cookies.put("administrator", () -> administrator);
        cookies.put("operator", () -> operator);
        cookies.put("head", () -> head);
        cookies.put("mayor", () -> mayor);
        // A new one each time: some routes delete the account of whoever calls them.
        cookies.put("citizen", () -> TestCitizen.COOKIE + "=" + TestCitizen.signedIn());
        var wrong = new ArrayList<String>();
        try (var client = HttpClient.newHttpClient()) {
            // Signing out comes last: it ends the walk of whoever does it.
            for (var route :
                    table().sorted(Comparator.comparing(RoutesTest::signsOut)).toList()) {
                for (var visitor : cookies.entrySet()) {
                    var open = isLetIn(client, route, visitor.getValue().get());
                    if (open != route.isOpenTo(visitor.getKey())) {
                        wrong.add(route.name() + (open ? " lets in " : " refuses ") + visitor.getKey());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int signsOut(Route route) {
        return route.path.equals("/keluar") ? 2 : route.path.contains("keluar") ? 1 : 0;
    }

    private boolean isLetIn(HttpClient client, Route route, String cookie) throws Exception {
        var path = route.path
                .replaceAll("\\{size[^}]*}", "large")
                .replaceAll("\\{(photo|id|photoId|account)[^}]*}", "01890000-0000-7000-8000-000000000000")
                .replaceAll("\\{secret[^}]*}", "AAAAAAAAAAAAAAAAAAAAAA")
                .replaceAll("\\{sha256[^}]*}", "0".repeat(64))
                .replaceAll("\\{[zxy]}", "0")
                .replaceAll("\\{[^}]*}", "MKS-0000-0000");
        var answer = answer(client, route.method, path, cookie, "application/x-www-form-urlencoded");
        if (answer.statusCode() == 415) {
            answer = answer(client, route.method, path, cookie, "multipart/form-data; boundary=x");
        }
        if (answer.statusCode() == 415) {
            answer = answer(client, route.method, path, cookie, "application/json");
        }
        var toSignIn = answer.headers()
                .firstValue("Location")
                .filter(to -> to.contains("/masuk?"))
                .isPresent();
        return answer.statusCode() != 401 && answer.statusCode() != 403 && !toSignIn;
    }

    private HttpResponse<?> answer(HttpClient client, String method, String path, String cookie, String type)
            throws Exception {
        var request = HttpRequest.newBuilder(address.resolve(path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (method.equals("POST") || method.equals("PUT")) {
            request.header("Content-Type", type).method(method, BodyPublishers.ofString("--x--\r\n"));
        } else {
            request.method(method, BodyPublishers.noBody());
        }
        // The body may be a stream that never ends: only its head is waited for.
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException closed) {
            // Who refuses a body may close the connection behind it, which the next request then finds out.
            answer = client.send(request.build(), BodyHandlers.ofInputStream());
        }
        answer.body().close();
        return answer;
    }

    private static Stream<Route> table() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Route::of);
    }

    private static Set<String> routesOfTheCode() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("id.sipakatau").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(RoutesTest::routes)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> routes(JavaClass type) {
        var root = type.getAnnotationOfType(Path.class).value();
        return type.getAllMethods().stream()
                .flatMap(method -> verb(method).stream().map(verb -> {
                    var rest = method.isAnnotatedWith(Path.class)
                            ? method.getAnnotationOfType(Path.class).value()
                            : "";
                    var path = ("/" + root + "/" + rest).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
                    // The pattern of a path parameter says nothing about who may call it.
                    return verb + " " + path.replaceAll("\\{\\s*(\\w+)\\s*:(?:[^{}]|\\{[^}]*})*}", "{$1}");
                }));
    }

    private static List<String> verb(JavaMethod method) {
        if (method.isAnnotatedWith(GET.class)) {
            return List.of("GET");
        }
        if (method.isAnnotatedWith(HEAD.class)) {
            return List.of("HEAD");
        }
        if (method.isAnnotatedWith(PUT.class)) {
            return List.of("PUT");
        }
        return method.isAnnotatedWith(POST.class) ? List.of("POST") : List.of();
    }
}
