/** Takes from {@code notice_due} what is due, sends it outside any transaction, and notes what became of it. */
@NullMarked
package id.sipakatau.alerting.courier;

import org.jspecify.annotations.NullMarked;
