package atelier.cli;

import atelier.cli.output.Facts;
import atelier.cli.output.JobOutput;
import atelier.cli.output.TerminalText;
import atelier.model.AtelierException;
import atelier.model.library.ImageField;
import atelier.model.library.ImageMarks;
import atelier.model.library.ImageRecord;
import atelier.service.library.CellStars;
import atelier.service.library.ImageLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what images are worth. */
@Command(
        name = "rate",
        sortOptions = false,
        description = {
            "Says what you think of an image of the gallery: stars, like or dislike, a comment. Without any of these it shows what was said."
                    + " Cells of comparisons take stars.",
            "Adapters are ranked by it: see atelier library adapters. Each change of the gallery is in the history and can be taken back."
        },
        footer = {
            "",
            "With --json: {\"event\":\"rated\",\"file\",\"stars\",\"liked\",\"comment\"}.",
            "",
            "Example:",
            "  atelier rate images/2026-11-29/0007.png --stars 4 --comment \"the eyes are hers\""
        })
public final class RateCommand implements Runnable {

    private static final String WHY = "rated";

    private final LibraryAccess access;

    @Parameters(
            paramLabel = "IMAGE",
            description =
                    "File of an image in the workspace, or its name below the folder of images; or file of a cell of a comparison.")
    private String image;

    @Option(
            names = "--stars",
            paramLabel = "N",
            description = "What it is worth, 1 to 5; 0 takes the stars back.")
    private @Nullable Integer stars;

    @ArgGroup private @Nullable Liking liking;

    @Option(
            names = "--comment",
            paramLabel = "TEXT",
            description = "What there is to say of it; an empty one takes it back.")
    private @Nullable String comment;

    @Mixin private JobOptions job;

    /** One of them. */
    static final class Liking {

        @Option(names = "--like", description = "Like it.")
        private boolean like;

        @Option(names = "--dislike", description = "Dislike it.")
        @SuppressWarnings("UnusedVariable") // Of the three it is the one that is left.
        private boolean dislike;

        @Option(names = "--neither", description = "Take back that it was liked or disliked.")
        private boolean neither;

        private String value() {
            return neither ? "0" : like ? "1" : "-1";
        }
    }

    private record Change(ImageField field, String value) {}

    /** Works on the libraries that it comes to that way. */
    public RateCommand(LibraryAccess access) {
        this.access = access;
    }

    @Override
    public void run() {
        Optional<ComparedImage> cell = ComparedImage.of(Path.of(image));
        access.run(
                job,
                (library, output, _) -> {
                    if (cell.isPresent()) {
                        rate(cell.get(), output);
                    } else {
                        rate(library.images(), output);
                    }
                });
    }

    private void rate(ComparedImage compared, JobOutput output) {
        if (liking != null || comment != null) {
            throw new AtelierException(
                    "%s is a cell of a comparison, which takes stars alone: give --stars."
                            .formatted(image));
        }
        CellStars all = new CellStars(compared.folder().root());
        String id = compared.cell().id();
        int given =
                (stars == null ? all.all() : all.give(compared.cell(), stars)).getOrDefault(id, 0);
        show(output, image, ImageMarks.NONE.with(ImageField.STARS, Integer.toString(given)));
    }

    private void rate(ImageLibrary images, JobOutput output) {
        ImageRecord rated = GalleryImage.of(images, image);
        for (Change change : changes()) {
            rated = images.set(rated.file(), change.field(), change.value(), WHY);
        }
        show(output, rated.file(), rated.marks());
    }

    private static void show(JobOutput output, String file, ImageMarks marks) {
        output.result(
                "rated",
                Facts.of("file", file)
                        .and("stars", marks.stars())
                        .and("liked", marks.liked())
                        .and("comment", marks.comment()),
                TerminalText.oneLine(file + ": " + words(marks)));
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        if (stars != null) {
            changes.add(new Change(ImageField.STARS, stars.toString()));
        }
        if (liking != null) {
            changes.add(new Change(ImageField.LIKED, liking.value()));
        }
        if (comment != null) {
            changes.add(new Change(ImageField.COMMENT, comment.strip()));
        }
        return changes;
    }

    private static String words(ImageMarks marks) {
        List<String> words = new ArrayList<>();
        words.add(marks.stars() == 0 ? "no stars" : "%d of 5 stars".formatted(marks.stars()));
        if (marks.liked() != 0) {
            words.add(marks.liked() > 0 ? "liked" : "disliked");
        }
        if (!marks.comment().isEmpty()) {
            words.add('"' + marks.comment() + '"');
        }
        return String.join(", ", words);
    }
}
