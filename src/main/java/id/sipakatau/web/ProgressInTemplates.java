package id.sipakatau.web;

import io.quarkus.qute.TemplateExtension;

/**
 * How the three steps of progress are shown everywhere. Takes the value by its name ({@code NOT_STARTED}, {@code
 * IN_PROGRESS}, {@code DONE}), since the page kit knows no complaint.
 */
@TemplateExtension(namespace = "progress")
final class ProgressInTemplates {

    private ProgressInTemplates() {}

    /** Name of the style, which is also the end of the keys of its texts. */
    static String mark(Object progress) {
        return switch (progress.toString()) {
            case "NOT_STARTED", "belum" -> "belum";
            case "IN_PROGRESS", "sedang" -> "sedang";
            case "DONE", "telah" -> "telah";
            default -> throw new IllegalArgumentException("No such progress: " + progress);
        };
    }

    static String icon(Object progress) {
        return switch (mark(progress)) {
            case "belum" -> "clock";
            case "sedang" -> "loader";
            default -> "circle-check";
        };
    }
}
