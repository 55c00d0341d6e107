package id.sipakatau.city.folder;

import id.sipakatau.city.Agency;
import id.sipakatau.city.reading.SourceFile;
import id.sipakatau.city.reading.YamlFile;
import id.sipakatau.city.reading.YamlMap;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code agencies.yaml}. */
final class AgencyFile {

    private final YamlFile yaml;
    private final Identifier ids = new Identifier();

    AgencyFile(SourceFile file) {
        this.yaml = new YamlFile(file);
    }

    List<Agency> read() {
        List<Agency> agencies = new ArrayList<>();
        for (YamlMap entry : yaml.maps()) {
            agencies.add(agency(entry));
        }
        yaml.done();
        return agencies;
    }

    private Agency agency(YamlMap entry) {
        return new Agency(
                ids.unique(entry.value("id")),
                Words.localized(entry, "name"),
                Words.localized(entry, "short-name"),
                Words.localized(entry, "subtitle"),
                Words.localized(entry, "mission"),
                entry.value("icon").text(Identifier.PATTERN, "the name of a Lucide icon, such as trash-2"));
    }
}
