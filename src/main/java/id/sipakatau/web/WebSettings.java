package id.sipakatau.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What can be set about the pages. */
@ConfigMapping(prefix = "sipakatau.web")
interface WebSettings {

    /** Address that the public knows, such as {@code https://lapor.example.go.id}; without it, the one in the request. */
    Optional<URI> address();

    /**
     * Languages on offer, the first one for people of whom nothing is known. Without it, all that have a file
     * {@code texts/CODE.properties}, Indonesian first.
     */
    Optional<List<String>> languages();

    /** Address of street tiles on another server, as the map has it; pages may load pictures from there. */
    @WithDefault("${sipakatau.basemap.external-tiles:}")
    Optional<String> tiles();
}
