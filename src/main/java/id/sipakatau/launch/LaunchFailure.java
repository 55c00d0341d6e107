package id.sipakatau.launch;

import org.jspecify.annotations.Nullable;

/** The program can't start, for a reason that the person at the terminal can understand; said in both languages. */
public sealed class LaunchFailure extends RuntimeException permits WrongUsage {

    public LaunchFailure(String indonesian, String english) {
        this(indonesian, english, null);
    }

    public LaunchFailure(String indonesian, String english, @Nullable Throwable cause) {
        super(indonesian + System.lineSeparator() + english, cause);
    }
}
