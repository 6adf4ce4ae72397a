package atelier.ui.firststart;

import atelier.model.generation.PreviewPicture;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A cell of the sheet.
 *
 * @param file of its picture; null where there is none yet
 * @param live what can be seen of an image that takes shape; null where it is not made now
 * @param drawn whether the computer drew it, or is to draw it
 */
public record SheetCell(@Nullable Path file, @Nullable PreviewPicture live, boolean drawn) {

    /** A picture that was there. */
    static SheetCell picture(Path file) {
        return new SheetCell(file, null, false);
    }

    /** One that the computer drew. */
    static SheetCell drawn(Path file) {
        return new SheetCell(file, null, true);
    }

    /** One that it draws now, or will draw. */
    static SheetCell awaited(@Nullable PreviewPicture live) {
        return new SheetCell(null, live, true);
    }
}
