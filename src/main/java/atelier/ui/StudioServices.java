package atelier.ui;

import atelier.model.library.Workspace;
import atelier.service.dataset.CaptionService;
import atelier.service.dataset.DatasetService;
import atelier.service.dataset.MaskMaker;
import atelier.service.job.JobQueue;
import atelier.service.library.LibraryService;
import atelier.service.review.ComparisonPlanner;
import atelier.service.settings.SettingsStore;
import atelier.service.storage.PictureReader;
import atelier.ui.dataset.TaggingWork;
import atelier.ui.restoration.RestorationWork;
import atelier.ui.settings.SettingsWork;
import atelier.ui.training.TrainingWork;
import atelier.ui.work.Background;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the window works with.
 *
 * @param workspace where everything lies
 * @param library what is in it
 * @param datasets tells what training gets
 * @param masks cuts out the subjects of pictures
 * @param captions edits captions
 * @param tagging proposes captions
 * @param pictures reads pictures
 * @param jobs long work
 * @param training what the training panel has done for it
 * @param restoration what the restoration panel has done for it
 * @param comparisons looks at what shall be compared
 * @param settings what the user has set
 * @param choices what the settings panel works with
 * @param resolution side of a square picture in training, unless the user chooses another
 * @param starter the model that comes along; need not be there
 * @param sample pictures of the character that comes along, for a workspace that is new; null where
 *     they are not there, or the workspace must not be changed
 * @param catalog the folder that tells of models to fetch; need not be there
 * @param background does what waits for the disk
 */
public record StudioServices(
        Workspace workspace,
        LibraryService library,
        DatasetService datasets,
        MaskMaker masks,
        CaptionService captions,
        TaggingWork tagging,
        PictureReader pictures,
        JobQueue jobs,
        TrainingWork training,
        RestorationWork restoration,
        ComparisonPlanner comparisons,
        SettingsStore settings,
        SettingsWork choices,
        int resolution,
        Path starter,
        @Nullable Path sample,
        Path catalog,
        Background background) {}
