package id.sipakatau.alerting.subscription;

import id.sipakatau.identity.AccountErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;

/** Ends what is sent to the addresses of somebody who deletes their account. */
@ApplicationScoped
class Farewell {

    void forget(@Observes AccountErased erased) {
        erased.transaction()
                .createUpdate(
                        "DELETE FROM subscription WHERE channel = 'EMAIL' AND lower(target) = ANY (:addresses)") // index subscription_address
                .bindArray(
                        "addresses",
                        String.class,
                        erased.addresses().stream()
                                .map(address -> address.toLowerCase(Locale.ROOT))
                                .toArray())
                .execute();
    }
}
