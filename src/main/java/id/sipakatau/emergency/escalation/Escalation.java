package id.sipakatau.emergency.escalation;

import id.sipakatau.city.City;
import id.sipakatau.city.EmergencyRules;
import id.sipakatau.emergency.EmergencyCalls;
import id.sipakatau.emergency.roster.Duty;
import id.sipakatau.emergency.roster.Roster;
import id.sipakatau.identity.StaffMail;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Nobody has seen a call in the city's seconds: the alarm grows louder and others are summoned, level by level. Each level
 * is one transaction with its journal row and its summons, taken by a row lock: whoever dies in it leaves it to another
 * node as if it had not begun.
 */
@ApplicationScoped
class Escalation {

    private final Jdbi jdbi;
    private final City city;
    private final Journal journal;
    private final Roster roster;
    private final InstantSource clock;

    Escalation(Jdbi jdbi, City city, Journal journal, Roster roster, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.journal = journal;
        this.roster = roster;
        this.clock = clock;
    }

    private record Due(
            UUID complaintId,
            String agency,
            int level,
            @Nullable UUID crowd) {}

    /** Takes one call that is due to its next level; returns false if none is, or another node has it in hand. */
    boolean next() {
        return jdbi.inTransaction(transaction -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var due = transaction
                    .createQuery("""
                            SELECT e.complaint_id, c.agency, e.level, e.crowd
                            FROM emergency_call e JOIN agency_complaint c ON c.id = e.complaint_id
                            WHERE e.state = 'RECEIVED' AND e.next_level_at <= :now
                            ORDER BY e.crowd IS NOT NULL, e.next_level_at LIMIT 1
                            FOR UPDATE OF e SKIP LOCKED
                            """) // index emergency_call_unseen
                    .bind("now", now)
                    .mapTo(Due.class)
                    .findOne();
            due.ifPresent(call -> raise(transaction, call, now));
            return due.isPresent();
        });
    }

    private void raise(Handle transaction, Due call, Instant now) {
        var rules = city.emergency();
        var level = call.level + 1;
        var step = rules.then().get(Math.min(call.level, rules.then().size() - 1));
        var last = level >= rules.then().size();
        transaction
                .createUpdate("""
                        UPDATE emergency_call SET level = :level, next_level_at = :next WHERE complaint_id = :id
                        """)
                .bind("level", level)
                .bind("next", last ? null : now.plus(rules.seenWithin()))
                .bind("id", call.complaintId)
                .execute();
        if (call.crowd == null || isFirstOfCrowd(transaction, call, level)) {
            summon(transaction, call, step, now);
        }
        var facts = Map.<String, Object>of("agency", call.agency, "level", level, "to", step.name());
        journal.append(
                transaction, new Entry(call.complaintId, now, EmergencyCalls.ESCALATED, Actor.SYSTEM, facts, Map.of()));
    }

    /** Of a crowd one call tells of all: hundreds of messages would be read by nobody. */
    private static boolean isFirstOfCrowd(Handle transaction, Due call, int level) {
        // Calls of one crowd wait for each other, so that of two nodes only one finds none before its own.
        transaction
                .createQuery("SELECT pg_advisory_xact_lock(hashtext('emergency crowd ' || CAST(:crowd AS text)))")
                .bind("crowd", call.crowd)
                .mapToMap()
                .one();
        return transaction
                .createQuery("""
                        SELECT NOT EXISTS (
                            SELECT FROM emergency_call
                            WHERE crowd = :crowd AND state = 'RECEIVED' AND level >= :level AND complaint_id <> :id)
                        """) // index emergency_call_crowd
                .bind("crowd", call.crowd)
                .bind("level", level)
                .bind("id", call.complaintId)
                .mapTo(Boolean.class)
                .one();
    }

    /** Each address once; heads are called where their account says, also those who don't stand in the roster. */
    private void summon(Handle transaction, Due call, EmergencyRules.Step step, Instant now) {
        var people = summoned(roster.on(transaction, call.agency, now), step);
        var letters = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        people.stream().map(Duty::email).filter(Objects::nonNull).forEach(letters::add);
        if (step != EmergencyRules.Step.NEXT_ON_DUTY) {
            letters.addAll(StaffMail.heads(transaction, call.agency));
        }
        people.stream()
                .map(Duty::telephone)
                .distinct()
                .forEach(number -> summon(transaction, call, "SMS", number, now));
        letters.forEach(address -> summon(transaction, call, "EMAIL", address, now));
    }

    /** The first on duty had the alarm; the next is whoever else there is. */
    static List<Duty> summoned(List<Duty> on, EmergencyRules.Step step) {
        return switch (step) {
            case NEXT_ON_DUTY -> {
                var people = on.stream().filter(person -> !person.lead()).toList();
                yield people.size() > 1 ? people.subList(1, people.size()) : people;
            }
            case HEAD -> {
                var leads = on.stream().filter(Duty::lead).toList();
                // Where nobody leads, the others are called again: a step must not pass in silence.
                yield leads.isEmpty() ? on : leads;
            }
            case EVERYBODY -> on;
        };
    }

    private static void summon(Handle transaction, Due call, String channel, String address, Instant now) {
        transaction
                .createUpdate("""
                        INSERT INTO emergency_summons (complaint_id, channel, address, next_try_at)
                        VALUES (:id, :channel, :address, :now)
                        """)
                .bind("id", call.complaintId)
                .bind("channel", channel)
                .bind("address", address)
                .bind("now", now)
                .execute();
    }
}
