package id.sipakatau.android;

import android.Manifest;
import android.app.Activity;
import android.content.pm.PackageManager;
import android.util.SparseArray;
import java.util.function.Consumer;

/** Asks the person for what Android wants them to be asked, at the moment when it is needed and never before. */
final class Permissions {

    static final String[] CAMERA = {Manifest.permission.CAMERA};
    /** An approximate position is enough: the pin can be moved. */
    static final String[] LOCATION = {
        Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION
    };

    private final Activity activity;
    private final SparseArray<Consumer<Boolean>> open = new SparseArray<>();
    private int last = 100;

    Permissions(Activity activity) {
        this.activity = activity;
    }

    /** Tells whether one of the permissions is granted, after having asked if none is. */
    void ask(String[] names, Consumer<Boolean> then) {
        for (String name : names) {
            if (activity.checkSelfPermission(name) == PackageManager.PERMISSION_GRANTED) {
                then.accept(true);
                return;
            }
        }
        last++;
        open.put(last, then);
        activity.requestPermissions(names, last);
    }

    /** To be called with the activity's answer. */
    void answered(int code, int[] results) {
        Consumer<Boolean> then = open.get(code);
        open.remove(code);
        if (then == null) {
            return;
        }
        boolean granted = false;
        for (int result : results) {
            granted |= result == PackageManager.PERMISSION_GRANTED;
        }
        then.accept(granted);
    }
}
