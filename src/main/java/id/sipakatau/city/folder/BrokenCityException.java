package id.sipakatau.city.folder;

import id.sipakatau.city.reading.Faults;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A city's folder has faults. The message names all of them, each with file and line, one below the other. */
public final class BrokenCityException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenCityException(Path folder, Faults faults) {
        super(faults.all().stream()
                .map(fault -> "  " + fault)
                .collect(Collectors.joining(
                        "\n",
                        "The city in the folder " + folder + " cannot be used. Faults: "
                                + faults.all().size() + "\n",
                        "")));
    }
}
