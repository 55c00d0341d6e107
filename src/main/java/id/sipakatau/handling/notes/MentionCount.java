package id.sipakatau.handling.notes;

import id.sipakatau.identity.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** How many unread notes call the operator who is signed in, for the navigation: <code>{cdi:disebut.count}</code>. */
@Named("disebut")
@RequestScoped
public class MentionCount {

    private final Notes notes;
    private final Visitor visitor;

    MentionCount(Notes notes, Visitor visitor) {
        this.notes = notes;
        this.visitor = visitor;
    }

    public long count() {
        return notes.unread(visitor.staff().account());
    }
}
