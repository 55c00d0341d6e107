package id.sipakatau.web;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Dates and numbers in templates, <code>{d:moment(at)}</code>; {@link Formats} says what each looks like. */
@TemplateExtension(namespace = "d")
final class FormatsInTemplates {

    private FormatsInTemplates() {}

    static String moment(
            Instant at, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).moment(at);
    }

    static String full(Instant at, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).full(at);
    }

    static String time(Instant at, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).time(at);
    }

    static String day(Instant at, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).day(at);
    }

    static String weekday(
            Instant at, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).weekday(at);
    }

    static String dayTime(
            Instant at, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).dayTime(at);
    }

    static String date(
            LocalDate day, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).day(day);
    }

    static String longDate(
            LocalDate day, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).longDay(day);
    }

    static String ago(Instant at, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).ago(at);
    }

    static String left(Instant at, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).left(at);
    }

    static String number(
            Number number, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).number(number);
    }

    static String distance(
            Number metres, @TemplateAttribute("locale") Object locale, @TemplateAttribute("zone") Object zone) {
        return formats(locale, zone).distance(metres.doubleValue());
    }

    private static Formats formats(Object locale, Object zone) {
        return new Formats(
                locale instanceof Locale chosen ? chosen : Texts.INDONESIAN,
                zone instanceof ZoneId city ? city : ZoneId.of("Asia/Makassar"));
    }
}
