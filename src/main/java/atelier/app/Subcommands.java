package atelier.app;

import atelier.cli.AnalyzeCommand;
import atelier.cli.BenchCommand;
import atelier.cli.BenchFacesCommand;
import atelier.cli.BenchFullSizeCommand;
import atelier.cli.BenchGenerateCommand;
import atelier.cli.BenchTrainCommand;
import atelier.cli.BenchUiCommand;
import atelier.cli.BuildStarterCommand;
import atelier.cli.CaptionCommand;
import atelier.cli.CaptionsCommand;
import atelier.cli.CompareCommand;
import atelier.cli.Consent;
import atelier.cli.ConvertCommand;
import atelier.cli.DemoCommand;
import atelier.cli.DoctorCommand;
import atelier.cli.FirstStepsCommand;
import atelier.cli.GenerateCommand;
import atelier.cli.HistoryCommand;
import atelier.cli.ImportTokenizerCommand;
import atelier.cli.InspectCommand;
import atelier.cli.LibraryAccess;
import atelier.cli.LibraryAdaptersCommand;
import atelier.cli.LibraryArchiveCommand;
import atelier.cli.LibraryCommand;
import atelier.cli.LibraryPickCommand;
import atelier.cli.LibraryRescanCommand;
import atelier.cli.ModelsCommand;
import atelier.cli.PrepareCommand;
import atelier.cli.RateCommand;
import atelier.cli.RestoreCommand;
import atelier.cli.SampleDataCommand;
import atelier.cli.ScreenshotsCommand;
import atelier.cli.StudioCommand;
import atelier.cli.TrainCommand;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/**
 * The one list of what the command line can do, each command built with the services it works on.
 */
final class Subcommands {

    private Subcommands() {}

    /** Every command, in the order of the help. */
    static List<Object> all(Services services) {
        Window window = new Window(services, home());
        WindowBench windowBench = new WindowBench(services, window, home());
        Path starter = Home.in(home()).starter();
        LibraryAccess library = new LibraryAccess(services::open, services::library);
        return List.of(
                new StudioCommand(window::open, windowBench::rehearse),
                new GenerateCommand(services::generation),
                new CompareCommand(services::comparison, starter),
                new AnalyzeCommand(services::analysis, starter),
                new RestoreCommand(services::restoration),
                new PrepareCommand(services::preparation),
                new CaptionsCommand(services::captions),
                new CaptionCommand(services::tagging, Consent.ofThisProcess()),
                new TrainCommand(services::training),
                new InspectCommand(services.inspection()),
                new ConvertCommand(services::conversion),
                new ImportTokenizerCommand(services::tokenizerImport),
                new CommandLine(new LibraryCommand())
                        .addSubcommand(new LibraryRescanCommand(library))
                        .addSubcommand(new LibraryAdaptersCommand(library))
                        .addSubcommand(new LibraryPickCommand(library))
                        .addSubcommand(new LibraryArchiveCommand(library)),
                new RateCommand(library),
                new DoctorCommand(library),
                new HistoryCommand(library),
                new CommandLine(new BenchCommand())
                        .addSubcommand(new BenchGenerateCommand(services::generationBench))
                        .addSubcommand(new BenchTrainCommand(services::trainingBench))
                        .addSubcommand(new BenchFullSizeCommand(services.fullSizeBench()))
                        .addSubcommand(new BenchFacesCommand(services.faceBench()))
                        .addSubcommand(new BenchUiCommand(new WindowStarts(home()), windowBench)),
                new SampleDataCommand(services.sampleData()),
                new CommandLine(new ModelsCommand())
                        .addSubcommand(new BuildStarterCommand(services.starterBuild(), home())),
                new DemoCommand(services::demo, home()),
                new FirstStepsCommand(() -> Screens.ofThisProcess().present()),
                new ScreenshotsCommand(window::paint));
    }

    /** Where Atelier's sources or installed files lie. */
    private static Path home() {
        return Path.of(System.getProperty("atelier.home", ""));
    }
}
