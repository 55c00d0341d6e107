package id.sipakatau.identity.accounts;

import id.sipakatau.city.City;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.identity.citizen.Contact;
import id.sipakatau.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form for a new account, and says what is wrong with it. */
@ApplicationScoped
class StaffForms {

    private final City city;
    private final Page page;

    StaffForms(City city, Page page) {
        this.city = city;
        this.page = page;
    }

    StaffForm empty() {
        return new StaffForm("", "", StaffRole.OPERATOR, null, "", agencies(), Map.of(), null);
    }

    StaffForm read(
            @Nullable String typedName,
            @Nullable String typedUsername,
            @Nullable String chosenRole,
            @Nullable String chosenAgency,
            String typedEmail) {
        var name = typedName == null ? "" : typedName.strip();
        var username = NewStaff.username(typedUsername == null ? "" : typedUsername);
        var role = role(chosenRole);
        var agency = role == StaffRole.OPERATOR ? known(chosenAgency) : null;
        var errors = new LinkedHashMap<String, String>();
        if (!NewStaff.isName(name)) {
            errors.put("name", page.text("staff_name_wrong", NewStaff.LONGEST_NAME));
        }
        if (!NewStaff.isUsername(username)) {
            errors.put("username", page.text("staff_username_wrong"));
        }
        if (role == null) {
            errors.put("role", page.text("staff_role_missing"));
        } else if (role == StaffRole.OPERATOR && agency == null) {
            errors.put("agency", page.text("staff_agency_missing"));
        }
        var contact = Contact.of(typedEmail).filter(Contact::isEmail);
        if (!typedEmail.isBlank() && contact.isEmpty()) {
            errors.put("email", page.text("surel_wrong"));
        }
        var email = contact.map(Contact::address).orElse(typedEmail.strip());
        var person = role == null || !errors.isEmpty() ? null : new NewStaff(username, name, role, agency);
        return new StaffForm(name, username, role, agency, email, agencies(), errors, person);
    }

    /** Name of an agency in the reader's language; its id where the city knows it no longer. */
    @Nullable
    String agencyName(@Nullable String id) {
        return id == null
                ? null
                : city.agency(id).map(agency -> agency.name().in(page.locale())).orElse(id);
    }

    private List<StaffForm.AgencyChoice> agencies() {
        return city.agencies().stream()
                .map(agency ->
                        new StaffForm.AgencyChoice(agency.id(), agency.name().in(page.locale())))
                .toList();
    }

    private @Nullable String known(@Nullable String agency) {
        return agency != null && city.agency(agency).isPresent() ? agency : null;
    }

    private static @Nullable StaffRole role(@Nullable String chosen) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }
}
