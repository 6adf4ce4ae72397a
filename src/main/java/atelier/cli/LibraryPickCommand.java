package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.library.PictureRecord;
import atelier.service.library.LibraryService;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds images to the pictures of a character. */
@Command(
        name = "pick",
        sortOptions = false,
        description = {
            "Copies images of the gallery to the pictures of a character, to be trained on: byte for byte, so that each still says"
                    + " how it was made, and with its prompt as a caption to edit."
        },
        footer = {
            "",
            "With --json: {\"event\":\"picked\",\"character\",\"picture\",\"sha256\"} for each.",
            "",
            "Example:",
            "  atelier library pick images/2026-11-29/0007.png --character mia"
        })
public final class LibraryPickCommand implements Runnable {

    private final LibraryAccess access;

    @Parameters(
            arity = "1..*",
            paramLabel = "IMAGE",
            description =
                    "Files of images in the workspace, or their names below the folder of images.")
    private List<String> images;

    @Option(
            names = "--character",
            required = true,
            paramLabel = "SLUG",
            description = "The character: the name of its folder.")
    private String character;

    @Mixin private JobOptions job;

    /** Works on the libraries that it comes to that way. */
    public LibraryPickCommand(LibraryAccess access) {
        this.access = access;
    }

    @Override
    public void run() {
        access.runEach(job, images, this::pick);
    }

    private void pick(LibraryService library, String image, JobOutput output) {
        PictureRecord picture =
                library.characters().pick(character, GalleryImage.of(library.images(), image));
        output.result(
                "picked",
                Facts.of("character", picture.character())
                        .and("picture", picture.name())
                        .and("sha256", picture.sha256()),
                TerminalText.oneLine(picture.character() + "/" + picture.name()));
    }
}
