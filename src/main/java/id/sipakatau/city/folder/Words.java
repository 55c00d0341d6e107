package id.sipakatau.city.folder;

import id.sipakatau.city.Localized;
import id.sipakatau.city.reading.YamlMap;

/** Texts of the city's files in both languages. */
final class Words {

    private Words() {}

    /** The text under a key, written {@code {id: …, en: …}}. */
    static Localized localized(YamlMap map, String key) {
        YamlMap texts = map.map(key);
        return new Localized(texts.value("id").text(), texts.value("en").text());
    }
}
