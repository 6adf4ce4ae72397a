package atelier.service.generation;

import atelier.model.generation.AdapterUse;
import atelier.model.generation.EmphasisMode;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationDraft;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.ModelFile;
import atelier.model.generation.PlannedPrompt;
import atelier.model.generation.PromptStyle;
import atelier.model.generation.SamplingSettings;
import atelier.model.settings.DeviceChoice;
import atelier.service.prompt.PromptService;
import java.nio.file.Path;
import java.util.List;

/** Makes of what the user wrote the orders that come to it. Methods wait for the disk. */
public final class BatchPlanner {

    private final PromptService prompts;

    /** Reads prompts with that service. */
    public BatchPlanner(PromptService prompts) {
        this.prompts = prompts;
    }

    /**
     * The prompts of the images, in their styles.
     *
     * @param styles those that are on
     * @throws atelier.model.AtelierException if the prompt cannot be read
     */
    public List<PlannedPrompt> prompts(GenerationDraft draft, List<PromptStyle> styles) {
        String prompt = draft.prompt();
        for (PromptStyle style : styles) {
            prompt = style.styled(prompt);
        }
        return prompts.plan(prompt, draft.seed(), draft.each());
    }

    /**
     * The orders.
     *
     * @param styles those that are on
     * @param adapters those that are on
     * @param out folder for the images
     * @throws atelier.model.AtelierException if the prompt cannot be read, or a setting is out of
     *     range
     */
    public GenerationBatch batch(
            GenerationDraft draft,
            List<PromptStyle> styles,
            ModelFile model,
            List<AdapterUse> adapters,
            DeviceChoice device,
            Path out) {
        String negative = draft.negative();
        for (PromptStyle style : styles) {
            negative = style.avoiding(negative);
        }
        String avoided = negative.isBlank() ? null : negative;
        SamplingSettings sampling =
                new SamplingSettings(
                        draft.sampler(),
                        draft.schedule(),
                        draft.steps(),
                        draft.guidance(),
                        0,
                        SamplingChoices.usualEta(draft.sampler()));
        List<GenerationOrder> orders =
                prompts(draft, styles).stream()
                        .map(prompt ->
                                new GenerationRequest(
                                        prompt.text(),
                                        avoided,
                                        draft.width(),
                                        draft.height(),
                                        null,
                                        sampling,
                                        prompt.seed(),
                                        prompt.count(),
                                        0,
                                        EmphasisMode.NO_NORM,
                                        null))
                        .map(request ->
                                new GenerationOrder(
                                        ModelChoice.of(model.path()),
                                        adapters,
                                        request,
                                        out,
                                        device,
                                        false))
                        .toList();
        orders.forEach(order -> RequestCheck.check(order.request()));
        return new GenerationBatch(orders);
    }
}
