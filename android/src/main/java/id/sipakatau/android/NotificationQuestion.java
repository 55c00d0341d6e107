package id.sipakatau.android;

import android.Manifest;
import android.app.Activity;
import android.app.NotificationManager;
import android.content.Context;
import android.content.SharedPreferences;
import android.content.pm.PackageManager;
import android.os.Build;
import android.os.Bundle;
import android.os.Message;
import android.os.Messenger;
import android.os.RemoteException;
import android.util.Log;

/** Asks whether the app may show messages, and tells the browser. Nothing of it is to be seen but Android's own question. */
public final class NotificationQuestion extends Activity {

    static final String ANSWER_TO = "messenger";

    private static final String ASKED = "asked";

    /** Android asks but once or twice; afterwards only the phone's settings help. */
    static boolean canBeAsked(Context context) {
        return Build.VERSION.SDK_INT >= 33
                && context.checkSelfPermission(Manifest.permission.POST_NOTIFICATIONS)
                        != PackageManager.PERMISSION_GRANTED
                && !memory(context).getBoolean(ASKED, false);
    }

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        if (Build.VERSION.SDK_INT < 33) {
            answer();
        } else if (saved == null) {
            requestPermissions(new String[] {Manifest.permission.POST_NOTIFICATIONS}, 0);
        }
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] permissions, int[] results) {
        if (results.length > 0) {
            memory(this).edit().putBoolean(ASKED, true).apply();
        }
        answer();
    }

    private void answer() {
        Messenger browser = getIntent().getParcelableExtra(ANSWER_TO);
        if (browser != null) {
            boolean allowed = getSystemService(NotificationManager.class).areNotificationsEnabled();
            Message message = new Message();
            message.getData()
                    .putInt(SiteNotifications.STATUS, allowed ? SiteNotifications.ALLOWED : SiteNotifications.BLOCKED);
            try {
                browser.send(message);
            } catch (RemoteException e) {
                Log.w("Sipakatau", "The browser has gone; it asks again when it needs to know", e);
            }
        }
        finish();
    }

    private static SharedPreferences memory(Context context) {
        return context.getSharedPreferences("notifications", Context.MODE_PRIVATE);
    }
}
