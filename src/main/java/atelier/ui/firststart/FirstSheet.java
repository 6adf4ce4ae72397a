package atelier.ui.firststart;

import atelier.model.generation.PreviewPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sixteen pictures, of which the last four give way to what the computer draws. */
final class FirstSheet {

    /** How many there are. */
    static final int CELLS = 16;

    private static final int DRAWN = Steps.SCENES;

    private FirstSheet() {}

    /**
     * The cells.
     *
     * @param pictures of the character
     * @param drawn what the computer drew so far, the last of it the newest
     * @param images whether that are images, which have all four cells from the first on
     * @param goes whether an image is being made
     * @param live what can be seen of it; null where nothing can
     */
    static List<SheetCell> cells(
            List<Path> pictures,
            List<Path> drawn,
            boolean images,
            boolean goes,
            @Nullable PreviewPicture live) {
        List<SheetCell> own = new ArrayList<>();
        drawn.stream().limit(DRAWN).map(SheetCell::drawn).forEach(own::add);
        if (images || goes) {
            for (int cell = own.size(); cell < DRAWN; cell++) {
                own.add(SheetCell.awaited(goes && cell == drawn.size() ? live : null));
            }
        }
        List<SheetCell> cells = new ArrayList<>();
        pictures.stream().limit(CELLS - own.size()).map(SheetCell::picture).forEach(cells::add);
        cells.addAll(own);
        return cells;
    }
}
