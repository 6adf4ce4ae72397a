package atelier.ui.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.PictureReport;
import atelier.model.library.CharacterRecord;
import atelier.model.restoration.DetectedFace;
import atelier.ui.shell.Toast;
import atelier.ui.shell.ToastModel;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import atelier.ui.work.Newest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What is seen over the chosen picture, and whether training uses the pictures' masks. */
public final class LayerModel {

    private final LayerWork work;
    private final DatasetModel dataset;
    private final Background background;
    private final ToastModel toasts;
    private final MissingMasks missing;
    private final ObjectProperty<PictureLayer> layer =
            new SimpleObjectProperty<>(PictureLayer.CROP);
    private final ReadOnlyObjectWrapper<@Nullable Over> over = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LayerWork.Masks> masks =
            new ReadOnlyObjectWrapper<>(LayerWork.Masks.NONE);
    private final Newest<Wish, Over> looks;
    private final Newest<Pictures, Counted> counts;

    private record Wish(CharacterRecord character, DatasetPicture picture, PictureLayer layer) {}

    /** The pictures of a character. */
    record Pictures(CharacterRecord character, List<DatasetPicture> all) {}

    private record Counted(Pictures pictures, LayerWork.Masks masks) {}

    /**
     * What was found in a picture.
     *
     * @param mask its mask; null where that is not what is looked at, or there is none
     * @param faces the largest first
     * @param problem why nothing was found; null where it was looked for
     */
    record Over(
            DatasetPicture picture,
            PictureLayer layer,
            @Nullable Path mask,
            List<DetectedFace> faces,
            @Nullable Phrase problem) {}

    /** What is seen over what that model has chosen. */
    public LayerModel(
            LayerWork work, DatasetModel dataset, Background background, ToastModel toasts) {
        this.work = work;
        this.dataset = dataset;
        this.background = background;
        this.toasts = toasts;
        missing = new MissingMasks(work, background, this::count, this::fail);
        looks = new Newest<>(background, this::look, this::place, this::fail);
        counts =
                new Newest<>(
                        background,
                        one -> new Counted(one, work.masks(one.character(), one.all())),
                        this::show,
                        this::fail);
        dataset.chosen().subscribe(_ -> ask());
        layer.subscribe(_ -> ask());
        dataset.report().subscribe(_ -> count());
    }

    private void ask() {
        CharacterRecord character = dataset.character().get();
        DatasetPicture picture = chosen();
        Over before = over.get();
        boolean same =
                before != null
                        && picture != null
                        && before.layer() == layer.get()
                        && before.picture().file().equals(picture.file());
        if (!same) {
            over.set(null);
        }
        if (character != null && picture != null && layer.get() != PictureLayer.CROP) {
            looks.take(new Wish(character, picture, layer.get()));
        }
    }

    private @Nullable DatasetPicture chosen() {
        DatasetItem item = dataset.chosen().get();
        PictureReport report = item == null ? null : item.report();
        CharacterRecord character = dataset.character().get();
        // Another character's pictures stay on the screen until its own are read.
        return report == null || character == null || !work.isOf(character, report.picture())
                ? null
                : report.picture();
    }

    private Over look(Wish wish) {
        try {
            return wish.layer() == PictureLayer.MASK
                    ? masked(wish, work.mask(wish.character(), wish.picture()))
                    : faced(wish, work.faces(wish.picture()));
        } catch (AtelierException e) {
            return nothing(wish, Phrase.why(e));
        }
    }

    private static Over masked(Wish wish, Optional<Path> mask) {
        return mask.map(file -> new Over(wish.picture(), wish.layer(), file, List.of(), null))
                .orElseGet(() -> nothing(wish, Phrase.of("dataset.layer-busy")));
    }

    private static Over faced(Wish wish, Optional<List<DetectedFace>> faces) {
        return faces.map(all -> new Over(wish.picture(), wish.layer(), null, all, null))
                .orElseGet(() -> nothing(wish, Phrase.of("dataset.layer-busy")));
    }

    private static Over nothing(Wish wish, Phrase why) {
        return new Over(wish.picture(), wish.layer(), null, List.of(), why);
    }

    /** Shows what was found, if that is still what is looked at. */
    private void place(Over found) {
        if (found.layer() == layer.get() && found.picture().equals(chosen())) {
            over.set(found);
            if (found.mask() != null) {
                count();
            }
        }
    }

    private void count() {
        Pictures now = pictures();
        if (now == null) {
            masks.set(LayerWork.Masks.NONE);
        } else {
            counts.take(now);
        }
    }

    private @Nullable Pictures pictures() {
        CharacterRecord character = dataset.character().get();
        DatasetReport report = dataset.report().get();
        if (character == null || report == null) {
            return null;
        }
        List<DatasetPicture> all = report.pictures().stream().map(PictureReport::picture).toList();
        return all.stream().allMatch(one -> work.isOf(character, one))
                ? new Pictures(character, all)
                : null;
    }

    private void show(Counted counted) {
        if (counted.pictures().equals(pictures())) {
            masks.set(counted.masks());
            if (counted.masks().lacking()) {
                missing.make(counted.pictures());
            }
        }
    }

    /**
     * Has training use the masks of the pictures, or no longer; those that are missing are made.
     */
    void use(boolean on) {
        Pictures now = pictures();
        if (now == null) {
            return;
        }
        missing.stop();
        background.perform(
                () -> {
                    work.use(now.character(), now.all(), on);
                    background.window().execute(this::count);
                },
                failure -> {
                    fail(failure);
                    // Told anew even if nothing changed, as the switch stands otherwise.
                    masks.set(LayerWork.Masks.NONE);
                    count();
                });
    }

    private void fail(Exception failure) {
        toasts.show(Toast.failed(failure));
    }

    /** What is looked at. */
    ObjectProperty<PictureLayer> layer() {
        return layer;
    }

    /** Looks at something else. */
    public void look(PictureLayer one) {
        layer.set(one);
    }

    /** What was found; null where nothing was asked for, or it is not there yet. */
    ReadOnlyObjectProperty<@Nullable Over> over() {
        return over.getReadOnlyProperty();
    }

    /** How the masks of the pictures stand. */
    ReadOnlyObjectProperty<LayerWork.Masks> masks() {
        return masks.getReadOnlyProperty();
    }

    /** How far the masks are that are being made; null where none are. */
    ReadOnlyObjectProperty<@Nullable Phrase> making() {
        return missing.state();
    }
}
