package id.sipakatau.demo.story;

import id.sipakatau.demo.photo.Scene;
import id.sipakatau.evidence.CaptureData;
import id.sipakatau.evidence.Photo;
import java.time.Instant;
import java.util.UUID;

/**
 * A photo of a story.
 *
 * @param ordinal its place among the photos sent together, from 0
 * @param variant which of the scene's streets it shows; how many there are is for whoever draws them
 * @param capture what the phone wrote into it
 * @param at when it was sent
 */
public record Shot(
        UUID id,
        Photo.Role role,
        int ordinal,
        Scene scene,
        int variant,
        Photo.Source source,
        CaptureData capture,
        Instant at) {}
