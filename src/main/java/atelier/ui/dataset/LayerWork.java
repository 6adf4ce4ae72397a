package atelier.ui.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import atelier.model.library.CharacterRecord;
import atelier.model.library.Workspace;
import atelier.model.restoration.DetectedFace;
import atelier.service.dataset.DatasetService;
import atelier.service.dataset.MaskMaker;
import atelier.service.dataset.source.MasksFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the dataset panel asks of the services for what is seen over pictures: masks, which are kept
 * with what else is derived of a character's pictures, and faces. All of it waits for the disk or
 * the processor and is called beside the window's thread.
 *
 * @param workspace where the pictures lie
 * @param datasets finds faces
 * @param masks cuts out subjects
 * @param busy whether the processor is at work on a job, which may take hours
 */
public record LayerWork(
        Workspace workspace, DatasetService datasets, MaskMaker masks, BooleanSupplier busy) {

    /**
     * How the masks of a character stand.
     *
     * @param used whether training weighs the loss by them
     * @param there how many pictures have one
     * @param all how many pictures there are
     */
    public record Masks(boolean used, int there, int all) {

        /** No pictures. */
        static final Masks NONE = new Masks(false, 0, 0);

        /** Whether training uses masks and some are missing. */
        boolean lacking() {
            return used && there < all;
        }
    }

    /**
     * The mask of a picture, made where there is none.
     *
     * @return empty where it cannot be made now
     * @throws atelier.model.AtelierException if nothing makes masks, or it cannot be made
     */
    Optional<Path> mask(CharacterRecord character, DatasetPicture picture) {
        Path folder = folder(character);
        Path file = MaskMaker.file(folder, picture.file());
        if (!Files.isRegularFile(file)) {
            if (masks.ready() && busy.getAsBoolean()) {
                return Optional.empty();
            }
            masks.write(List.of(picture), folder, ProgressListener.NONE, new CancelToken());
        }
        return Optional.of(file);
    }

    /** Whether a picture is one of a character's, whatever is shown of it meanwhile. */
    boolean isOf(CharacterRecord character, DatasetPicture picture) {
        return picture.file().startsWith(workspace.originals(character.slug()));
    }

    private Path folder(CharacterRecord character) {
        return workspace.masks(character.slug());
    }

    /**
     * The faces of a picture, in its own pixels.
     *
     * @return empty where they cannot be looked for now
     * @throws atelier.model.AtelierException if nothing finds faces, or the picture cannot be read
     */
    Optional<List<DetectedFace>> faces(DatasetPicture picture) {
        Optional<List<DetectedFace>> known = datasets.knownFaces(picture);
        if (known.isPresent() || (datasets.findsFaces() && busy.getAsBoolean())) {
            return known;
        }
        return Optional.of(
                datasets.faces(List.of(picture), ProgressListener.NONE, new CancelToken())
                        .getOrDefault(picture.file(), List.of()));
    }

    /** How the masks of those pictures stand. */
    Masks masks(CharacterRecord character, List<DatasetPicture> pictures) {
        Path folder = folder(character);
        int there =
                (int)
                        pictures.stream()
                                .filter(one ->
                                        Files.isRegularFile(MaskMaker.file(folder, one.file())))
                                .count();
        return new Masks(
                MasksFile.isIn(workspace.originals(character.slug())), there, pictures.size());
    }

    /**
     * Has training use masks, or no longer.
     *
     * @throws atelier.model.AtelierException if none is there and nothing makes them
     */
    void use(CharacterRecord character, List<DatasetPicture> pictures, boolean on) {
        Path originals = workspace.originals(character.slug());
        if (!on) {
            MasksFile.remove(originals);
        } else if (!masks.ready() && masks(character, pictures).there() == 0) {
            throw MaskMaker.noNetwork();
        } else {
            MasksFile.put(originals, folder(character));
        }
    }

    /** Whether masks can be made now. */
    boolean canMake() {
        return masks.ready() && !busy.getAsBoolean();
    }

    /** Makes the masks that are missing. */
    void make(
            CharacterRecord character,
            List<DatasetPicture> pictures,
            ProgressListener progress,
            CancelToken cancel) {
        masks.write(pictures, folder(character), progress, cancel);
    }
}
