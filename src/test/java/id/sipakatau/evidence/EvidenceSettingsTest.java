package id.sipakatau.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceSettingsTest {

    @Test
    void defaults_are_within_their_bounds() {
        var settings = settings(Map.of());

        SettingsCheck.check(settings);
        assertThat(settings.folder()).isEqualTo(Path.of("data/photos"));
        assertThat(settings.maxBytes().asLongValue()).isEqualTo(15 << 20);
        assertThat(settings.maxPixels()).isEqualTo(50_000_000);
        assertThat(settings.heif().command()).contains("heif-convert");
    }

    @Test
    void photos_lie_in_the_data_folder() {
        assertThat(settings(Map.of("sipakatau.data", "/srv/city")).folder()).isEqualTo(Path.of("/srv/city/photos"));
    }

    @Test
    void decoder_for_heic_can_be_switched_off() {
        assertThat(settings(Map.of("sipakatau.evidence.heif.command", ""))
                        .heif()
                        .command())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "max-bytes, 1G",
        "max-bytes, 10",
        "max-pixels, 0",
        "max-pixels, 1000000000",
        "decoders, 0",
        "decoders, 65",
        "decode-memory, 1M",
        "heif.memory, 1M",
        "heif.time, 0s",
        "heif.time, 1h",
    })
    void setting_out_of_its_bounds_stops_the_program_and_is_named(String name, String value) {
        var settings = settings(Map.of("sipakatau.evidence." + name, value));

        assertThatThrownBy(() -> SettingsCheck.check(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sipakatau.evidence." + name);
    }

    private static EvidenceSettings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .withMapping(EvidenceSettings.class)
                .build()
                .getConfigMapping(EvidenceSettings.class);
    }
}
