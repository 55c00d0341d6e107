package id.sipakatau.discussion;

import java.util.UUID;

/** The public complaint that people talk about. */
record Subject(UUID id, String number, String title) {}
