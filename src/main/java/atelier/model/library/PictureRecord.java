package atelier.model.library;

import java.time.Instant;

/**
 * A picture of a character, as it lies in the workspace.
 *
 * @param character the character's slug
 * @param name of the file in the character's folder of originals
 * @param sha256 of the file
 * @param bytes its size
 * @param added when
 */
public record PictureRecord(
        String character, String name, String sha256, long bytes, Instant added) {}
