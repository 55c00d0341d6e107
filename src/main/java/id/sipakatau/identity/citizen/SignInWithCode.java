package id.sipakatau.identity.citizen;

import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.signin.Device;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Lets citizens in who can read what is sent to their address. Up to the right code everybody gets the same, since nothing
 * here looks for an account before.
 */
@ApplicationScoped
class SignInWithCode {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");

    private final Jdbi jdbi;
    private final Codes codes;
    private final CodeLimits limits;
    private final CodeDelivery delivery;
    private final CitizenAccounts accounts;
    private final AccountSessions sessions;

    SignInWithCode(
            Jdbi jdbi,
            Codes codes,
            CodeLimits limits,
            CodeDelivery delivery,
            CitizenAccounts accounts,
            AccountSessions sessions) {
        this.jdbi = jdbi;
        this.codes = codes;
        this.limits = limits;
        this.delivery = delivery;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    sealed interface Asked {
        /** @param holder for the cookie of the browser that asked */
        record Sent(SecretToken holder) implements Asked {}

        record Wait(Duration time) implements Asked {}
    }

    sealed interface Typed {
        record Welcome(SecretToken session, Optional<String> wanted) implements Typed {}

        /** The code was right; the consent text has to be read first. */
        record ConsentWanted() implements Typed {}

        /** The address is the account's now. */
        record Added() implements Typed {}

        /** The address is another account's. */
        record Elsewhere() implements Typed {}

        record Wrong() implements Typed {}

        /** Another code has to be asked for. */
        record Dead() implements Typed {}

        record Wait(Duration time) implements Typed {}
    }

    /** @param account the account that the address is to be added to; null to sign in */
    Asked ask(Contact contact, @Nullable UUID account, @Nullable String wanted, Device device, Locale language) {
        var wait = limits.takeCode(contact, device);
        if (wait.isPresent()) {
            return new Asked.Wait(wait.get());
        }
        var fresh = codes.make(Codes.Request.of(contact, account, wanted));
        delivery.send(contact, fresh.code(), language);
        return new Asked.Sent(fresh.holder());
    }

    /** @param signedIn whoever is signed in now: an address is added only to the account that asked for it */
    Typed type(SecretToken holder, @Nullable String typed, Optional<UUID> signedIn, Device device) {
        var request = codes.waiting(holder).orElse(null);
        if (request == null || !request.isFor(signedIn)) {
            return new Typed.Dead();
        }
        var code = BETWEEN.matcher(typed == null ? "" : typed).replaceAll("");
        if (!SIX_DIGITS.matcher(code).matches()) {
            return new Typed.Wrong();
        }
        var wait = limits.takeGuess(request.contact(), device);
        if (wait.isPresent()) {
            return new Typed.Wait(wait.get());
        }
        return switch (codes.check(holder, code)) {
            case DEAD -> new Typed.Dead();
            case WRONG -> codes.waiting(holder).isPresent() ? new Typed.Wrong() : new Typed.Dead();
            case RIGHT -> {
                limits.giveGuessBack(request.contact(), device);
                yield jdbi.inTransaction(transaction -> use(transaction, holder, request, device));
            }
        };
    }

    private Typed use(Handle transaction, SecretToken holder, Codes.Request request, Device device) {
        if (request.account() != null) {
            codes.forget(transaction, holder);
            return accounts.add(transaction, request.account(), request.contact())
                    ? new Typed.Added()
                    : new Typed.Elsewhere();
        }
        var account = accounts.find(transaction, request.contact());
        if (account.isEmpty() || !accounts.hasAgreed(transaction, account.get())) {
            return new Typed.ConsentWanted();
        }
        codes.forget(transaction, holder);
        return new Typed.Welcome(
                sessions.open(transaction, account.get(), device), Optional.ofNullable(request.wanted()));
    }

    /** Opens the account of whoever has typed the right code and agrees; empty when that was too long ago. */
    Optional<Typed.Welcome> agree(SecretToken holder, Device device, Locale language) {
        return jdbi.inTransaction(transaction -> codes.proven(transaction, holder)
                .filter(request -> request.account() == null)
                .map(request -> {
                    codes.forget(transaction, holder);
                    var account = accounts.open(transaction, request.contact());
                    accounts.agree(transaction, account, language.getLanguage());
                    return new Typed.Welcome(
                            sessions.open(transaction, account, device), Optional.ofNullable(request.wanted()));
                }));
    }
}
