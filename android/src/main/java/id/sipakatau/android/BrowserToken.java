package id.sipakatau.android;

import android.content.Context;
import android.content.SharedPreferences;
import android.util.Base64;
import androidx.browser.trusted.Token;
import androidx.browser.trusted.TokenStore;

/** Which browser, by its signature, was last trusted with the site. */
final class BrowserToken implements TokenStore {

    private static final String KEY = "browser";

    private final SharedPreferences store;

    BrowserToken(Context context) {
        store = context.getSharedPreferences("trust", Context.MODE_PRIVATE);
    }

    @Override
    public void store(Token token) {
        if (token == null) {
            store.edit().remove(KEY).apply();
        } else {
            store.edit()
                    .putString(KEY, Base64.encodeToString(token.serialize(), Base64.NO_WRAP))
                    .apply();
        }
    }

    @Override
    public Token load() {
        String kept = store.getString(KEY, null);
        return kept == null ? null : Token.deserialize(Base64.decode(kept, Base64.NO_WRAP));
    }
}
