package id.sipakatau.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.os.Messenger;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;

/** What the browser is told about messages, and who asks the person. */
@RunWith(RobolectricTestRunner.class)
public class SiteNotificationsTest {

    private final Context context = RuntimeEnvironment.getApplication();
    private final SiteNotifications notifications = Robolectric.setupService(SiteNotifications.class);

    @Test
    public void whether_messages_may_be_shown() {
        allow(true);
        assertThat(check()).isEqualTo(SiteNotifications.ALLOWED);
        allow(false);
        assertThat(check()).isEqualTo(SiteNotifications.TO_BE_ASKED);
    }

    @Test
    public void the_person_is_asked_by_the_app_and_the_browser_is_told() {
        allow(false);
        Bundle answer = command(SiteNotifications.ASK);
        PendingIntent question = answer.getParcelable(SiteNotifications.QUESTION);
        Intent intent = shadowOf(question).getSavedIntent();
        assertThat(intent.getComponent()).isEqualTo(new ComponentName(context, NotificationQuestion.class));

        List<Integer> told = new ArrayList<>();
        Messenger browser = new Messenger(new Handler(Looper.getMainLooper(), message -> {
            told.add(message.getData().getInt(SiteNotifications.STATUS));
            return true;
        }));
        intent.putExtra(NotificationQuestion.ANSWER_TO, browser);
        NotificationQuestion asking = Robolectric.buildActivity(NotificationQuestion.class, intent)
                .setup()
                .get();
        assertThat(shadowOf(asking).getLastRequestedPermission().requestedPermissions)
                .containsExactly(Manifest.permission.POST_NOTIFICATIONS);
        asking.onRequestPermissionsResult(
                0, new String[] {Manifest.permission.POST_NOTIFICATIONS}, new int[] {PackageManager.PERMISSION_DENIED});
        shadowOf(Looper.getMainLooper()).idle();
        assertThat(told).containsExactly(SiteNotifications.BLOCKED);
        assertThat(asking.isFinishing()).isTrue();
        assertThat(check()).isEqualTo(SiteNotifications.BLOCKED);
    }

    @Test
    public void other_commands_are_none_of_its_business() {
        assertThat(command("startLocation").getBoolean(SiteNotifications.SUCCESS))
                .isFalse();
        assertThat(notifications
                        .onExtraCommand(SiteNotifications.CHECK, new Bundle(), null)
                        .getBoolean(SiteNotifications.SUCCESS))
                .isFalse();
    }

    private void allow(boolean allowed) {
        shadowOf(context.getSystemService(NotificationManager.class)).setNotificationsEnabled(allowed);
    }

    private int check() {
        Bundle answer = command(SiteNotifications.CHECK);
        assertThat(answer.getBoolean(SiteNotifications.SUCCESS)).isTrue();
        return answer.getInt(SiteNotifications.STATUS);
    }

    private Bundle command(String name) {
        Bundle arguments = new Bundle();
        arguments.putString(SiteNotifications.CHANNEL, "Kabar pengaduan");
        return notifications.onExtraCommand(name, arguments, null);
    }
}
