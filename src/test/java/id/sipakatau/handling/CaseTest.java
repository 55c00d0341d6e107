package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Recorded;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;

/** A complaint, the operator who has it on the board, and how it stands now. */
abstract class CaseTest {

    @Inject
    Complaints complaints;

    @Inject
    City city;

    @Inject
    Jdbi jdbi;

    @Inject
    PhotoVault vault;

    Receipt receipt;
    Complaint complaint;
    PlainBrowser operator;

    @BeforeEach
    void an_accepted_complaint_and_its_operator() {
        receipt = filed();
        complaint = Stories.accepted(receipt);
        operator = PlainBrowser.signedIn(TestStaff.operator("kebersihan"));
    }

    /** What was sent to the operator's agency, and waits for validation. */
    abstract Receipt filed();

    /** The column of the board in which the complaint stands. */
    String column() {
        var columns = operator.open(board()).select(".column:has([data-number=" + number() + "])");
        assertThat(columns).hasSize(1);
        return columns.attr("class").replace("column ", "");
    }

    List<Photo> photos() {
        return jdbi.withHandle(handle -> vault.of(handle, complaint.id()));
    }

    Complaint now() {
        return complaints.find(complaint.id()).orElseThrow();
    }

    List<String> acts() {
        return complaints.history(complaint.id()).stream().map(Recorded::act).toList();
    }

    String number() {
        return complaint.trackingNumber().text();
    }

    /** The board with this case alone: a full one shows those that are due first. */
    String board() {
        return "/operator?q=" + number();
    }

    String address() {
        return "/operator/aduan/" + number();
    }
}
