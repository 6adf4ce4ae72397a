package atelier.ui.review;

import atelier.model.library.AdapterRecord;
import atelier.model.library.RunRecord;
import atelier.model.library.Workspace;
import atelier.service.library.LibraryService;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The adapters that can be compared: the checkpoints of each run, and the adapters of the library.
 * Waits for the disk.
 *
 * @param workspace where they lie
 * @param library knows them
 */
record OfferedAdapters(Workspace workspace, LibraryService library) {

    private static final String ENDING = ".safetensors";

    /** All of them, the newest run first. */
    List<Pick<Path>> all() {
        List<Pick<Path>> all = new ArrayList<>();
        for (RunRecord run : library.runs().all()) {
            Path folder = workspace.runs().resolve(run.folder()).resolve("checkpoints");
            int count = count(folder);
            if (count > 0) {
                all.add(new Pick<>(folder, run.folder(), count, false));
            }
        }
        for (AdapterRecord adapter : library.adapters().current()) {
            Path file = library.adapters().path(adapter);
            if (Files.isRegularFile(file)) {
                all.add(new Pick<>(file, adapter.name(), 1, false));
            }
        }
        return all;
    }

    /** How many adapters a folder holds; 1 for the file of an adapter, 0 for any other. */
    static int count(Path folder) {
        if (!Files.isDirectory(folder)) {
            return folder.toString().endsWith(ENDING) ? 1 : 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(file -> file.toString().endsWith(ENDING)).count();
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }
}
