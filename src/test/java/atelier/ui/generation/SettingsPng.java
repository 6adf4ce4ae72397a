package atelier.ui.generation;

import atelier.service.storage.PngText;
import atelier.service.storage.PngWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Images that tell how they were made, as A1111 writes it. */
public final class SettingsPng {

    private SettingsPng() {}

    /** The bytes of a picture with that text. */
    public static byte[] of(String parameters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PngWriter.write(
                new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB),
                List.of(PngText.plain("parameters", parameters)),
                out);
        return out.toByteArray();
    }
}
