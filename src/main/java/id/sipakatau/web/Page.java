package id.sipakatau.web;

import id.sipakatau.city.City;
import id.sipakatau.city.EmergencyNumber;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What every page knows of its request: <code>{cdi:page.language}</code> in a template, injected in a resource. */
@Named("page")
@RequestScoped
public class Page {

    /** Attribute of the security identity: the name shown for the person. */
    public static final String NAME = "name";
    /** Attribute of the security identity: id of the agency that an operator works for. */
    public static final String AGENCY = "agency";

    private static final String NOTICE = "notice";
    private static final String SAVE_DATA = "hemat";

    /**
     * A person who is signed in.
     *
     * @param answersCalls whether they work for an agency that is called in an emergency
     * @param declaresMode whether they work for an agency that may declare the city's emergency mode
     */
    public record Person(String name, Set<String> roles, boolean answersCalls, boolean declaresMode) {
        public boolean is(String role) {
            return roles.contains(role);
        }
    }

    /** A link to this page in a language. */
    public record LanguageLink(String code, String name, String address, boolean current) {}

    @Inject
    RoutingContext request;

    @Inject
    Languages languages;

    @Inject
    WebSettings settings;

    @Inject
    City city;

    @Inject
    Situation situation;

    public Locale locale() {
        return languages.of(request);
    }

    /** Code of the language, for the attribute {@code lang}. */
    public String language() {
        return locale().getLanguage();
    }

    /** This page in each language on offer. */
    public List<LanguageLink> languages() {
        return languages.offered().stream()
                .map(offered -> new LanguageLink(
                        offered.getLanguage(),
                        Texts.of(offered).text("language_name"),
                        addressIn(offered),
                        offered.equals(locale())))
                .toList();
    }

    /** A text in the reader's language. */
    public String text(String key, Object... arguments) {
        return Texts.of(locale()).text(key, arguments);
    }

    public Formats formats() {
        return new Formats(locale(), city.zone());
    }

    public String path() {
        return request.normalizedPath();
    }

    /** Whether this page is the one at a path, or one below it. */
    public boolean within(String path) {
        return path().equals(path) || path().startsWith(path.endsWith("/") ? path : path + "/");
    }

    /** Whether this page is exactly the one at a path. */
    public boolean at(String path) {
        return path().equals(path);
    }

    /** The permanent address of this page, without what was asked of it. */
    public String canonical() {
        return address(path());
    }

    /**
     * A full address on this site.
     *
     * @param path path with a slash in front
     */
    public String address(String path) {
        return settings.address().map(URI::toString).map(Page::withoutSlash).orElseGet(() -> Origins.own(request))
                + path;
    }

    public String cityName() {
        return city.name().in(locale());
    }

    /** The numbers that are answered day and night, in the city's order. */
    public List<EmergencyNumber> emergencyNumbers() {
        return city.emergencyNumbers();
    }

    /** Whether the city's emergency mode is active: then what an emergency needs comes first. */
    public boolean inEmergency() {
        return situation.active();
    }

    /** The person who is signed in; none for the public. */
    public Optional<Person> person() {
        return SignedInPerson.identity(request).map(identity -> {
            String name = identity.getAttribute(NAME);
            String agency = identity.getAttribute(AGENCY);
            return new Person(
                    name == null ? identity.getPrincipal().getName() : name,
                    identity.getRoles(),
                    agency != null && city.emergency().answeredBy().contains(agency),
                    agency != null && city.emergency().declaredBy().contains(agency));
        });
    }

    /**
     * Whether to spare the reader's data: they asked for it here, or their browser says so for all sites. While the city's
     * emergency mode is active everybody's, but for those who chose otherwise: the networks are full then.
     */
    public boolean savesData() {
        var chosen = request.request().getCookie(SAVE_DATA);
        return chosen == null
                ? inEmergency() || "on".equalsIgnoreCase(request.request().getHeader("Save-Data"))
                : chosen.getValue().equals("1");
    }

    /** Remembers whether to spare the reader's data. Scripts of the page read it too. */
    public void saveData(boolean on) {
        request.response()
                .addCookie(Cookie.cookie(SAVE_DATA, on ? "1" : "0")
                        .setPath("/")
                        .setMaxAge(Duration.ofDays(365).toSeconds())
                        .setSecure(Origins.isHttps(request))
                        .setSameSite(CookieSameSite.LAX));
    }

    /** Puts a text before the reader on the next page, after a redirect. */
    public void leaveNotice(String key) {
        request.response().addCookie(noticeCookie(key).setMaxAge(60));
    }

    /** What the page before left to say, once. */
    public @Nullable String notice() {
        var cookie = request.request().getCookie(NOTICE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        request.response().addCookie(noticeCookie("").setMaxAge(0));
        var texts = Texts.of(locale());
        return texts.has(cookie.getValue()) ? texts.text(cookie.getValue()) : null;
    }

    private Cookie noticeCookie(String value) {
        return Cookie.cookie(NOTICE, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(Origins.isHttps(request))
                .setSameSite(CookieSameSite.LAX);
    }

    private String addressIn(Locale language) {
        var others = request.queryParams().entries().stream()
                .filter(parameter -> !parameter.getKey().equals(Languages.PARAMETER))
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()) + "&")
                .collect(Collectors.joining());
        return path() + "?" + others + Languages.PARAMETER + "=" + language.getLanguage();
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
