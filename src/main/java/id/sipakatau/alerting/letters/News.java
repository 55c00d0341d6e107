package id.sipakatau.alerting.letters;

import java.util.List;

/**
 * What is new among the complaints that somebody follows by place or kind.
 *
 * @param opened how many became public
 * @param done how many are done
 * @param items each of them, the latest first
 * @param page path of the page that shows them
 */
public record News(int opened, int done, List<Item> items, String page) {

    /** One complaint, in one sentence. */
    public record Item(String words, String page) {}

    public News {
        items = List.copyOf(items);
    }
}
