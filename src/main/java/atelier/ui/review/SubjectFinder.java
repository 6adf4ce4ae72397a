package atelier.ui.review;

import atelier.model.library.CharacterRecord;
import atelier.model.library.Workspace;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonOrder;
import atelier.service.library.CharacterLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who a comparison shows: the character whose pictures it was measured by, else the one
 * whose trigger its prompts hold. Waits for the disk.
 *
 * @param workspace where pictures lie
 * @param characters all there are
 */
record SubjectFinder(Workspace workspace, CharacterLibrary characters) {

    /** The subject; null where none is known. */
    @Nullable Subject of(Comparison comparison, @Nullable ComparisonOrder last) {
        List<CharacterRecord> all = characters.all();
        List<Path> measuredBy = last == null ? List.of() : last.scores().training();
        Optional<CharacterRecord> found =
                all.stream().filter(one -> isOf(one, measuredBy)).findFirst();
        return found.or(() -> all.stream().filter(one -> isAskedFor(one, comparison)).findFirst())
                .map(one -> new Subject(one, pictures(one)))
                .orElse(null);
    }

    private boolean isOf(CharacterRecord character, List<Path> pictures) {
        return !pictures.isEmpty()
                && pictures.getFirst().startsWith(workspace.originals(character.slug()));
    }

    private static boolean isAskedFor(CharacterRecord character, Comparison comparison) {
        String trigger = character.trigger().strip().toLowerCase(Locale.ROOT);
        return !trigger.isEmpty()
                && comparison.axes().prompts().stream()
                        .filter(prompt -> !prompt.plain())
                        .anyMatch(
                                prompt -> prompt.text().toLowerCase(Locale.ROOT).contains(trigger));
    }

    /** The pictures of a character. */
    List<Path> pictures(CharacterRecord character) {
        return characters.pictures(character.slug()).stream()
                .map(picture -> workspace.originals(character.slug()).resolve(picture.name()))
                .toList();
    }
}
