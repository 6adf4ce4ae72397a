package atelier.service.training;

import atelier.model.AtelierException;
import atelier.model.dataset.Framing;
import atelier.model.dataset.Subset;
import atelier.model.training.CaptionSettings;
import atelier.model.training.MaskUse;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.FramedPicture;
import atelier.service.dataset.MaskReader;
import atelier.service.storage.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A picture as a plan has it.
 *
 * @param file its name without the folder
 * @param sha256 of the file
 * @param width upright, in pixels
 * @param height upright, in pixels
 * @param framings how it is brought to each size it is shown at
 * @param background what its transparent parts are laid over, as 0xRRGGBB
 * @param repeats how often its subset asks for it in an epoch
 * @param regularisation whether it shows what the model shall not forget
 * @param flip whether half of the showings are mirrored; null for as the plan says
 * @param alphaMask whether its opacity weighs the loss
 * @param mask sha256 of the file that weighs the loss; null for none, or where words are
 * @param caption as its file or folder says
 * @param words which of the caption's are shown; null in a plan that told of neither
 */
record PlannedPicture(
        String file,
        String sha256,
        int width,
        int height,
        List<Framing> framings,
        int background,
        int repeats,
        boolean regularisation,
        @Nullable Boolean flip,
        boolean alphaMask,
        @Nullable String mask,
        String caption,
        @Nullable Words words) {

    /** Copies the list. */
    PlannedPicture {
        framings = List.copyOf(framings);
    }

    /**
     * Which of a caption's words are shown, by the plan and by what a dataset configuration has in
     * place of it.
     *
     * @param settings of the showings
     * @param separator text behind the tags that stay where they are; empty for none
     * @param dropoutEpochs each so-manieth epoch shows none; 0 none
     */
    record Words(CaptionSettings settings, String separator, int dropoutEpochs) {

        private static Words of(Subset subset, TrainingPlan plan) {
            CaptionDraw draw = CaptionDraw.of(plan.captions(), subset.captions(), "", plan.seed());
            return new Words(draw.settings(), draw.separator(), draw.dropoutEpochs());
        }
    }

    /** The pictures as that plan has them. */
    static List<PlannedPicture> of(List<FramedPicture> pictures, TrainingPlan plan) {
        return pictures.stream().map(framed -> of(framed, plan)).toList();
    }

    private static PlannedPicture of(FramedPicture framed, TrainingPlan plan) {
        Subset subset = framed.picture().subset();
        return new PlannedPicture(
                framed.picture().name(),
                framed.picture().sha256(),
                framed.picture().width(),
                framed.picture().height(),
                framed.framings(),
                framed.picture().background(),
                subset.repeats(),
                subset.regularisation(),
                subset.flip(),
                subset.alphaMask(),
                plan.loss().maskedLoss() == MaskUse.OFF
                        ? null
                        : MaskReader.file(framed.picture()).map(Sha256::ofFile).orElse(null),
                framed.picture().caption(),
                Words.of(subset, plan));
    }

    /**
     * Checks that the pictures of a job are those of a plan.
     *
     * @throws AtelierException that names the first that is not
     */
    static void requireSame(PlanFile plan, TrainingJob job) {
        List<PlannedPicture> planned = all(plan.pictures(), plan.heldBack());
        boolean tellsAll = planned.stream().allMatch(picture -> picture.words != null);
        List<PlannedPicture> trained = of(job.pictures(), job.plan(), tellsAll);
        List<PlannedPicture> found = all(trained, of(job.heldBack(), job.plan(), tellsAll));
        Path data = job.order().data();
        for (PlannedPicture picture : planned) {
            PlannedPicture now = called(picture.file, found);
            if (now == null) {
                throw changed("The picture %s of %s is gone".formatted(picture.file, data));
            }
            // Where two have one name, only all of them together can be compared.
            if (planned.stream().filter(other -> other.file.equals(picture.file)).count() == 1) {
                picture.requireSame(now, data);
            }
        }
        for (PlannedPicture picture : found) {
            if (called(picture.file, planned) == null) {
                throw changed("The picture %s of %s is new".formatted(picture.file, data));
            }
        }
        if (!trained.equals(plan.pictures()) || !found.equals(planned)) {
            throw changed("The pictures of %s were changed".formatted(data));
        }
    }

    private static List<PlannedPicture> of(
            List<FramedPicture> pictures, TrainingPlan plan, boolean tellsAll) {
        List<PlannedPicture> now = of(pictures, plan);
        return tellsAll ? now : now.stream().map(PlannedPicture::withoutMaskAndWords).toList();
    }

    private PlannedPicture withoutMaskAndWords() {
        return new PlannedPicture(
                file,
                sha256,
                width,
                height,
                framings,
                background,
                repeats,
                regularisation,
                flip,
                alphaMask,
                null,
                caption,
                null);
    }

    private static List<PlannedPicture> all(
            List<PlannedPicture> trained, List<PlannedPicture> heldBack) {
        return Stream.concat(trained.stream(), heldBack.stream()).toList();
    }

    private static @Nullable PlannedPicture called(String file, List<PlannedPicture> pictures) {
        return pictures.stream()
                .filter(picture -> picture.file.equals(file))
                .findFirst()
                .orElse(null);
    }

    private void requireSame(PlannedPicture now, Path data) {
        if (!sha256.equals(now.sha256)) {
            throw changed("The picture %s of %s was changed".formatted(file, data));
        }
        if (!caption.equals(now.caption)) {
            throw changed(
                    "The caption of %s of %s was changed, it was \"%s\" and is \"%s\","
                            .formatted(file, data, caption, now.caption));
        }
        if (!Objects.equals(mask, now.mask)) {
            throw changed("The mask of %s of %s was changed".formatted(file, data));
        }
        if (!equals(now)) {
            throw changed("How %s of %s is trained on was changed".formatted(file, data));
        }
    }

    private static AtelierException changed(String what) {
        return new AtelierException(
                what + " since the run began: put everything back as it was, or start a new run.");
    }
}
