package atelier.ui.generation;

import atelier.model.generation.SettingsLookup;
import atelier.model.library.Workspace;
import atelier.service.generation.BatchPlanner;
import atelier.service.generation.ModelList;
import atelier.service.generation.metadata.ImageSettingsReader;
import atelier.service.job.JobQueue;
import atelier.service.library.LibraryService;
import atelier.service.prompt.PromptService;
import atelier.service.prompt.PromptStyles;
import atelier.service.prompt.TokenCounter;
import atelier.service.settings.SettingsStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What the generation panel works with.
 *
 * @param workspace where everything lies
 * @param library what is in it
 * @param jobs takes the orders
 * @param settings keeps what is not sent off yet
 * @param prompts reads prompts
 * @param planner makes orders of them
 * @param styles of the workspace
 * @param tokens counts how long prompts are
 * @param models that images can be made with
 * @param clock tells the day
 */
public record GenerationWork(
        Workspace workspace,
        LibraryService library,
        JobQueue jobs,
        SettingsStore settings,
        PromptService prompts,
        BatchPlanner planner,
        PromptStyles styles,
        TokenCounter tokens,
        ModelList models,
        Clock clock) {

    /**
     * Over a workspace.
     *
     * @param starter the model that comes along
     */
    public static GenerationWork of(
            Workspace workspace,
            LibraryService library,
            JobQueue jobs,
            SettingsStore settings,
            Path starter,
            Clock clock) {
        PromptService prompts = new PromptService(workspace.wildcards());
        return new GenerationWork(
                workspace,
                library,
                jobs,
                settings,
                prompts,
                new BatchPlanner(prompts),
                new PromptStyles(workspace.styles()),
                new TokenCounter(workspace.tokenizers()),
                new ModelList(workspace.models(), starter),
                clock);
    }

    /** Today, where the user is. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** How an image says it was made. */
    SettingsLookup settingsOf(Path image) {
        return new ImageSettingsReader().read(image);
    }
}
