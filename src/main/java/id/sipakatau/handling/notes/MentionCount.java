package id.sipakatau.handling.notes;

import id.sipakatau.handling.agency.OwnCases;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** How many unread notes call the operator who is signed in, for the navigation: <code>{cdi:disebut.count}</code>. */
@Named("disebut")
@RequestScoped
public class MentionCount {

    private final Notes notes;
    private final OwnCases own;

    MentionCount(Notes notes, OwnCases own) {
        this.notes = notes;
        this.own = own;
    }

    public long count() {
        return notes.unread(own.operator(), own.agency());
    }
}
