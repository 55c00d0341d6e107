package id.sipakatau.city.folder;

import static id.sipakatau.city.folder.Breakage.append;
import static id.sipakatau.city.folder.Breakage.geometry;
import static id.sipakatau.city.folder.Breakage.replace;
import static id.sipakatau.city.folder.Breakage.replaceAfter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.sipakatau.city.City;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks a copy of the real folder in every way that a person might, and reads what the program says about it. */
class CityFolderTest {

    private static final Path ORIGINAL = Path.of("city/makassar");
    private static final String FIRST_KELURAHAN = "73.71.01.1001";
    private static final String BOW_TIE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[119.40,-5.16],[119.41,-5.17],[119.41,-5.16],[119.40,-5.17],[119.40,-5.16]]]}";
    private static final String OPEN_RING =
            "{\"type\":\"Polygon\",\"coordinates\":[[[119.40,-5.16],[119.41,-5.17],[119.41,-5.16],[119.40,-5.17]]]}";
    private static final String SWAPPED =
            "{\"type\":\"Polygon\",\"coordinates\":[[[-5.16,119.40],[-5.17,119.41],[-5.16,119.41],[-5.16,119.40]]]}";
    private static final String THREE_NUMBERS =
            "{\"type\":\"Polygon\",\"coordinates\":[[[119.40,-5.16,3],[119.41,-5.17,3],[119.41,-5.16,3],[119.40,-5.16,3]]]}";
    private static final String FAR_TOO_LARGE =
            "{\"type\":\"Polygon\",\"coordinates\":[[[119.40,-5.17],[119.45,-5.17],[119.45,-5.14],[119.40,-5.14],[119.40,-5.17]]]}";

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void copyTheFolder() throws IOException {
        folder = temporary.resolve("makassar");
        try (Stream<Path> files = Files.walk(ORIGINAL)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(ORIGINAL.relativize(file).toString()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"cityFile", "agencies", "categories", "calendar", "areaList", "polygons", "places"})
    void a_fault_is_told_with_file_line_and_what_is_wrong(Breakage breakage) throws IOException {
        breakage.apply(folder);
        assertThat(faults())
                .anySatisfy(fault ->
                        assertThat(fault).startsWith(breakage.place(folder)).contains(breakage.message()));
    }

    static List<Breakage> cityFile() {
        String file = "city.yaml";
        return List.of(
                append(file, "mayor: nobody", "the key 'mayor' is not known here"),
                append(file, "code: \"73.72\"", "the key 'code' is there twice"),
                replace(file, "zone: Asia", "zone: @Asia", "this is not YAML: found character '@'"),
                replace(file, "zone: Asia/Makassar", "", "the key 'zone' is missing")
                        .reportedAt(file, "code:"),
                replace(
                        file,
                        "Asia/Makassar",
                        "Asia/Ujungpandang2",
                        "'zone' must be a time zone such as Asia/Makassar"),
                replace(file, "\"73.71\"", "\"7371\"", "'code' must be an official code such as 73.71, but is '7371'"),
                replace(file, "MKS", "Mks", "'tracking-prefix' must be three capital letters, but is 'Mks'"),
                replace(file, "-5.1437", "-95", "'latitude' must be a number from -90.0 to 90.0, but is '-95'"),
                replace(file, "aspiration-deadlines:", "wish-deadlines:", "the key 'aspiration-deadlines' is missing")
                        .reportedAt(file, "code:"),
                replace(
                        file,
                        "resolution: 14 working days",
                        "resolution: 14 days",
                        "'resolution' must be a term such as"),
                replace(file, "radius: 150", "radius: 0", "'radius' must be a whole number from 1 to 2000, but is '0'"),
                replace(file, "days: 30}", "days: sebulan}", "'days' must be a whole number from 1 to 366"),
                replace(file, "zoom: 12", "zoom: 1.5", "'zoom' must be a whole number from 0 to 20, but is '1.5'"),
                replace(file, ", en: Makassar City}", "}", "the key 'en' is missing")
                        .reportedAt(file, "name: {"),
                replace(file, "en: Police}", "en: \" \"}", "'en' is empty"),
                replace(file, "agency: pemadam", "agency: damkar", "'agency' must be an agency of agencies.yaml"),
                replace(file, "\"112\"", "satu-satu-dua", "'number' must be 3 to 15 digits"),
                replace(file, "https://github.com/cahyadsn", "www.cahyadsn", "'address' must be a web address"),
                replace(
                        file,
                        "short-name: SIPAKATAU",
                        "short-name: SIPAKATAU Kota",
                        "'short-name' must be 12 characters"),
                replace(file, "address: https://sipa", "address: http://sipa", "'address' must be https:// and a host"),
                replace(file, ".sipakatau\n", ".Sipakatau\n", "'android-package' must be a package name"),
                replace(file, "dark: \"#0d181c\"", "dark: black", "'dark' must be a colour such as #005562"),
                replace(file, "declared-by: [bpbd]", "declared-by: [bpdb]", "must be an agency of agencies.yaml"),
                replace(file, "{beyond: 5", "{beyond: 0", "'beyond' must be a whole number from 1 to 100, but is '0'"),
                replace(file, "confirmed: false", "confirmed: maybe", "'confirmed' must be true or false"));
    }

    static List<Breakage> agencies() {
        String file = "agencies.yaml";
        return List.of(
                replace(file, "id: bpbd", "id: pemadam", "'id' must be unique, but 'pemadam' is there already")
                        .reportedAt(file, "- id: pemadam\n  name: {id: Badan"),
                replace(file, "id: bpbd", "id: BPBD", "'id' must be small letters, digits and single hyphens"),
                replace(file, "  icon: flame\n", "", "the key 'icon' is missing")
                        .reportedAt(file, "- id: pemadam"),
                replace(file, "icon: shield", "icon: shield.svg", "'icon' must be the name of a Lucide icon"),
                replace(
                        file,
                        "name: {id: Kepolisian, en: Police}",
                        "name: Polisi",
                        "'name' must be a list of keys and values"),
                new Breakage(file, text -> "", file, "", "the file is empty"));
    }

    static List<Breakage> categories() {
        String file = "categories/bpbd.yaml";
        return List.of(
                replace(file, "id: pohon-tumbang", "id: begal", "'id' must be unique, but 'begal' is there already"),
                replace(
                        file,
                        "  publishable: true",
                        "  publishable: yes",
                        "'publishable' must be true or false, but is 'yes'"),
                replace(
                        file,
                        "place: required",
                        "place: perhaps",
                        "'place' must be one of required, optional, none, but is 'perhaps'"),
                replace(file, "  photo: optional\n", "", "the key 'photo' is missing")
                        .reportedAt(file, "- id: banjir"),
                replace(file, "proof-photo", "prof-photo", "the key 'prof-photo' is not known here"),
                replace(file, "[banjir,", "[Banjir,", "'words' must be in small letters, but there is 'Banjir'"),
                replace(
                        file,
                        "[banjir,",
                        "[banjir, kebanjiran,",
                        "'words' must be different, but 'kebanjiran' is there twice"),
                replace(
                        file,
                        "resolution: 3 working days",
                        "resolution: 3 weeks",
                        "'resolution' must be a term such as"),
                replace(
                        file,
                        "resolution: 3 working days",
                        "resolution: 0 working days",
                        "'resolution' must be a term such as"),
                replace(file, "first-answer: 15 minutes", "first-answer: 1 working day", "an emergency cannot wait"),
                replace(
                        file,
                        "from: 2025-01-01",
                        "from: 2025-02-30",
                        "'from' must be a date such as 2025-01-31, but is '2025-02-30'"),
                append(
                        file,
                        "    - {from: 2024-06-01, validation: 1 hour, first-answer: 1 hour, resolution: 1 hour}",
                        "'from' must be later than 2025-01-01"),
                replaceAfter(
                                file,
                                "id: banjir",
                                "  deadlines:\n    - {",
                                "  deadlines: []\n  old:\n    - {",
                                "'deadlines' has no entries")
                        .reportedAt(file, "deadlines: []"));
    }

    static List<Breakage> calendar() {
        String hours = "calendar.yaml";
        String days = "holidays.csv";
        return List.of(
                replace(
                        hours,
                        "schedule: ramadan",
                        "schedule: puasa",
                        "'schedule' must be one of the schedules above, but is 'puasa'"),
                replace(hours, "tuesday:", "selasa:", "the key 'selasa' is not known here"),
                replace(
                        hours,
                        "[07:30-12:00",
                        "[7.30-12:00",
                        "'monday' must be hours such as 07:30-12:00, but is '7.30-12:00'"),
                replace(hours, "[07:30-12:00", "[07:30-24:30", "'monday' must be hours such as 07:30-12:00"),
                replace(hours, "13:00-16:00", "11:00-16:00", "'monday' must be in order and apart"),
                replace(hours, "from: 2024-04-10", "from: 2024-02-10", "'from' must be later than 2024-03-12"),
                append(
                        days,
                        "2027-01-01,national,Tahun Baru,New Year,SKB",
                        "'date' must be unique, but 2027-01-01 is there already"),
                append(
                        days,
                        "2028-01-01,liburan,Tahun Baru,New Year,SKB",
                        "'kind' must be one of national, joint-leave, election"),
                append(days, "2028-01-01,national,Tahun Baru,,SKB", "'name_en' is empty"),
                append(days, "01/01/2028,national,Tahun Baru,New Year,SKB", "'date' must be a date such as 2025-01-31"),
                append(days, "2028-01-01,national,\"Tahun\n Baru\",New Year", "there must be 5 cells, but there are 4")
                        .reportedAt(days, "2028-01-01"),
                replace(days, "date,kind", "tanggal,kind", "the columns must be date,kind,name_id,name_en,decree"));
    }

    static List<Breakage> areaList() {
        String file = "areas/wilayah.csv";
        return List.of(
                append(file, "73.71.16.1001,kelurahan,Baru,73.71.16,-5.1,119.4", "there is no kecamatan of this code"),
                append(
                        file,
                        "73.71.01.2001,kelurahan,Baru,73.71.02,-5.1,119.4",
                        "'kode' must begin with that of its kecamatan, 73.71.02"),
                append(
                        file,
                        "737101,kecamatan,Baru,73.71,-5.1,119.4",
                        "'kode' must be a code such as 73.71.01, but is '737101'"),
                append(
                        file,
                        "73.71.01,kecamatan,Mariso,73.71,-5.1,119.4",
                        "'kode' must be unique, but 73.71.01 is there already"),
                append(
                        file,
                        "73.71.01.1099,kelurahan,Baru,73.71.01,-5.1,119.4",
                        "73.71.01.1099 Baru has no polygon in kelurahan.geojson"),
                append(
                        file,
                        "73.71.01.1099,desa,Baru,73.71.01,-5.1,119.4",
                        "'tingkat' must be one of kota, kecamatan, kelurahan"),
                replace(
                        file,
                        "73.71.01,kecamatan,Mariso,73.71,-5.157723",
                        "73.71.01,kecamatan,Mariso,73.71,-5.0",
                        "the point of Mariso does not lie in its polygon"),
                new Breakage(
                        "city.yaml",
                        text -> text.replace("73.71", "73.72"),
                        file,
                        "73.71,kota",
                        "the city is 73.71 here, but 73.72 in city.yaml"));
    }

    static List<Breakage> polygons() {
        String file = "areas/kelurahan.geojson";
        String list = "areas/wilayah.csv";
        return List.of(
                geometry(file, FIRST_KELURAHAN, BOW_TIE, "the polygon is not valid: Self-intersection"),
                geometry(file, FIRST_KELURAHAN, OPEN_RING, "a ring must end where it began"),
                geometry(file, FIRST_KELURAHAN, SWAPPED, "longitude comes first"),
                geometry(file, FIRST_KELURAHAN, THREE_NUMBERS, "each point must have a longitude and a latitude only"),
                geometry(
                        file,
                        FIRST_KELURAHAN,
                        "{\"type\":\"Point\",\"coordinates\":[119.4,-5.1]}",
                        "must be a Polygon or MultiPolygon, but is 'Point'"),
                geometry(file, FIRST_KELURAHAN, FAR_TOO_LARGE, "Mattoangin overlaps 73.71.01.1001 Bontorannu")
                        .reportedAt(list, "73.71.01.1002,"),
                geometry(file, FIRST_KELURAHAN, FAR_TOO_LARGE, "the parts of Mariso cover")
                        .reportedAt(list, "73.71.01,"),
                replace(
                        file,
                        "\"nama\":\"Bontorannu\"",
                        "\"nama\":\"Bontoranu\"",
                        "'nama' is Bontoranu here, but Bontorannu in wilayah.csv"),
                replace(
                                file,
                                FIRST_KELURAHAN,
                                "73.71.01.1002",
                                "'kode' must be unique, but 73.71.01.1002 is there already")
                        .reportedAt(file, "\"73.71.01.1002\",\"nama\":\"Mattoangin\""),
                replace(file, FIRST_KELURAHAN, "73.71.01.1099", "73.71.01.1099 is not a kelurahan of wilayah.csv"),
                replace(file, "\"geometry\":{", "\"geometri\":{", "the feature has no geometry"),
                replace(file, "},\n", "}},\n", "this is not JSON"),
                replace(
                        "areas/daratan-sekitar.geojson",
                        "\"nama\":\"Gowa\"",
                        "\"name\":\"Gowa\"",
                        "the property 'nama' is missing"),
                new Breakage(file, text -> "{}", file, "", "the file has no features"));
    }

    static List<Breakage> places() {
        String file = "places.csv";
        return List.of(
                replace(file, "campus-02", "campus-01", "'id' must be unique, but 'campus-01' is there already")
                        .reportedAt(file, "campus-01,campus,Universitas Islam"),
                replace(file, "campus-01,campus", "campus-01,kampus", "'kind' must be one of police, fire, hospital"),
                replace(file, "-5.134187,119.488079", "-5.134187,119.0", "the position lies outside the city"),
                replace(file, "73.71.14.1003", "73.71.01.1001", "the position lies in 73.71.14.1003 Tamalanrea Indah"),
                replace(file, "confirmed", "sure", "'accuracy' must be one of confirmed, single-source, area-only"));
    }

    @Test
    void all_faults_of_all_files_are_told_at_once_in_the_order_of_the_files() throws IOException {
        replace("agencies.yaml", "icon: flame", "icon: Flame", "").apply(folder);
        replace("city.yaml", "MKS", "M", "").apply(folder);
        replace("city.yaml", "zoom: 12", "zoom: 99", "").apply(folder);
        Files.delete(folder.resolve("places.csv"));
        assertThat(faults()).hasSize(4);
        assertThat(faults().get(0)).contains("agencies.yaml:").contains("'icon'");
        assertThat(faults().get(1)).contains("city.yaml:4:").contains("'tracking-prefix'");
        assertThat(faults().get(2)).contains("city.yaml:8:").contains("'zoom'");
        assertThat(faults().get(3)).isEqualTo(folder.resolve("places.csv") + ": the file is missing");
    }

    @Test
    void an_agency_needs_a_file_of_categories_and_each_file_an_agency() throws IOException {
        Files.move(folder.resolve("categories/bpbd.yaml"), folder.resolve("categories/sar.yaml"));
        assertThat(faults())
                .containsExactly(
                        folder.resolve("categories/bpbd.yaml") + ": the file is missing",
                        folder.resolve("categories/sar.yaml") + ": there is no agency of this name in agencies.yaml");
    }

    @Test
    void a_file_in_another_encoding_is_refused() throws IOException {
        Files.write(folder.resolve("holidays.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 'd', 0});
        assertThat(faults()).containsExactly(folder.resolve("holidays.csv") + ": the file is not UTF-8 text");
    }

    @Test
    void a_folder_that_is_not_there_is_told_by_its_name() {
        Path nowhere = temporary.resolve("nowhere");
        assertThatThrownBy(() -> new CityFolder(nowhere).read())
                .isInstanceOf(BrokenCityException.class)
                .hasMessageContaining(nowhere.toString())
                .hasMessageContaining("city.yaml: the file is missing");
    }

    @Test
    void another_city_is_another_folder() throws IOException {
        Path other = temporary.resolve("kota-lain");
        Files.move(folder, other);
        replace("city.yaml", "MKS", "KTL", "").apply(other);
        City city = new CityFolder(other).read();
        assertThat(city.slug()).isEqualTo("kota-lain");
        assertThat(city.trackingPrefix()).isEqualTo("KTL");
    }

    @Test
    void the_program_ends_with_the_faults_and_nothing_else_to_read() throws IOException {
        replace("city.yaml", "MKS", "M", "").apply(folder);
        assertThatThrownBy(() -> CityAtStart.city(() -> folder))
                .isInstanceOf(ConfigurationException.class)
                .hasNoCause()
                .hasMessageMatching("The city in the folder \\S+ cannot be used\\. Faults: 1\n  \\S+city.yaml:4: .*");
    }

    private List<String> faults() {
        BrokenCityException broken =
                catchThrowableOfType(BrokenCityException.class, () -> new CityFolder(folder).read());
        return String.valueOf(broken.getMessage())
                .lines()
                .skip(1)
                .map(String::strip)
                .toList();
    }
}
