package id.sipakatau.web;

import id.sipakatau.city.City;
import io.quarkus.arc.Arc;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives every template the reader's language; outside a request it is the first of the setting, until {@code setLocale}. */
@ApplicationScoped
class PageLanguage {

    private final Languages languages;
    private final City city;
    private final CurrentVertxRequest current;

    PageLanguage(Languages languages, City city, CurrentVertxRequest current) {
        this.languages = languages;
        this.city = city;
        this.current = current;
    }

    void configure(@Observes EngineBuilder engine) {
        engine.addTemplateInstanceInitializer(this::initialize);
    }

    private void initialize(TemplateInstance template) {
        var request = Arc.container().requestContext().isActive() ? current.getCurrent() : null;
        template.setLocale(request == null ? languages.offered().getFirst() : languages.of(request));
        template.setAttribute("zone", city.zone());
    }
}
