package id.sipakatau.complaint;

/** Something was asked of a complaint that its state or the actor's rights do not allow. Nothing was changed. */
public class IllegalTransition extends RuntimeException {

    public enum Why {
        /** The actor's role may never do this. */
        NOT_YOUR_ROLE,
        /** An operator reached for a complaint of another agency. */
        ANOTHER_AGENCY,
        /** The complaint's state does not allow it. */
        WRONG_STATE,
        /** The period for it is over. */
        TOO_LATE,
        /** A category or agency that the city does not have, or that does not fit. */
        UNKNOWN_CATEGORY,
        /** The agency that it is handed to gave it away before: the administrator has to say whose it is. */
        GIVEN_AWAY,
        /** That agency has the complaint, or a part of it that is not done. */
        ALREADY_INVOLVED,
        /** An agency that is involved is not done with its part. */
        PARTS_OPEN,
        /** This is done with the whole complaint, never with a part of it. */
        PART,
        /** The reporter is asked by the agency that has the whole complaint. */
        ASK_LEAD,
        /** Words that have to be there are missing. */
        WORDS_MISSING,
        /** The words are longer than {@link Complaint#LONGEST_WORDS}. */
        WORDS_TOO_LONG,
        /** The category asks for a photo as proof. */
        PROOF_MISSING,
        /** One of its kind does not end like this. */
        WRONG_OUTCOME,
        /** Something was found about a proof, and nobody says why it is all right. */
        FINDING_UNEXPLAINED,
        /** A completion of this kind is approved by somebody else first, so that it can only be proposed. */
        APPROVAL_NEEDED,
        /** It waits for approval: as long as that is so nobody works on it. */
        AWAITS_APPROVAL,
        /** There is no completion that waits for approval. */
        NOTHING_PROPOSED,
        /** Neither a head of its agency nor, where the agency has no other head, an administrator. */
        NOT_AN_APPROVER,
        /** Nobody approves what they proposed themselves. */
        OWN_COMPLETION,
        /** How well it was done has to be said in stars, 1 to {@link Complaint#MOST_STARS}. */
        STARS_MISSING
    }

    private final Act act;
    private final Why why;

    public IllegalTransition(Act act, Why why) {
        super(act + " refused: " + why);
        this.act = act;
        this.why = why;
    }

    public Act act() {
        return act;
    }

    public Why why() {
        return why;
    }
}
