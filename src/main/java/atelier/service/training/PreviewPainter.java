package atelier.service.training;

import atelier.engine.sdxl.EncodedPrompt;
import atelier.engine.sdxl.ImageGenerator;
import atelier.engine.sdxl.SdxlModel;
import atelier.engine.torch.Torch;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.SamplingSettings;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.training.WatchSettings;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.storage.Pixels;
import java.nio.file.Path;
import java.util.List;

/**
 * Draws previews with the model as it is being trained: its adapter is in the networks already, so
 * that nothing is loaded. No gradient is recorded and no random number of training is used, so that
 * training does not notice. Runs on the lane.
 */
final class PreviewPainter {

    private static final int GRAIN = 8;

    private final ImageGenerator generator;
    private final PreviewProvenance provenance;
    private final List<PreviewPrompt> prompts;
    private final List<GenerationRequest> requests;
    private final List<EncodedPrompt> texts;
    private final GeneratedImageWriter writer = new GeneratedImageWriter();

    /**
     * Encodes the prompts, after which the text encoders are no longer needed, unless they are
     * trained: then each preview has its prompt encoded as they are by then.
     *
     * @param textTrained whether they are
     * @param watching how previews are drawn
     * @param resolution of training, where no size is set
     */
    PreviewPainter(
            Torch torch,
            SdxlModel model,
            boolean textTrained,
            List<PreviewPrompt> prompts,
            WatchSettings watching,
            int resolution,
            PreviewProvenance provenance) {
        this.generator = new ImageGenerator(torch, model);
        this.provenance = provenance;
        this.prompts = List.copyOf(prompts);
        int side = watching.previewSize() == 0 ? resolution : watching.previewSize();
        this.requests =
                prompts.stream()
                        .map(prompt ->
                                request(prompt, watching, Math.max(GRAIN, side / GRAIN * GRAIN)))
                        .toList();
        this.texts = textTrained ? List.of() : requests.stream().map(generator::encode).toList();
    }

    private static GenerationRequest request(
            PreviewPrompt prompt, WatchSettings watching, int side) {
        return new GenerationRequest(
                prompt.text(),
                null,
                side,
                side,
                null,
                new SamplingSettings(
                        "euler",
                        "leading",
                        watching.previewSteps(),
                        watching.previewGuidance(),
                        0,
                        0),
                watching.previewSeed(),
                1,
                0,
                EmphasisMode.NO_NORM,
                null);
    }

    /** What is drawn. */
    List<PreviewPrompt> prompts() {
        return prompts;
    }

    /** Side of each in pixels. */
    int side() {
        return requests.getFirst().width();
    }

    /**
     * Draws one.
     *
     * @param number of the prompt
     * @param step after which it is drawn
     * @param progress hears how far it is, as one of all that are drawn together
     * @throws atelier.model.AtelierException if it cannot be drawn or saved
     */
    void draw(int number, long step, Path file, ProgressListener progress, CancelToken cancel) {
        GenerationRequest request = requests.get(number);
        generator.generate(
                request,
                texts.isEmpty() ? generator.encode(request) : texts.get(number),
                (seed, tiled, planes) ->
                        writer.replace(
                                file,
                                Pixels.picture(planes, request.width(), request.height()),
                                provenance.of(request, step, tiled)),
                steps(number, progress),
                cancel);
    }

    private ProgressListener steps(int number, ProgressListener progress) {
        return new ProgressListener() {
            @Override
            public void progressed(Progress one) {
                progress.progressed(
                        new Progress(
                                Previews.STAGE,
                                number,
                                prompts.size(),
                                "preview",
                                "%s %d of %d".formatted(one.unit(), one.done(), one.total())));
            }

            @Override
            public void noticed(String notice) {
                progress.noticed(notice);
            }
        };
    }
}
