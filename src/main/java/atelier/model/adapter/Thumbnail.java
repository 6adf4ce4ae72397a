package atelier.model.adapter;

import java.util.Base64;

/**
 * A small picture that travels inside an adapter file.
 *
 * @param mediaType such as {@code image/jpeg}
 * @param base64 the encoded picture
 */
public record Thumbnail(String mediaType, String base64) {

    /** From the bytes of a picture file. */
    public static Thumbnail of(String mediaType, byte[] picture) {
        return new Thumbnail(mediaType, Base64.getEncoder().encodeToString(picture));
    }

    /** As a data URL (RFC 2397), the form in which the metadata holds it. */
    public String url() {
        return "data:" + mediaType + ";base64," + base64;
    }
}
