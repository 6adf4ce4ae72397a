package atelier.service.storage;

import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Hears of what a decoder puts up with: the JPEG decoder returns the rest of a file that was cut
 * off as grey and only warns of it.
 */
final class DecodeWarnings implements IIOReadWarningListener {

    private boolean damage;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        String text = warning.toLowerCase(Locale.ROOT);
        damage |=
                text.contains("premature")
                        || text.contains("truncated")
                        || text.contains("corrupt")
                        || text.contains("end of file");
    }

    /** Whether pixels are missing. */
    boolean anyDamage() {
        return damage;
    }
}
