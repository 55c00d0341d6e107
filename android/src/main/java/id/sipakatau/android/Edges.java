package id.sipakatau.android;

import android.graphics.Insets;
import android.os.Build;
import android.view.View;
import android.view.WindowInsets;

/** Apps for Android 15 and later are drawn under the phone's bars, its camera hole and the keyboard; a page must not be. */
final class Edges {

    private Edges() {}

    static void keepClear(View screen) {
        if (Build.VERSION.SDK_INT < 30) {
            return; // the window ends at the bars by itself
        }
        screen.setOnApplyWindowInsetsListener((view, insets) -> {
            Insets covered = insets.getInsets(
                    WindowInsets.Type.systemBars() | WindowInsets.Type.displayCutout() | WindowInsets.Type.ime());
            view.setPadding(covered.left, covered.top, covered.right, covered.bottom);
            return WindowInsets.CONSUMED;
        });
    }
}
