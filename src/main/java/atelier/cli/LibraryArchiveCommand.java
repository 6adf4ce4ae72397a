package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.AtelierException;
import atelier.model.library.AdapterField;
import atelier.model.library.AdapterRecord;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.service.library.LibraryService;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts characters and adapters into the archive, and brings them back. */
@Command(
        name = "archive",
        sortOptions = false,
        description = {
            "Puts characters and adapters into the archive: out of lists and choices, with all that belongs to them, to be brought"
                    + " back at any time. Nothing is deleted, and rescanning keeps it."
        },
        footer = {
            "",
            "With --json: {\"event\":\"archived\",\"kind\",\"id\",\"archived\"} for each.",
            "",
            "Examples:",
            "  atelier library archive mia old-style.safetensors",
            "  atelier library archive mia --back"
        })
public final class LibraryArchiveCommand implements Runnable {

    private static final String WHY = "on the command line";

    private final LibraryAccess access;

    @Parameters(
            arity = "1..*",
            paramLabel = "THING",
            description =
                    "Characters, by the names of their folders, and adapters, by the names of their files.")
    private List<String> things;

    @Option(names = "--back", description = "Brings them back.")
    private boolean back;

    @Mixin private JobOptions job;

    /** Works on the libraries that it comes to that way. */
    public LibraryArchiveCommand(LibraryAccess access) {
        this.access = access;
    }

    @Override
    public void run() {
        access.runEach(job, things, this::move);
    }

    private void move(LibraryService library, String thing, JobOutput output) {
        String value = Boolean.toString(!back);
        Optional<CharacterRecord> character =
                library.characters().all().stream()
                        .filter(one -> one.slug().equals(thing))
                        .findFirst();
        Optional<AdapterRecord> adapter =
                library.adapters().all().stream()
                        .filter(one -> one.file().equals(thing))
                        .findFirst();
        if (character.isPresent()) {
            library.characters().set(thing, CharacterField.ARCHIVED, value, WHY);
            tell(output, "character", thing);
        } else if (adapter.isPresent()) {
            library.adapters().set(thing, AdapterField.ARCHIVED, value, WHY);
            tell(output, "adapter", thing);
        } else {
            throw new AtelierException(
                    "There is no character and no adapter %s in the library: 'atelier library adapters' lists the adapters."
                            .formatted(thing));
        }
    }

    private void tell(JobOutput output, String kind, String id) {
        output.result(
                "archived",
                Facts.of("kind", kind).and("id", id).and("archived", !back),
                TerminalText.oneLine(back ? id + " is back" : id + " is in the archive"));
    }
}
