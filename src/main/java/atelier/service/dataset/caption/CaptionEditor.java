package atelier.service.dataset.caption;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Changes captions on disk, each file at once and whole, and gives what undoes it. Pictures are
 * never touched.
 */
public final class CaptionEditor {

    private CaptionEditor() {}

    /**
     * Gives a picture a caption, in the file that it has or in a new {@code .txt} beside it.
     *
     * @throws AtelierException if it cannot be written; what was there is then unchanged
     */
    public static CaptionChange write(DatasetPicture picture, String text) {
        Path file = file(picture);
        String before = present(file);
        CaptionFile.write(file, text);
        return new CaptionChange(file, before, text);
    }

    /**
     * Puts the trigger in front of every caption that lacks it.
     *
     * @return the changes, none for captions that have it; pictures for regularisation are left as
     *     they are
     * @throws AtelierException if one cannot be written; all are then as they were
     */
    public static List<CaptionChange> addTrigger(List<DatasetPicture> pictures, String trigger) {
        return edit(
                pictures.stream().filter(picture -> !picture.subset().regularisation()).toList(),
                caption -> CaptionText.withTrigger(caption, trigger));
    }

    /**
     * Replaces a phrase wherever it stands as words of its own, in any case of letters.
     *
     * @param with empty to take it away, with its comma where it was a whole tag
     * @throws AtelierException if one cannot be written; all are then as they were
     */
    public static List<CaptionChange> replace(
            List<DatasetPicture> pictures, String phrase, String with) {
        if (phrase.isBlank()) {
            throw new AtelierException("The phrase to replace is empty: say which one.");
        }
        Pattern words = CaptionText.words(phrase.strip());
        String replacement = Matcher.quoteReplacement(CaptionText.oneLine(with));
        return edit(
                pictures,
                caption -> {
                    Matcher matcher = words.matcher(caption);
                    return matcher.find() ? tidy(matcher.replaceAll(replacement)) : caption;
                });
    }

    /** Drops tags that became empty, and doubled blanks. */
    private static String tidy(String caption) {
        return caption.contains(",")
                ? String.join(", ", Tags.of(CaptionText.oneLine(caption)))
                : CaptionText.oneLine(caption);
    }

    /**
     * Undoes changes, the last first.
     *
     * @throws AtelierException if a caption was changed since by something else; the changes made
     *     before it stay
     */
    public static void undo(List<CaptionChange> changes) {
        for (CaptionChange change : changes.reversed()) {
            if (!change.after().equals(present(change.file()))) {
                throw new AtelierException(
                        change.file()
                                + " was changed since, so that the change cannot be undone: edit it by hand.");
            }
            if (change.before() != null) {
                CaptionFile.write(change.file(), change.before());
            } else {
                delete(change.file());
            }
        }
    }

    private static List<CaptionChange> edit(
            List<DatasetPicture> pictures, UnaryOperator<String> operation) {
        List<CaptionChange> changes = new ArrayList<>();
        Set<Path> done = new HashSet<>();
        try {
            for (DatasetPicture picture : pictures) {
                // A picture in two subsets, and two pictures of one name, share a caption.
                if (done.add(file(picture))) {
                    edit(picture, operation, changes);
                }
            }
        } catch (AtelierException e) {
            undo(changes);
            throw e;
        }
        return changes;
    }

    private static void edit(
            DatasetPicture picture, UnaryOperator<String> operation, List<CaptionChange> changes) {
        String before = present(file(picture));
        String caption = CaptionText.oneLine(before == null ? "" : before);
        String after = operation.apply(caption);
        if (!after.equals(caption)) {
            changes.add(write(picture, after));
        }
    }

    private static Path file(DatasetPicture picture) {
        Path known = picture.captionFile();
        if (known != null) {
            return known;
        }
        Path stem = Captions.stem(picture.file());
        return stem.resolveSibling(
                stem.getFileName() + picture.subset().captions().endings().getFirst());
    }

    private static @Nullable String present(Path file) {
        return Files.exists(file) ? CaptionFile.read(file) : null;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }
}
