package id.sipakatau.complaint;

import java.util.Map;

/**
 * What a method of {@link Complaint} gives back: the complaint afterwards, and what the journal is to say of it.
 *
 * @param facts codes and times only
 * @param words what people wrote, by name: {@code words} for the citizen, {@code reason} for whoever is turned down
 */
public record Change(Complaint after, Act act, Map<String, Object> facts, Map<String, Object> words) {}
