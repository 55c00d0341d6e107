package id.sipakatau.launch;

/** The command line asks for something that does not exist. */
public final class WrongUsage extends LaunchFailure {

    /** Says so in both languages. */
    public WrongUsage(String indonesian, String english) {
        super(indonesian, english);
    }
}
