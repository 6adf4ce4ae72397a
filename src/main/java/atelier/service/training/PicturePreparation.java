package atelier.service.training;

import atelier.engine.sdxl.MemoryLadder;
import atelier.engine.sdxl.SdxlModel;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Subset;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.training.MaskUse;
import atelier.model.training.TrainingPlan;
import atelier.service.dataset.FramedPicture;
import atelier.service.storage.PictureReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Makes pictures and captions ready for the steps: latents and text states are computed once and
 * cached in the run's folder. Where the text encoders are trained, captions become tokens alone.
 * Runs on the lane.
 */
final class PicturePreparation {

    private static final String STAGE = "Caching latents and texts";

    private final SdxlModel model;
    private final PictureLatents latents;
    private final TensorCache texts;
    private final PictureMask masks;
    private final TrainingPlan plan;
    private final String trigger;

    /**
     * @param memory where it says so, pictures are encoded in tiles
     * @param trigger that calls the subject up
     */
    PicturePreparation(
            SdxlModel model,
            MemoryLadder memory,
            PictureReader reader,
            RunFolder folder,
            TrainingPlan plan,
            String trigger) {
        this.model = model;
        this.latents =
                new PictureLatents(
                        model,
                        memory,
                        reader,
                        new TensorCache(folder.cache("latents")),
                        plan.seed());
        this.texts = new TensorCache(folder.cache("texts"));
        this.masks = new PictureMask(reader);
        this.plan = plan;
        this.trigger = trigger;
    }

    /** Prepares all pictures, each at its sizes. */
    PreparedData prepare(
            List<FramedPicture> pictures, ProgressListener progress, CancelToken cancel) {
        List<CaptionDraw> draws =
                pictures.stream().map(framed -> draw(framed.picture().subset())).toList();
        CaptionStates states =
                new CaptionStates(
                        model,
                        plan.textEncoders().trained() ? null : texts,
                        plan.step().batchSize() > 1,
                        foreseen(pictures, draws));
        List<PreparedPicture> prepared = new ArrayList<>();
        if (pictures.isEmpty()) {
            return new PreparedData(prepared, states);
        }
        progress.progressed(Progress.of(STAGE, 0, pictures.size(), "picture"));
        for (int i = 0; i < pictures.size(); i++) {
            cancel.check();
            prepared.add(prepared(pictures.get(i), draws.get(i), states, cancel));
            progress.progressed(Progress.of(STAGE, i + 1, pictures.size(), "picture"));
        }
        return new PreparedData(prepared, states);
    }

    private CaptionDraw draw(Subset subset) {
        return CaptionDraw.of(plan.captions(), subset.captions(), trigger, plan.seed());
    }

    /** The captions that can be encoded before the first step. */
    private static Set<String> foreseen(List<FramedPicture> pictures, List<CaptionDraw> draws) {
        Set<String> captions = new LinkedHashSet<>();
        for (int i = 0; i < pictures.size(); i++) {
            captions.add(draws.get(i).whole(pictures.get(i).picture().caption()));
        }
        return captions;
    }

    private PreparedPicture prepared(
            FramedPicture framed, CaptionDraw draw, CaptionStates states, CancelToken cancel) {
        DatasetPicture picture = framed.picture();
        boolean flips = Objects.requireNonNullElse(picture.subset().flip(), plan.pictures().flip());
        if (draw.drops()) {
            states.known("");
        }
        return new PreparedPicture(
                copies(framed, false, cancel),
                flips ? copies(framed, true, cancel) : List.of(),
                picture.caption(),
                draw,
                states.known(draw.whole(picture.caption())),
                picture.subset().regularisation() ? plan.loss().priorLossWeight() : 1);
    }

    private List<PreparedCopy> copies(FramedPicture framed, boolean mirrored, CancelToken cancel) {
        DatasetPicture picture = framed.picture();
        return framed.framings().stream()
                .map(framing ->
                        new PreparedCopy(
                                framing,
                                latents.of(picture, framing, mirrored, cancel),
                                plan.loss().maskedLoss() == MaskUse.OFF
                                        ? null
                                        : masks.of(picture, framing, mirrored, latents.reduction())
                                                .orElse(null)))
                .toList();
    }
}
