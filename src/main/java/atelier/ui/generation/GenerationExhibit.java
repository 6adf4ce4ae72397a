package atelier.ui.generation;

import atelier.model.generation.GenerationBatch;
import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobRecord;
import atelier.model.library.AdapterRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Brings the generation panel into a state, for pictures of it.
 *
 * @param model of the panel
 */
public record GenerationExhibit(GenerationModel model) {

    /**
     * Puts adapters on the shelf.
     *
     * @param strengths of those that are on, by their files
     */
    public void shelve(List<AdapterRecord> adapters, Map<String, Double> strengths) {
        model.whenReady(() -> {
            model.shelf().fill(adapters);
            model.shelf().take(strengths);
        });
    }

    /**
     * Shows a batch that nobody makes.
     *
     * @param made its finished images, by what the runner calls them
     * @param seen the image that takes shape
     */
    public void making(
            JobRecord job, GenerationBatch batch, Map<String, Path> made, PreviewPicture seen) {
        model.whenReady(() -> model.running().exhibit(job, batch, made, seen));
    }
}
