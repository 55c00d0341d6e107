package id.sipakatau.handling.notes;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Takes a note that the person who is signed in has typed. */
@RequestScoped
class NoteForm {

    private final Notes notes;
    private final Visitor visitor;
    private final Page page;

    NoteForm(Notes notes, Visitor visitor, Page page) {
        this.notes = notes;
        this.visitor = visitor;
        this.page = page;
    }

    /**
     * Keeps the note and leads back.
     *
     * @param agency whose people read it
     * @param back path of the page, with {@code {number}} in it
     * @throws Problem 422 with what was typed, if it is nothing or too long
     */
    Response written(Complaint complaint, String agency, String typed, String back) {
        var address = UriBuilder.fromPath(back).build(complaint.trackingNumber());
        // A form sends a line break as two characters; it counts once.
        var words = typed.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > Notes.LONGEST) {
            throw new Problem(422, "handling_note_wrong", Notes.LONGEST)
                    .back(address.toString())
                    .keeping(typed);
        }
        notes.write(complaint.id(), agency, visitor.actor(), words);
        page.leaveNotice("handling_note_kept");
        return Response.seeOther(address).build();
    }
}
