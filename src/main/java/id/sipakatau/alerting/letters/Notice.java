package id.sipakatau.alerting.letters;

/**
 * What somebody is told, in their language.
 *
 * @param title which complaint it is about
 * @param happened what happened, in one sentence
 * @param next what comes next, or what they can do now
 */
public record Notice(String title, String happened, String next) {}
