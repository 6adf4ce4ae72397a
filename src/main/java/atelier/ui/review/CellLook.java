package atelier.ui.review;

import atelier.model.generation.PreviewPicture;
import atelier.model.review.Cell;
import atelier.model.review.QualityBand;
import atelier.ui.text.Phrase;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a cell of the grid looks.
 *
 * @param cell which it is
 * @param file its image; null where it is not made yet
 * @param preview what can be seen of the one that is being made; null for all others
 * @param live whether it is being made
 * @param score the measure that is shown; null where it was not measured
 * @param band what that is worth; null where it cannot be told
 * @param warning what it must be looked at for; null for nothing
 * @param warningIcon before the warning; empty for none
 * @param stars it was given, 1 to 5; 0 for none
 * @param chosen whether it is the chosen one
 * @param picked whether it was picked to be seen beside others
 */
record CellLook(
        Cell cell,
        @Nullable Path file,
        @Nullable PreviewPicture preview,
        boolean live,
        @Nullable Double score,
        @Nullable QualityBand band,
        @Nullable Phrase warning,
        String warningIcon,
        int stars,
        boolean chosen,
        boolean picked) {}
