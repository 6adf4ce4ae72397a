package atelier.cli;

import atelier.cli.output.Facts;
import atelier.model.library.Workspace;
import atelier.service.library.TokenizerImportService;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Imports CLIP's vocabulary into the workspace. */
@Command(
        name = "import-tokenizer",
        sortOptions = false,
        description = {
            "Copies CLIP's vocabulary into the workspace, once for all models that bring none, as single files do.",
            "Any diffusers folder of an SDXL model holds it, and so does the repository openai/clip-vit-large-patch14."
        },
        footer = {"", "With --json: {\"event\":\"tokenizer\",\"folder\",\"tokens\"}."})
public final class ImportTokenizerCommand implements Runnable {

    private final Function<Workspace, TokenizerImportService> services;

    @Mixin private JobOptions job;

    @Parameters(
            paramLabel = "DIR",
            description =
                    "Folder with vocab.json and merges.txt, or with tokenizer.json; or a diffusers model.")
    private Path folder;

    /**
     * @param services the import into a workspace
     */
    public ImportTokenizerCommand(Function<Workspace, TokenizerImportService> services) {
        this.services = services;
    }

    @Override
    public void run() {
        job.run((output, cancel) -> {
            TokenizerImportService.Imported imported =
                    services.apply(job.workspace()).importFrom(folder);
            output.result(
                    "tokenizer",
                    Facts.of("folder", imported.folder()).and("tokens", imported.tokens()),
                    "Imported %d tokens into %s.".formatted(imported.tokens(), imported.folder()));
        });
    }
}
