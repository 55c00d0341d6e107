package id.sipakatau.web;

import io.quarkus.qute.TemplateExtension;

/** How the kinds are shown everywhere; by their names, since the page kit knows no complaint. */
@TemplateExtension(namespace = "kind")
final class KindInTemplates {

    private KindInTemplates() {}

    static String icon(Object kind) {
        return switch (kind.toString()) {
            case "COMPLAINT" -> "megaphone";
            case "ASPIRATION" -> "hand-heart";
            case "INFORMATION" -> "circle-question-mark";
            default -> throw new IllegalArgumentException("No such kind: " + kind);
        };
    }

    /** Whether it is something else than an ordinary complaint, so that a list has to say it. */
    static boolean special(Object kind) {
        return !kind.toString().equals("COMPLAINT");
    }
}
