package id.sipakatau.alerting.following;

import id.sipakatau.alerting.courier.Courier;
import id.sipakatau.alerting.following.AlertsView.Scope;
import id.sipakatau.alerting.push.PushServices;
import id.sipakatau.alerting.push.VapidKey;
import id.sipakatau.alerting.subscription.Followed;
import id.sipakatau.alerting.subscription.Rhythm;
import id.sipakatau.alerting.subscription.Subscription;
import id.sipakatau.alerting.subscription.Subscription.Audience;
import id.sipakatau.alerting.subscription.Subscriptions;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form "beri tahu saya", the same wherever it stands. */
@ApplicationScoped
class AlertsForm {

    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final int LONGEST_ADDRESS = 254;

    @CheckedTemplate(basePath = "alerting")
    static class Templates {
        static native TemplateInstance alerts(AlertsView view);
    }

    private final Subscriptions subscriptions;
    private final Courier courier;
    private final PushServices services;
    private final VapidKey key;
    private final Page page;

    AlertsForm(Subscriptions subscriptions, Courier courier, PushServices services, VapidKey key, Page page) {
        this.subscriptions = subscriptions;
        this.courier = courier;
        this.services = services;
        this.key = key;
        this.page = page;
    }

    /**
     * Where the form stands.
     *
     * @param name of what is followed
     * @param backName what the link back is called
     * @param back path of the page that it belongs to
     * @param path of the form's own page
     */
    record Place(Followed followed, String name, String backName, String back, String path) {

        /** The form of one complaint. */
        static Place of(Followed followed, String number, String back) {
            return new Place(followed, number, number, back, back + "/kabar");
        }

        boolean isOfReporter() {
            return followed.audience() == Audience.REPORTER;
        }
    }

    TemplateInstance show(Place place) {
        return show(place, "", null);
    }

    private TemplateInstance show(Place place, String email, @Nullable String error) {
        var complaint = place.followed.complaint();
        var own = complaint != null && place.isOfReporter()
                ? subscriptions.ofReporter(complaint)
                : List.<Subscription>of();
        var scope = complaint == null ? Scope.FILTER : place.isOfReporter() ? Scope.OWN : Scope.PUBLIC;
        var what = page.text(
                "alerts_what_" + scope.name().toLowerCase(Locale.ROOT),
                Rhythm.LETTERS.toHours(),
                Rhythm.MESSAGES.toHours());
        return Templates.alerts(new AlertsView(
                scope,
                place.name,
                what,
                place.backName,
                place.back,
                place.path,
                own,
                courier.canMail(),
                key.publicKey(),
                email,
                error));
    }

    /** Takes an address and lets it be asked. The answer is the same whether or not it was known before. */
    Response ask(Place place, @Nullable String typed) {
        var email = typed == null ? "" : typed.strip();
        if (!courier.canMail()) {
            throw new Problem(409, "alerts_no_mail").back(place.path);
        }
        if (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
            return Response.status(422)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(show(place, email, page.text("alerts_email_wrong")))
                    .build();
        }
        var at = email.lastIndexOf('@');
        var address = email.substring(0, at) + email.substring(at).toLowerCase(Locale.ROOT);
        if (!subscriptions.ask(place.followed, address, page.locale())) {
            throw new Problem(429, "alerts_too_many").keeping(email).back(place.path);
        }
        courier.wake();
        page.leaveNotice("alerts_asked");
        return back(place);
    }

    /** Takes a browser. */
    Response add(Place place, @Nullable SentBrowser sent) {
        var browser = Optional.ofNullable(sent)
                .flatMap(given -> given.read(services))
                .orElseThrow(() -> new Problem(422, "alerts_push_unknown"));
        if (!subscriptions.add(place.followed, browser, page.locale())) {
            throw new Problem(429, "alerts_push_too_many");
        }
        return Response.noContent().build();
    }

    /** Ends a browser's. */
    Response end(Place place, @Nullable SentBrowser sent) {
        if (sent != null && sent.endpoint() != null) {
            subscriptions.end(place.followed, sent.endpoint());
        }
        return Response.noContent().build();
    }

    /** Ends one of the reporter's. */
    Response end(Place place, UUID subscription) {
        subscriptions.end(subscription, Objects.requireNonNull(place.followed.complaint()));
        page.leaveNotice("alerts_ended");
        return back(place);
    }

    private static Response back(Place place) {
        return Response.seeOther(URI.create(place.path)).build();
    }
}
