package id.sipakatau.launch;

/** The command line asks for something that does not exist. */
final class WrongUsage extends LaunchFailure {

    WrongUsage(String indonesian, String english) {
        super(indonesian, english);
    }
}
