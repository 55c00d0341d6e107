/**
 * What people say below public complaints: comments, which an administrator reads before anybody else does, and flags, by
 * which anybody points at what should not stand.
 *
 * <p>Owns the tables {@code comment}, {@code flag} and {@code discussion_limit}, and the view {@code public_comment} that the
 * public reads. It knows complaints through {@code public_complaint} only, never changes one, and keeps nothing of who wrote
 * but the name that they chose.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.discussion;
