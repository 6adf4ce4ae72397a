package atelier.service.storage;

import atelier.model.AtelierException;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's file says beside its pixels and Java's decoders pass over.
 *
 * @param orientation of Exif, 1 to 8
 * @param profile the colours of a PNG; decoders of the other formats apply it themselves
 */
record PictureFile(int orientation, @Nullable ICC_Profile profile) {

    private static final int WEBP_FLAGS = 20;
    private static final int WEBP_ANIMATED = 0x02;

    /**
     * Looks at a file.
     *
     * @throws AtelierException if it is known to be nothing that Atelier reads, or is animated
     */
    static PictureFile read(Path picture) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(picture)) {
            head = in.readNBytes(ForeignPictures.HEAD);
        }
        String refusal = ForeignPictures.refusal(picture, head);
        if (refusal != null) {
            throw new AtelierException(refusal);
        }
        boolean animated = isAnimatedWebp(head);
        ICC_Profile profile = null;
        if (PngChunks.begins(head)) {
            for (PngChunk chunk : PngChunks.read(picture, Set.of("iCCP", "acTL")).chunks()) {
                animated |= chunk.type().equals("acTL");
                profile = chunk.type().equals("iCCP") ? profile(chunk.data()) : profile;
            }
        }
        if (animated) {
            throw new AtelierException(
                    picture
                            + " is animated, and one picture is needed; export the frame you want as PNG or JPEG.");
        }
        int orientation = ExifTags.read(picture).map(ExifTags::orientation).orElse(1);
        return new PictureFile(orientation, profile);
    }

    private static boolean isAnimatedWebp(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("RIFF")
                && text.startsWith("WEBPVP8X", 8)
                && head.length > WEBP_FLAGS
                && (head[WEBP_FLAGS] & WEBP_ANIMATED) != 0;
    }

    /** Name, zero, compression method, compressed profile; see PNG §11.3.2.3. */
    private static @Nullable ICC_Profile profile(byte[] data) {
        int name = new String(data, StandardCharsets.ISO_8859_1).indexOf('\0');
        if (name < 0) {
            return null;
        }
        try {
            return ICC_Profile.getInstance(PngChunks.inflate(data, name + 2));
        } catch (DataFormatException | IllegalArgumentException e) {
            return null;
        }
    }
}
