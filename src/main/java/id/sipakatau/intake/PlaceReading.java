package id.sipakatau.intake;

import static id.sipakatau.intake.TypedText.length;
import static id.sipakatau.intake.TypedText.line;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import id.sipakatau.city.Requirement;
import id.sipakatau.city.Whereabouts;
import id.sipakatau.complaint.Place;
import id.sipakatau.complaint.PositionSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where it is: a position within the city, else an area by name, else nothing where the category allows that. */
final class PlaceReading {

    private final FilingForm form;
    private final City city;
    private final @Nullable Requirement wanted;
    private final List<Fault> faults;

    /** @param kind none, like the category, where the form does not tell */
    PlaceReading(FilingForm form, City city, @Nullable Kind kind, @Nullable Category category, List<Fault> faults) {
        this.form = form;
        this.city = city;
        this.wanted = kind == null || category == null ? null : kind.place(category);
        this.faults = faults;
    }

    /** The place as far as it could be read; what is wrong with it was added to the faults. */
    Place place() {
        if (wanted == Requirement.NONE) {
            return Place.UNKNOWN;
        }
        var source = source();
        return switch (source) {
            case GPS, PIN -> atPosition(source);
            case AREA -> inArea();
            case NONE -> nowhere();
        };
    }

    private PositionSource source() {
        var typed = line(form.positionSource());
        for (var source : PositionSource.values()) {
            if (source.name().equals(typed)) {
                return source;
            }
        }
        if (!typed.isEmpty()) {
            faults.add(Fault.at("positionSource", "lapor_fault_source"));
        }
        if (!line(form.latitude()).isEmpty() || !line(form.longitude()).isEmpty()) {
            return PositionSource.PIN;
        }
        return line(form.kelurahan()).isEmpty() ? PositionSource.NONE : PositionSource.AREA;
    }

    private Place atPosition(PositionSource source) {
        var position = position();
        if (position == null) {
            faults.add(Fault.at("position", "lapor_fault_position"));
            return Place.UNKNOWN;
        }
        var accuracy = source == PositionSource.GPS ? number(form.accuracy()) : null;
        return switch (city.areas().locate(position)) {
            case Whereabouts.Inside(Kelurahan k) -> new Place(position, accuracy, source, address(), k.code());
            case Whereabouts.Near(Kelurahan k, double _) -> new Place(position, accuracy, source, address(), k.code());
            case Whereabouts.Outside(var regency) -> {
                faults.add(
                        regency.isPresent()
                                ? Fault.at("position", "lapor_fault_outside_in", regency.get())
                                : Fault.at("position", "lapor_fault_outside"));
                yield Place.UNKNOWN;
            }
        };
    }

    private Place inArea() {
        var typed = line(form.kelurahan());
        var kelurahan = city.areas().kelurahan(typed);
        if (kelurahan.isEmpty()) {
            faults.add(Fault.at("kelurahan", typed.isEmpty() ? "lapor_fault_place" : "lapor_fault_kelurahan"));
        }
        return new Place(null, null, PositionSource.AREA, address(), typed);
    }

    private Place nowhere() {
        if (wanted == Requirement.REQUIRED) {
            faults.add(Fault.at("kelurahan", "lapor_fault_place"));
        }
        return new Place(null, null, PositionSource.NONE, address(), null);
    }

    private String address() {
        var text = line(form.address());
        if (length(text) > Place.LONGEST_ADDRESS) {
            faults.add(Fault.at("address", "lapor_fault_address_long", Place.LONGEST_ADDRESS, length(text)));
        }
        return text;
    }

    private @Nullable Position position() {
        var latitude = number(form.latitude());
        var longitude = number(form.longitude());
        if (latitude == null || longitude == null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
            return null;
        }
        return new Position(latitude, longitude);
    }

    /** A plain decimal number; a browser says no other. */
    private static @Nullable Double number(@Nullable String typed) {
        var text = line(typed);
        return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,20})?") ? Double.valueOf(text) : null;
    }
}
