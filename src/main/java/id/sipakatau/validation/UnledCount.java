package id.sipakatau.validation;

import id.sipakatau.desk.Approvers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** How many completions wait for an administrator, for the navigation: <code>{cdi:persetujuan.count}</code>. */
@Named("persetujuan")
@RequestScoped
public class UnledCount {

    private final Queue queue;
    private final Approvers approvers;

    UnledCount(Queue queue, Approvers approvers) {
        this.queue = queue;
        this.approvers = approvers;
    }

    /** No more than the list shows. */
    public long count() {
        return queue.unled(approvers.unled()).size();
    }
}
