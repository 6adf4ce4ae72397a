package atelier.service.dataset.caption;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what an edit changes in the captions of pictures, and nothing else: lines, line ends and
 * what the edit does not concern stay as they are. {@link CaptionChanges} writes it.
 */
public final class CaptionEditor {

    private CaptionEditor() {}

    /**
     * The changes that an edit makes, none for captions that stay as they are. A picture without a
     * caption gets a new file beside it, with the first ending of its subset.
     *
     * @throws AtelierException if a caption cannot be read, or no picture is the one that is meant
     */
    public static List<CaptionChange> changes(List<DatasetPicture> pictures, CaptionEdit edit) {
        return switch (edit) {
            case CaptionEdit.AddTrigger add ->
                    changes(
                            pictures.stream()
                                    .filter(picture -> !picture.subset().regularisation())
                                    .toList(),
                            (_, text) -> CaptionLines.withTrigger(text, add.trigger()));
            case CaptionEdit.Replace replace ->
                    changes(
                            pictures,
                            (_, text) ->
                                    CaptionLines.replaced(text, replace.phrase(), replace.with()));
            case CaptionEdit.Remove remove ->
                    changes(pictures, (_, text) -> CaptionLines.without(text, remove.tag()));
            case CaptionEdit.Set set ->
                    changes(
                            List.of(picture(pictures, set.file())),
                            (_, text) -> CaptionLines.set(text, set.text()));
            case CaptionEdit.SetEach set ->
                    changes(
                            pictures.stream()
                                    .filter(picture -> set.texts().containsKey(picture.file()))
                                    .toList(),
                            (picture, text) ->
                                    CaptionLines.set(
                                            text, set.texts().getOrDefault(picture.file(), "")));
        };
    }

    /** Gives the text of a picture's caption file that comes in place of what is there. */
    @FunctionalInterface
    private interface Operation {
        String apply(DatasetPicture picture, String text);
    }

    private static List<CaptionChange> changes(List<DatasetPicture> pictures, Operation edit) {
        List<CaptionChange> changes = new ArrayList<>();
        Set<Path> done = new HashSet<>();
        for (DatasetPicture picture : pictures) {
            Path file = file(picture);
            // A picture in two subsets, and two pictures of one name, share a caption.
            if (!done.add(file)) {
                continue;
            }
            String before = present(file);
            String after = edit.apply(picture, before == null ? "" : before);
            if (!after.equals(before == null ? "" : before)) {
                changes.add(new CaptionChange(file, before, after));
            }
        }
        return changes;
    }

    private static DatasetPicture picture(List<DatasetPicture> pictures, Path meant) {
        List<DatasetPicture> found =
                pictures.stream()
                        .filter(picture ->
                                picture.file().endsWith(meant) || file(picture).endsWith(meant))
                        .toList();
        Set<Path> captions = new HashSet<>();
        found.forEach(picture -> captions.add(file(picture)));
        if (captions.size() != 1) {
            throw new AtelierException(
                    captions.isEmpty()
                            ? "No picture that is trained on is %s, nor its caption: name one that atelier captions lists."
                                    .formatted(meant)
                            : "%d captions are called %s: name the folder, too."
                                    .formatted(captions.size(), meant));
        }
        return found.getFirst();
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
}
