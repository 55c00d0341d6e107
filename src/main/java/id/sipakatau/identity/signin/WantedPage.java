package id.sipakatau.identity.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page that somebody wanted before they were asked to sign in: a path on this site, never an address elsewhere, so
 * that nobody can be sent to a copy of the site by a link that begins with the true one.
 *
 * @param path path with its query, beginning with one slash
 */
public record WantedPage(String path) {

    private static final int LONGEST = 2000;
    /** Browsers read a backslash as a slash and leave out line breaks and tabs, so neither may be there. */
    private static final Pattern FORM = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    /** Pages that make no sense after signing in. */
    private static final Pattern OF_SIGN_IN = Pattern.compile("/(akun/)?(masuk|keluar)([/?;#].*)?");

    /** The page that a request names; empty where there is none or it is not one to go to. */
    public static Optional<WantedPage> of(@Nullable String named) {
        return named != null && named.length() <= LONGEST && isOnThisSite(named)
                ? Optional.of(new WantedPage(named))
                : Optional.empty();
    }

    public URI uri() {
        return URI.create(path);
    }

    private static boolean isOnThisSite(String named) {
        if (!FORM.matcher(named).matches() || OF_SIGN_IN.matcher(named).matches()) {
            return false;
        }
        try {
            var uri = new URI(named);
            return uri.getScheme() == null
                    && uri.getRawAuthority() == null
                    && !uri.getPath().contains("//")
                    && uri.getPath().equals(uri.normalize().getPath());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
