package id.sipakatau.android;

import android.content.ContentResolver;
import android.net.Uri;
import android.util.Log;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;
import android.webkit.WebView;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * Gives a WebView what was shared with the app. A WebView can send no files by itself, so a script in a page of the site
 * fetches them from addresses that only this app answers, and sends the form that a browser would have sent.
 */
final class SharedIntoPage {

    /** Below this path of the site lie the shared photos, by their number. The server has nothing there. */
    static final String FOLDER = "/.aplikasi/foto/";

    private static final String SCRIPT = """
            (async shared => {
              try {
                const transfer = new DataTransfer();
                for (const photo of shared.photos) {
                  const answer = await fetch(photo.address);
                  if (!answer.ok) throw new Error(photo.address);
                  transfer.items.add(new File([await answer.blob()], photo.name, { type: photo.type }));
                }
                const form = document.createElement("form");
                form.hidden = true;
                form.method = "post";
                form.enctype = "multipart/form-data";
                form.action = shared.action;
                const add = (name, type) => {
                  const field = document.createElement("input");
                  field.name = name;
                  field.type = type;
                  form.append(field);
                  return field;
                };
                for (const [name, words] of Object.entries(shared.words)) if (words) add(name, "text").value = words;
                if (transfer.files.length > 0) {
                  const field = add(shared.field, "file");
                  field.multiple = true;
                  field.files = transfer.files;
                }
                document.body.append(form);
                // The site's worker takes what is sent; after the very first start it needs a moment to be there.
                const patience = new Promise(done => setTimeout(done, 10000));
                if (navigator.serviceWorker) await Promise.race([navigator.serviceWorker.ready, patience]);
                form.submit();
              } catch (failure) {
                location.href = "/lapor";
              }
            })(%s)""";

    private final WebActivity activity;
    private final Site site;
    private final Shared shared;
    private boolean waiting;

    SharedIntoPage(WebActivity activity, Site site, Shared shared) {
        this.activity = activity;
        this.site = site;
        this.shared = shared;
        this.waiting = !shared.isNothing();
    }

    /** Whether there is something that no page has been given yet. */
    boolean isWaiting() {
        return waiting;
    }

    /** Gives it to the page of the site that is shown, once. */
    void give(WebView web) {
        waiting = false;
        web.evaluateJavascript(script(), null);
    }

    String script() {
        try {
            JSONArray photos = new JSONArray();
            for (int i = 0; i < shared.photos().size(); i++) {
                String type = type(shared.photos().get(i));
                photos.put(new JSONObject()
                        .put("address", FOLDER + i)
                        .put("name", "foto-" + (i + 1) + "." + type.substring(type.indexOf('/') + 1))
                        .put("type", type));
            }
            JSONObject all = new JSONObject()
                    .put("action", Shared.ACTION)
                    .put("field", Shared.PHOTOS)
                    .put("photos", photos)
                    .put(
                            "words",
                            new JSONObject().put(Shared.TITLE, shared.title()).put(Shared.TEXT, shared.text()));
            return String.format(SCRIPT, all);
        } catch (JSONException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The photo at an address below {@link #FOLDER}; null for every other address. */
    WebResourceResponse answer(WebResourceRequest request) {
        Uri address = request.getUrl();
        String path = address.getPath();
        if (!site.owns(address) || path == null || !path.startsWith(FOLDER)) {
            return null;
        }
        String number = path.substring(FOLDER.length());
        List<Uri> photos = shared.photos();
        if (!number.matches("[0-9]{1,2}") || Integer.parseInt(number) >= photos.size()) {
            return refusal();
        }
        Uri photo = photos.get(Integer.parseInt(number));
        try {
            InputStream content = activity.getContentResolver().openInputStream(photo);
            if (content != null) {
                return new WebResourceResponse(
                        type(photo), null, 200, "OK", Map.of("Cache-Control", "no-store"), content);
            }
        } catch (IOException | SecurityException e) {
            Log.w("Sipakatau", "A shared photo cannot be read", e);
        }
        activity.runOnUiThread(() -> activity.say(R.string.share_failed));
        return refusal();
    }

    private static WebResourceResponse refusal() {
        return new WebResourceResponse(
                "text/plain", "utf-8", 404, "Not Found", Map.of(), new ByteArrayInputStream(new byte[0]));
    }

    private String type(Uri photo) {
        ContentResolver resolver = activity.getContentResolver();
        String type = resolver.getType(photo);
        return type != null && type.matches("image/[a-z0-9.+-]+") ? type : "image/jpeg";
    }
}
