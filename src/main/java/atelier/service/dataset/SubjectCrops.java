package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.SourceCrop;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.service.storage.PictureReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts the pictures of a data set around their subjects instead of their centres. */
public final class SubjectCrops {

    private static final String STAGE = "Finding subjects";
    private static final int MOST_NAMES = 3;

    private final SubjectFinder masks;
    private final FaceLook faces;

    /** Finds subjects by the pictures' masks. */
    public SubjectCrops(PictureReader reader) {
        this(reader, FaceLook.NONE);
    }

    /** Finds subjects by the pictures' masks, and where there is none by faces. */
    public SubjectCrops(PictureReader reader, FaceLook faces) {
        this(new MaskedSubject(new MaskReader(reader)), faces);
    }

    SubjectCrops(SubjectFinder masks, FaceLook faces) {
        this.masks = masks;
        this.faces = faces;
    }

    /**
     * The same pictures at the same sizes, cut otherwise. Those whose subject cannot be found stay,
     * and a note says so. Regularisation pictures have no subject.
     *
     * @throws AtelierException if a mask is faulty
     */
    public FramedDataset of(FramedDataset framed, ProgressListener progress, CancelToken cancel) {
        FramedDataset found = look(framed, progress, cancel);
        EnoughPictures.refuse(found.obstacles());
        return found;
    }

    /** The same, telling what stands against training. */
    FramedDataset look(FramedDataset framed, ProgressListener progress, CancelToken cancel) {
        List<FramedPicture> pictures = new ArrayList<>();
        List<String> obstacles = new ArrayList<>(framed.obstacles());
        List<String> without = new ArrayList<>();
        SubjectFinder finder = finder(framed, progress, cancel);
        int count = framed.pictures().size();
        progress.progressed(Progress.of(STAGE, 0, count, "picture"));
        for (FramedPicture one : framed.pictures()) {
            cancel.check();
            pictures.add(
                    one.picture().subset().regularisation()
                            ? one
                            : cut(one, finder, obstacles, without));
            progress.progressed(Progress.of(STAGE, pictures.size(), count, "picture"));
        }
        List<String> notes = new ArrayList<>(framed.notes());
        if (!without.isEmpty()) {
            notes.add(note(without, faces.ready()));
        }
        return new FramedDataset(pictures, framed.leftOut(), notes, obstacles);
    }

    private SubjectFinder finder(
            FramedDataset framed, ProgressListener progress, CancelToken cancel) {
        if (!faces.ready()) {
            return masks;
        }
        SubjectFinder byFace =
                new FaceSubject(
                        faces.of(
                                framed.pictures().stream()
                                        .map(FramedPicture::picture)
                                        .filter(one -> !one.subset().regularisation())
                                        .toList(),
                                progress,
                                cancel));
        return picture -> masks.find(picture).or(() -> byFace.find(picture));
    }

    private static FramedPicture cut(
            FramedPicture framed,
            SubjectFinder finder,
            List<String> obstacles,
            List<String> without) {
        DatasetPicture picture = framed.picture();
        Optional<SourceCrop> subject;
        try {
            subject = finder.find(picture);
        } catch (AtelierException e) {
            obstacles.add(String.valueOf(e.getMessage()));
            return framed;
        }
        if (subject.isEmpty()) {
            without.add(picture.name());
            return framed;
        }
        return new FramedPicture(
                picture,
                framed.framings().stream()
                        .map(whole ->
                                SubjectFraming.around(
                                        subject.get(), picture.width(), picture.height(), whole))
                        .toList(),
                subject.get());
    }

    private static String note(List<String> names, boolean facesToo) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        String sentence =
                facesToo
                        ? "%s neither mask nor face that shows the subject, so %s cut about the centre: %s."
                        : "%s no mask that shows the subject, so %s cut about the centre: %s.";
        return sentence.formatted(
                names.size() == 1 ? "One picture has" : names.size() + " pictures have",
                names.size() == 1 ? "it is" : "they are",
                names.size() > MOST_NAMES
                        ? "%s and %d more".formatted(first, names.size() - MOST_NAMES)
                        : first);
    }
}
