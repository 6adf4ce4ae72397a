package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.library.Workspace;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * Where files go that are deleted. Each time they get a folder of their own, in which they lie as
 * they lay in the workspace, with a list of them beside.
 */
final class Trash {

    /** First part of the place of what is in it. */
    static final String NAME = "trash/";

    private static final String LIST = "contents.txt";

    private final Workspace workspace;
    private final Clock clock;

    Trash(Workspace workspace, Clock clock) {
        this.workspace = workspace;
        this.clock = clock;
    }

    /**
     * Moves files or folders there; those that do not exist are passed over.
     *
     * @return the place, for {@link #restore}
     */
    String put(List<Path> files) {
        Path folder = newFolder();
        List<String> names =
                files.stream()
                        .filter(Files::exists)
                        .map(file -> workspace.root().relativize(file).toString())
                        .toList();
        byte[] list = String.join("\n", names).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.replace(folder.resolve(LIST), out -> out.write(list));
        names.forEach(name -> move(workspace.root().resolve(name), folder.resolve(name)));
        return NAME + folder.getFileName();
    }

    private Path newFolder() {
        String stamp = Workspace.stamp(LocalDateTime.now(clock));
        for (int number = 1; ; number++) {
            Path folder = workspace.trash().resolve(stamp + "-" + number);
            try {
                if (Files.notExists(folder)) {
                    return Files.createDirectories(folder);
                }
            } catch (IOException e) {
                throw FileFailures.writing(folder, e);
            }
        }
    }

    /**
     * Moves everything back that went there together.
     *
     * @throws AtelierException if it is gone from the trash, or something else lies where it was
     */
    void restore(String place) {
        Path folder = workspace.root().resolve(place);
        List<String> names;
        try {
            names = Files.readAllLines(folder.resolve(LIST));
        } catch (IOException e) {
            throw new AtelierException(
                    "%s is no longer in the trash: it cannot be brought back.".formatted(folder),
                    e);
        }
        for (String name : names) {
            Path back = workspace.root().resolve(name);
            if (Files.exists(back)) {
                throw new AtelierException(
                        "%s is there already, so the one in the trash was not brought back: move or rename it first."
                                .formatted(back));
            }
        }
        names.forEach(name -> move(folder.resolve(name), workspace.root().resolve(name)));
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileFailures.writing(to, e);
        }
    }
}
