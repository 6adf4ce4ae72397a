package atelier.service.library;

import atelier.model.library.ImageMarks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The marks of the images in a folder, in one file beside them. */
final class MarksFile {

    private static final String NAME = "marks.json";

    /** The second has stars and comments. */
    private static final int FORMAT = 2;

    private final Card<Content> cards = new Card<>(Content.class, FORMAT, MarksFile::upgrade);

    private static void upgrade(ObjectNode content) {
        content.path("images")
                .forEach(marks -> {
                    if (marks instanceof ObjectNode one) {
                        one.put("stars", 0).put("comment", "");
                    }
                });
    }

    /**
     * What the file holds.
     *
     * @param images marks by the names of the files
     */
    record Content(TreeMap<String, ImageMarks> images) {}

    /** The marks of a file; none where nobody made any. */
    ImageMarks read(Path image) {
        return content(image).images().getOrDefault(name(image), ImageMarks.NONE);
    }

    /** Keeps the marks of a file. */
    void write(Path image, ImageMarks marks) {
        Content content = content(image);
        if (marks.equals(ImageMarks.NONE)) {
            content.images().remove(name(image));
        } else {
            content.images().put(name(image), marks);
        }
        cards.write(file(image), content);
    }

    private Content content(Path image) {
        Path file = file(image);
        return Files.exists(file) ? cards.read(file) : new Content(new TreeMap<>());
    }

    private static Path file(Path image) {
        return image.resolveSibling(NAME);
    }

    private static String name(Path image) {
        return image.getFileName().toString();
    }
}
