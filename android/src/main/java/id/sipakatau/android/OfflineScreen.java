package id.sipakatau.android;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.content.res.ColorStateList;
import android.net.Uri;
import android.os.Build;
import android.util.TypedValue;
import android.view.Gravity;
import android.view.View;
import android.widget.Button;
import android.widget.LinearLayout;
import android.widget.ScrollView;
import android.widget.TextView;

/**
 * What stands where a page does not come and the site has not kept it either, as on the very first start without a network:
 * what was kept, how to go on, and the emergency numbers, which work without the internet.
 */
final class OfflineScreen {

    private final Activity activity;
    private final View page;
    private final ScrollView view;
    private final TextView title;

    /** @param page what it stands in place of */
    OfflineScreen(Activity activity, View page, Runnable retry) {
        this.activity = activity;
        this.page = page;
        view = new ScrollView(activity);
        view.setBackgroundColor(activity.getColor(R.color.paper));
        view.setFillViewport(true);
        LinearLayout column = new LinearLayout(activity);
        column.setOrientation(LinearLayout.VERTICAL);
        column.setGravity(Gravity.CENTER_VERTICAL);
        column.setPadding(units(24), units(24), units(24), units(24));
        title = words(column, R.string.offline_title, 24);
        if (Build.VERSION.SDK_INT >= 28) {
            title.setAccessibilityHeading(true);
        }
        title.setAccessibilityLiveRegion(View.ACCESSIBILITY_LIVE_REGION_POLITE);
        words(column, R.string.offline_text, 17);
        button(column, activity.getString(R.string.offline_retry), retry);
        words(column, R.string.offline_call, 17);
        String[] numbers = activity.getResources().getStringArray(R.array.emergency_numbers);
        String[] names = activity.getResources().getStringArray(R.array.emergency_names);
        for (int i = 0; i < numbers.length; i++) {
            String number = numbers[i];
            button(column, number + " · " + names[i], () -> call(number));
        }
        view.addView(column);
        view.setVisibility(View.GONE);
    }

    View view() {
        return view;
    }

    void show() {
        view.setVisibility(View.VISIBLE);
        page.setVisibility(View.INVISIBLE); // for screen readers too
    }

    void hide() {
        view.setVisibility(View.GONE);
        page.setVisibility(View.VISIBLE);
    }

    private TextView words(LinearLayout column, int text, int size) {
        TextView words = new TextView(activity);
        words.setText(text);
        words.setTextSize(TypedValue.COMPLEX_UNIT_SP, size);
        words.setTextColor(activity.getColor(R.color.ink));
        words.setPadding(0, units(12), 0, units(12));
        column.addView(words);
        return words;
    }

    private void button(LinearLayout column, String text, Runnable pressed) {
        Button button = new Button(activity);
        button.setText(text);
        button.setAllCaps(false);
        button.setMinHeight(units(56));
        button.setTextSize(TypedValue.COMPLEX_UNIT_SP, 17);
        button.setTextColor(activity.getColor(R.color.paper));
        button.setBackgroundTintList(ColorStateList.valueOf(activity.getColor(R.color.ink)));
        button.setOnClickListener(source -> pressed.run());
        column.addView(button);
    }

    /** Opens the telephone with the number typed in; the person calls. */
    private void call(String number) {
        try {
            activity.startActivity(new Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)));
        } catch (ActivityNotFoundException e) {
            title.setText(R.string.no_app);
        }
    }

    private int units(int dp) {
        return Math.round(TypedValue.applyDimension(
                TypedValue.COMPLEX_UNIT_DIP, dp, activity.getResources().getDisplayMetrics()));
    }
}
