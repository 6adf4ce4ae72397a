package atelier.app;

import atelier.cli.CompareCommand;
import atelier.cli.PrepareCommand;
import atelier.cli.Versions;
import atelier.engine.bench.NetworkSizes;
import atelier.engine.bench.RandomRestorer;
import atelier.engine.restoration.NetworkRestorers;
import atelier.engine.weights.ContentHashes;
import atelier.model.library.Workspace;
import atelier.service.bench.FaceBench;
import atelier.service.bench.FullSizeBench;
import atelier.service.bench.GenerationBench;
import atelier.service.bench.TrainingBench;
import atelier.service.dataset.CaptionService;
import atelier.service.dataset.DatasetService;
import atelier.service.dataset.FaceLook;
import atelier.service.generation.GenerationRunner;
import atelier.service.generation.GenerationService;
import atelier.service.generation.ModelList;
import atelier.service.generation.ProvenanceMaker;
import atelier.service.generation.metadata.GeneratedImageWriter;
import atelier.service.job.Accelerator;
import atelier.service.job.JobQueue;
import atelier.service.job.MachineMemory;
import atelier.service.job.MemoryLimit;
import atelier.service.library.ConversionService;
import atelier.service.library.HealthRunner;
import atelier.service.library.InspectionService;
import atelier.service.library.KeptHashes;
import atelier.service.library.LibraryService;
import atelier.service.library.TokenizerImportService;
import atelier.service.library.WeeklyCheck;
import atelier.service.library.WorkspaceDisk;
import atelier.service.library.download.DownloadRunner;
import atelier.service.library.download.ModelDownload;
import atelier.service.report.ProblemReports;
import atelier.service.restoration.FoundFaces;
import atelier.service.restoration.RestorationLocks;
import atelier.service.restoration.RestorationModels;
import atelier.service.restoration.RestorationRunner;
import atelier.service.restoration.RestorationService;
import atelier.service.restoration.SubjectMasks;
import atelier.service.review.ComparisonLocks;
import atelier.service.review.ComparisonPlanner;
import atelier.service.review.ComparisonRunner;
import atelier.service.review.ComparisonService;
import atelier.service.review.analysis.AnalysisRunner;
import atelier.service.review.analysis.AnalysisService;
import atelier.service.review.export.ComparisonExport;
import atelier.service.review.score.FoundNetworks;
import atelier.service.review.score.ModelLikeness;
import atelier.service.review.score.ScoreService;
import atelier.service.settings.SettingsStore;
import atelier.service.starter.SampleDataService;
import atelier.service.starter.build.StarterBuildService;
import atelier.service.starter.demo.DemoPainter;
import atelier.service.starter.demo.DemoService;
import atelier.service.storage.FolderLocks;
import atelier.service.storage.PictureReader;
import atelier.service.storage.database.OpenWorkspace;
import atelier.service.tagging.Taggers;
import atelier.service.tagging.TaggingService;
import atelier.service.training.RunHost;
import atelier.service.training.TrainingRunner;
import atelier.service.training.TrainingService;
import atelier.service.training.forecast.ThisMachine;
import atelier.ui.settings.SettingsWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the services, each from what it needs; one accelerator serves them all. */
final class Services implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Services.class);

    private final Home home;
    private final ContentHashes hashes;
    private final RunHost runHost;
    private final Accelerator accelerator = new Accelerator();
    private final PictureReader pictures = new PictureReader();
    private final FolderLocks workspaces = OpenWorkspace.locks();
    private final ComparisonLocks comparisons = new ComparisonLocks();
    private final RestorationLocks restorations = new RestorationLocks();

    /**
     * @param cache for what can be computed again
     */
    Services(Path cache) {
        home = Home.ofThisProcess();
        make(cache);
        // SQLite unpacks its library only into a folder that is there.
        make(cache.resolve("sqlite"));
        hashes = new ContentHashes(cache.resolve("hashes.json"));
        runHost =
                new RunHost(
                        Clock.systemUTC(),
                        Versions.ofAtelier(),
                        (file, progress, cancel) ->
                                hashes.compute(file, progress, cancel).sha256());
    }

    private static void make(Path cache) {
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            // Most commands keep nothing there, and what cannot be kept says so.
            LOG.warn("There is no folder {}", cache, e);
        }
    }

    /** Lets a window go before what is computed; to be called before anything is. */
    void giveWay() {
        accelerator.giveWay();
    }

    /** Makes images with the tokenizers of a workspace, in all the memory there is. */
    GenerationService generation(Workspace workspace) {
        return generation(workspace, MemoryLimit.NONE);
    }

    /** The same within a limit. */
    GenerationService generation(Workspace workspace, MemoryLimit limit) {
        return new GenerationService(
                accelerator,
                workspace.tokenizers(),
                new ProvenanceMaker(new KeptHashes(hashes), Versions.ofAtelier()),
                new GeneratedImageWriter(),
                pictures,
                limit);
    }

    /** Opens a workspace to change it, or to look at it where another process has it open. */
    OpenWorkspace open(Workspace workspace) {
        return OpenWorkspace.open(workspace, workspaces);
    }

    /** What a workspace holds. */
    LibraryService library(OpenWorkspace open) {
        return new LibraryService(
                open,
                pictures,
                Clock.system(ZoneId.systemDefault()),
                System.getProperty("user.name"));
    }

    /**
     * The queue of a workspace, which runs its jobs with those services.
     *
     * @param weekly hears of checks of the library
     */
    JobQueue jobs(
            OpenWorkspace open,
            LibraryService library,
            TrainingService training,
            GenerationService generation,
            WeeklyCheck weekly) {
        return new JobQueue(
                open.database(),
                List.of(
                        new TrainingRunner(training),
                        new GenerationRunner(generation, library.images()::indexOwn),
                        comparisonRunner(open.workspace(), generation),
                        new RestorationRunner(
                                restoration(open.workspace()), library.images()::indexOwn),
                        new AnalysisRunner(analysis(open.workspace())),
                        new HealthRunner(library.health(), weekly::checked),
                        new DownloadRunner(new ModelDownload(open.workspace().models()))),
                Clock.systemUTC(),
                System::nanoTime);
    }

    /** What the settings panel works with. */
    SettingsWork settings(OpenWorkspace open, SettingsStore store, Path starter) {
        Workspace workspace = open.workspace();
        return new SettingsWork(
                store,
                accelerator::found,
                accelerator::inUse,
                MachineMemory.total(),
                new WorkspaceDisk(open),
                new ModelList(workspace.models(), starter)::all,
                new ProblemReports(
                        workspace.root().resolve("reports"),
                        Path.of(System.getProperty("atelier.log.file", "atelier.log")),
                        Path.of("").toAbsolutePath(),
                        new SystemFacts(accelerator::found)::lines,
                        Clock.system(ZoneId.systemDefault())),
                Versions.ofAtelier());
    }

    /** Measures how fast images are made, with the tokenizers of a workspace. */
    GenerationBench generationBench(Workspace workspace) {
        return new GenerationBench(accelerator, workspace.tokenizers());
    }

    /** Measures SDXL at full size, over random weights. */
    FullSizeBench fullSizeBench() {
        return new FullSizeBench(accelerator, NetworkSizes.sdxl(), MachineMemory::available);
    }

    /** Measures how fast faces are restored. */
    FaceBench faceBench() {
        return new FaceBench(accelerator, RandomRestorer.GFPGAN_CHANNELS);
    }

    /** Reads pictures. */
    PictureReader pictures() {
        return pictures;
    }

    /** Tells what training will get of pictures, with the networks of a workspace. */
    DatasetService dataset(Workspace workspace) {
        return new DatasetService(pictures, faces(workspace));
    }

    /** Looks at pictures for the command line. */
    PrepareCommand.Work preparation(Workspace workspace) {
        return new PrepareCommand.Work(dataset(workspace), masks(workspace));
    }

    /** Cuts out the subjects of pictures, with the networks of a workspace. */
    SubjectMasks masks(Workspace workspace) {
        return new SubjectMasks(accelerator, restorationModels(workspace), pictures);
    }

    private FaceLook faces(Workspace workspace) {
        return new FoundFaces(accelerator, restorationModels(workspace), pictures);
    }

    private RestorationModels restorationModels(Workspace workspace) {
        return new RestorationModels(workspace.models(), home.starter(), home.catalog());
    }

    /** Edits captions, remembering in a workspace what can be undone. */
    CaptionService captions(Workspace workspace) {
        return new CaptionService(pictures, workspace.captionEdits());
    }

    /** Proposes captions by the networks of a workspace and of the model that comes along. */
    TaggingService tagging(Workspace workspace) {
        return new TaggingService(
                captions(workspace),
                new Taggers(accelerator, pictures, workspace.models(), home.starter()));
    }

    /** Measures how fast adapters are trained, with the tokenizers of a workspace. */
    TrainingBench trainingBench(Workspace workspace) {
        return new TrainingBench(
                accelerator, workspace.tokenizers(), NetworkSizes.sdxl(), MachineMemory::available);
    }

    /** Trains adapters with the tokenizers of a workspace, in all the memory there is. */
    TrainingService training(Workspace workspace) {
        return training(workspace, MemoryLimit.NONE);
    }

    /** The same within a limit. */
    TrainingService training(Workspace workspace, MemoryLimit limit) {
        return new TrainingService(
                accelerator,
                workspace.tokenizers(),
                new PictureReader(),
                faces(workspace),
                runHost,
                new ThisMachine(limit));
    }

    /** Does the main job once, and measures what came of it. */
    DemoService demo(Workspace workspace) {
        return new DemoService(
                dataset(workspace),
                training(workspace),
                new DemoPainter(generation(workspace)),
                pictures,
                model -> ModelLikeness.of(accelerator, model),
                System::nanoTime);
    }

    /** Compares adapters with the tokenizers of a workspace. */
    CompareCommand.Work comparison(Workspace workspace) {
        return new CompareCommand.Work(
                comparisonPlanner(),
                comparison(generation(workspace)),
                scores(workspace),
                new ComparisonExport(pictures));
    }

    /** Looks at what shall be compared. */
    ComparisonPlanner comparisonPlanner() {
        return new ComparisonPlanner(new KeptHashes(hashes));
    }

    private ComparisonService comparison(GenerationService generation) {
        return new ComparisonService(
                generation,
                new GeneratedImageWriter(),
                pictures,
                new KeptHashes(hashes),
                comparisons,
                System::nanoTime);
    }

    private ScoreService scores(Workspace workspace) {
        return new ScoreService(new FoundNetworks(accelerator, workspace.models()), pictures);
    }

    /** Tells what is to be seen in pictures, with the networks of a workspace. */
    AnalysisService analysis(Workspace workspace) {
        return new AnalysisService(new FoundNetworks(accelerator, workspace.models()), pictures);
    }

    private ComparisonRunner comparisonRunner(Workspace workspace, GenerationService generation) {
        ScoreService scores = scores(workspace);
        return new ComparisonRunner(
                comparison(generation),
                (folder, order, context) ->
                        scores.score(folder, order.scores(), context.progress(), context.cancel()));
    }

    /** Restores images with the models of a workspace. */
    RestorationService restoration(Workspace workspace) {
        return new RestorationService(
                accelerator,
                new NetworkRestorers(),
                restorationModels(workspace),
                pictures,
                Versions.ofAtelier(),
                restorations);
    }

    /** Paints pictures to train on. */
    SampleDataService sampleData() {
        return new SampleDataService();
    }

    /** Builds the starter model. */
    StarterBuildService starterBuild() {
        return new StarterBuildService(accelerator);
    }

    /** Says what weight files are. */
    InspectionService inspection() {
        return new InspectionService(hashes);
    }

    /** Converts models with the tokenizers of a workspace. */
    ConversionService conversion(Workspace workspace) {
        return new ConversionService(workspace);
    }

    /** Imports CLIP's vocabulary into a workspace. */
    TokenizerImportService tokenizerImport(Workspace workspace) {
        return new TokenizerImportService(workspace);
    }

    @Override
    public void close() {
        accelerator.close();
    }
}
