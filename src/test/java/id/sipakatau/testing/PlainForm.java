package id.sipakatau.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * A form of a page in a {@link PlainBrowser}. It holds what the page holds until something is filled in, and is sent whole:
 * hidden, checked, selected and empty fields. It does not mind {@code required}, as very old browsers do not.
 */
public final class PlainForm {

    private static final String BOUNDARY = "----PlainFormBoundary7MA4YWxkTrZu0gW";

    private record Entry(String name, String value) {}

    private record File(String field, String name, String type, byte[] content) {}

    private final Element form;
    private final PlainBrowser browser;
    private final List<File> files = new ArrayList<>();

    PlainForm(Element form, PlainBrowser browser) {
        assertThat(form.normalName()).isEqualTo("form");
        this.form = form;
        this.browser = browser;
    }

    /** Types into a field, or chooses one of the values that a list or a group of buttons offers. */
    public PlainForm fill(String name, String value) {
        var fields = fields(name);
        if (fields.is("select")) {
            var offered = fields.select("option");
            offered.removeAttr("selected");
            only(offered, value, name).attr("selected", "");
        } else if (fields.is("[type=radio]")) {
            fields.removeAttr("checked");
            only(fields, value, name).attr("checked", "");
        } else if (fields.is("textarea")) {
            fields.first().text(value);
        } else {
            assertThat(fields.attr("type")).as(name).isNotIn("checkbox", "file");
            assertThat(fields).as(name).hasSize(1);
            fields.attr("value", value);
        }
        return this;
    }

    /** Ticks a box. */
    public PlainForm tick(String name) {
        fields(name).select("[type=checkbox]").attr("checked", "");
        return this;
    }

    /** Ticks the one of several boxes of a name that has this value. */
    public PlainForm check(String name, String value) {
        only(fields(name), value, name).attr("checked", "");
        return this;
    }

    /** Takes every tick and choice away from a field. */
    public PlainForm clear(String name) {
        fields(name).removeAttr("checked");
        return this;
    }

    /** Chooses a file. */
    public PlainForm choose(String name, String fileName, String type, byte[] content) {
        assertThat(fields(name).is("[type=file]")).as(name).isTrue();
        files.add(new File(name, fileName, type, content));
        return this;
    }

    /** What a field would send now; empty if it would send nothing. */
    public String value(String name) {
        return entries().stream()
                .filter(entry -> entry.name.equals(name))
                .map(Entry::value)
                .collect(Collectors.joining("\n"));
    }

    /** Whether the page offers a field of that name. */
    public boolean offers(String name) {
        return !form.select("[name=" + name + "]").isEmpty();
    }

    /** Presses the button, and gives the page that one arrives at. */
    public Document send() {
        return send(form.attr("action"));
    }

    /** Presses the one button at a selector that sends the form elsewhere. */
    public Document press(String button) {
        var pressed = form.select(button);
        assertThat(pressed).as(button).hasSize(1);
        return send(pressed.attr("formaction").replaceFirst("#.*", ""));
    }

    private Document send(String action) {
        var multipart = form.attr("enctype").equals("multipart/form-data");
        return browser.submit(
                action,
                form.attr("method").isEmpty() ? "get" : form.attr("method"),
                multipart ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded",
                multipart ? multipart() : encoded());
    }

    private Elements fields(String name) {
        var found = form.select("[name=" + name + "]");
        assertThat(found).as("fields %s at %s", name, browser.address()).isNotEmpty();
        return found;
    }

    private static Element only(Elements offered, String value, String name) {
        var chosen = offered.stream().filter(each -> each.val().equals(value)).toList();
        assertThat(chosen).as("value %s of %s", value, name).hasSize(1);
        return chosen.getFirst();
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (var field : form.select("input[name], select[name], textarea[name]")) {
            if (field.hasAttr("disabled")) {
                continue;
            }
            var name = field.attr("name");
            switch (field.is("input") ? field.attr("type") : field.normalName()) {
                case "radio", "checkbox" -> {
                    if (field.hasAttr("checked")) {
                        entries.add(new Entry(name, field.hasAttr("value") ? field.attr("value") : "on"));
                    }
                }
                case "select" -> {
                    var chosen = field.select("option[selected]");
                    var option = chosen.isEmpty() ? field.select("option").first() : chosen.first();
                    entries.add(new Entry(name, option.val()));
                }
                case "textarea" -> entries.add(new Entry(name, typed(field)));
                case "submit", "button", "image", "reset", "file" -> {}
                default -> entries.add(new Entry(name, field.attr("value")));
            }
        }
        return entries;
    }

    /** A line break right behind the tag is none, and browsers send line breaks as two characters. */
    private static String typed(Element textarea) {
        return textarea.wholeText()
                .replaceAll("\r\n?", "\n")
                .replaceFirst("^\n", "")
                .replace("\n", "\r\n");
    }

    private byte[] encoded() {
        return entries().stream()
                .map(entry -> URLEncoder.encode(entry.name, UTF_8) + "=" + URLEncoder.encode(entry.value, UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    private byte[] multipart() {
        var out = new ByteArrayOutputStream();
        for (var entry : entries()) {
            part(out, "name=\"" + entry.name + "\"", entry.value.getBytes(UTF_8));
        }
        for (var field : form.select("input[type=file][name]")) {
            var name = field.attr("name");
            var chosen = files.stream().filter(file -> file.field.equals(name)).toList();
            for (var file :
                    chosen.isEmpty() ? List.of(new File(name, "", "application/octet-stream", new byte[0])) : chosen) {
                part(
                        out,
                        "name=\"" + name + "\"; filename=\"" + file.name + "\"\r\nContent-Type: " + file.type,
                        file.content);
            }
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return out.toByteArray();
    }

    private static void part(ByteArrayOutputStream out, String disposition, byte[] content) {
        out.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n").getBytes(UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(UTF_8));
    }
}
