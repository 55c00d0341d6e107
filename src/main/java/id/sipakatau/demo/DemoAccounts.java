package id.sipakatau.demo;

import id.sipakatau.city.City;
import id.sipakatau.demo.story.Cast;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The accounts with which anybody can look around in a demo: one administrator, one operator and one head an agency, the
 * mayor. */
@ApplicationScoped
class DemoAccounts {

    static final String ADMINISTRATOR = "admin";
    static final String MAYOR = "walikota";
    /** Before the agency's name. */
    static final String HEAD = "kepala-";

    /** The same for all of them, and no secret: it is printed at every start of a demo. */
    static final String PASSWORD = "sipakatau-demo";

    private final City city;
    private final Staff staff;

    DemoAccounts(City city, Staff staff) {
        this.city = city;
        this.staff = staff;
    }

    /** Opens them; operators have the names of their agencies. */
    Cast open(Handle transaction) {
        var hash = staff.hash(PASSWORD);
        var administrator =
                staff.addDemo(transaction, NewStaff.administrator(ADMINISTRATOR, "Administrator Pengaduan"), hash);
        staff.addDemo(transaction, NewStaff.mayor(MAYOR, "Wali Kota"), hash);
        var operators = new HashMap<String, UUID>();
        var heads = new HashMap<String, UUID>();
        for (var agency : city.agencies()) {
            var person = NewStaff.operator(
                    agency.id(), "Operator " + agency.shortName().id(), agency.id());
            operators.put(agency.id(), staff.addDemo(transaction, person, hash));
            var head = NewStaff.head(
                    HEAD + agency.id(), "Kepala " + agency.shortName().id(), agency.id());
            heads.put(agency.id(), staff.addDemo(transaction, head, hash));
        }
        return new Cast(administrator, operators, heads);
    }

    List<String> usernames() {
        var names = new ArrayList<String>();
        names.add(ADMINISTRATOR);
        city.agencies().forEach(agency -> names.add(agency.id()));
        city.agencies().forEach(agency -> names.add(HEAD + agency.id()));
        names.add(MAYOR);
        return names;
    }
}
