package atelier.service.library;

import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What only a database knew that is gone, and files do not bring back: the history and the queue
 * always, the rest where there are files that it tells of.
 */
final class LostKnowledge {

    private final Library library;
    private final FoundFiles files;

    LostKnowledge(Library library, FoundFiles files) {
        this.library = library;
        this.files = files;
    }

    /** One sentence for each kind of thing. */
    List<String> sentences() {
        List<String> lost = new ArrayList<>();
        lost.add(
                "The history of changes was in the old database alone, and what was changed before can no longer be taken back.");
        lost.add(
                "The queue of jobs was in the old database alone; runs in it can be gone on with from their folders.");
        long thrownAway = thrownAway();
        if (thrownAway > 0) {
            lost.add(
                    "%,d deleted things lie in %s, but where they came from was in the old database alone: put back by hand what you miss."
                            .formatted(thrownAway, library.workspace().trash()));
        }
        lost.addAll(bare());
        long pictures =
                files.characters().stream()
                        .mapToLong(slug -> files.pictureFiles(slug).size())
                        .sum();
        if (pictures > 0) {
            lost.add(
                    "When the %,d pictures were added was in the old database alone; the times of their files stand for it."
                            .formatted(pictures));
        }
        return lost;
    }

    /** Things without a card have nothing but their files to tell of them. */
    private List<String> bare() {
        List<String> bare = new ArrayList<>();
        for (Path file : files.adapters()) {
            if (Files.notExists(AdapterLibrary.card(file))) {
                bare.add(
                        "There is no card beside %s, so its name, type, character, note and tags were in the old database alone."
                                .formatted(file.getFileName()));
            }
        }
        for (String slug : files.characters()) {
            Path folder = library.workspace().characters().resolve(slug);
            if (Files.notExists(folder.resolve(CharacterLibrary.CARD))) {
                bare.add(
                        "There is no card in %s, so what the character was called, its trigger, state, note and tags were in the old database alone."
                                .formatted(folder));
            }
        }
        return bare;
    }

    private long thrownAway() {
        Path trash = library.workspace().trash();
        if (Files.notExists(trash)) {
            return 0;
        }
        try (Stream<Path> parts = Files.list(trash)) {
            return parts.count();
        } catch (IOException e) {
            throw FileFailures.reading(trash, e);
        }
    }
}
