package id.sipakatau.identity;

/** What somebody does in the city's administration. */
public enum StaffRole {
    ADMINISTRATOR(Roles.ADMINISTRATOR, "/admin"),
    OPERATOR(Roles.OPERATOR, "/operator"),
    MAYOR(Roles.MAYOR, "/");

    private final String id;
    private final String home;

    StaffRole(String id, String home) {
        this.id = id;
        this.home = home;
    }

    /** Name of the role in {@link Roles}. */
    public String id() {
        return id;
    }

    /** Path of the page where the work of this role begins. */
    public String home() {
        return home;
    }
}
