package atelier.ui.generation;

import atelier.model.AtelierException;
import atelier.model.generation.GenerationDraft;
import atelier.model.generation.ModelFile;
import atelier.model.generation.PlannedPrompt;
import atelier.model.generation.PromptReading;
import atelier.model.generation.PromptStyle;
import atelier.model.generation.PromptTokens;
import atelier.ui.work.PaceOfImages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an order comes to.
 *
 * @param work with which the panel works
 */
record OutlookReader(GenerationWork work) {

    /** The most images of an order. */
    static final long MOST_IMAGES = 10_000;

    private static final int COUNTED = 20;

    /** Looks at an order; waits for the disk. */
    Outlook look(
            GenerationDraft draft,
            List<PromptStyle> on,
            List<String> triggers,
            @Nullable ModelFile model,
            PaceOfImages pace) {
        PromptReading reading = work.prompts().read(draft.prompt(), triggers);
        long wordings = reading.variants();
        PromptTokens tokens = null;
        if (reading.problem().isEmpty() && wordings * draft.each() <= MOST_IMAGES) {
            try {
                List<PlannedPrompt> plan = work.planner().prompts(draft, on);
                tokens = model == null ? null : tokens(plan, model);
            } catch (AtelierException e) {
                reading =
                        new PromptReading(
                                reading.marks(), wordings, String.valueOf(e.getMessage()));
            }
        }
        return new Outlook(
                reading,
                wordings,
                draft.each(),
                tokens,
                pace.secondsOf(
                        1.0
                                * wordings
                                * draft.each()
                                * draft.steps()
                                * draft.width()
                                * draft.height()));
    }

    private @Nullable PromptTokens tokens(List<PlannedPrompt> plan, ModelFile model) {
        PromptTokens longest = null;
        for (PlannedPrompt prompt : plan.subList(0, Math.min(plan.size(), COUNTED))) {
            try {
                PromptTokens tokens = work.tokens().count(model.path(), prompt.text());
                longest = longest == null || tokens.used() > longest.used() ? tokens : longest;
            } catch (AtelierException e) {
                // The model says so itself once it is asked for images.
                return null;
            }
        }
        return longest;
    }
}
