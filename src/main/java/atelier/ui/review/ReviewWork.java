package atelier.ui.review;

import atelier.model.library.Workspace;
import atelier.service.generation.ModelList;
import atelier.service.job.JobQueue;
import atelier.service.library.LibraryService;
import atelier.service.review.ComparisonPlanner;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.PictureReader;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What the review panel works with.
 *
 * @param workspace where everything lies
 * @param library what is in it
 * @param jobs makes cells and measures them
 * @param settings keeps what is not ordered yet
 * @param planner looks at what shall be compared
 * @param pictures reads cells
 * @param models base models that can be compared on
 * @param networks the model that comes along, whose networks measure
 * @param clock tells the time where the user is
 */
public record ReviewWork(
        Workspace workspace,
        LibraryService library,
        JobQueue jobs,
        SettingsStore settings,
        ComparisonPlanner planner,
        PictureReader pictures,
        ModelList models,
        Path networks,
        Clock clock) {}
