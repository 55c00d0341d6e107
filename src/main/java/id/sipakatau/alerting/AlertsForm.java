package id.sipakatau.alerting;

import id.sipakatau.alerting.Subscription.Audience;
import id.sipakatau.alerting.push.PushServices;
import id.sipakatau.alerting.push.VapidKey;
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
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form "beri tahu saya", the same for the reporter and for everybody else. */
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
     * Whose form it is.
     *
     * @param back path of the page that it belongs to
     */
    record Place(UUID complaint, String number, Audience audience, String back) {}

    TemplateInstance show(Place place) {
        return show(place, "", null);
    }

    private TemplateInstance show(Place place, String email, @Nullable String error) {
        var isReporter = place.audience == Audience.REPORTER;
        var own = isReporter ? subscriptions.ofReporter(place.complaint) : List.<Subscription>of();
        return Templates.alerts(new AlertsView(
                place.back, place.number, isReporter, own, courier.canMail(), key.publicKey(), email, error));
    }

    /** Takes an address and lets it be asked. The answer is the same whether or not it was known before. */
    Response ask(Place place, @Nullable String typed) {
        var email = typed == null ? "" : typed.strip();
        if (!courier.canMail()) {
            throw new Problem(409, "alerts_no_mail").back(place.back);
        }
        if (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
            return Response.status(422)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(show(place, email, page.text("alerts_email_wrong")))
                    .build();
        }
        var at = email.lastIndexOf('@');
        var address = email.substring(0, at) + email.substring(at).toLowerCase(Locale.ROOT);
        if (!subscriptions.ask(place.complaint, place.audience, address, page.locale())) {
            throw new Problem(429, "alerts_too_many").keeping(email).back(place.back);
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
        if (!subscriptions.add(place.complaint, place.audience, browser, page.locale())) {
            throw new Problem(429, "alerts_push_too_many");
        }
        return Response.noContent().build();
    }

    /** Ends a browser's. */
    Response end(Place place, @Nullable SentBrowser sent) {
        if (sent != null && sent.endpoint() != null) {
            subscriptions.end(place.complaint, place.audience, sent.endpoint());
        }
        return Response.noContent().build();
    }

    /** Ends one of the reporter's. */
    Response end(Place place, UUID subscription) {
        subscriptions.end(subscription, place.complaint);
        page.leaveNotice("alerts_ended");
        return back(place);
    }

    private static Response back(Place place) {
        return Response.seeOther(URI.create(place.back + "/kabar")).build();
    }
}
