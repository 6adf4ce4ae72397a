package atelier.service.dataset.source;

import atelier.model.AtelierException;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.Subset;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lists the files of a folder: of the folder itself, of folders in it that are named as sd-scripts
 * wants them, of the {@code img} and {@code reg} folders around such, and of all others if asked.
 */
final class FolderSource {

    private static final String REGULARISATION = "reg";
    private static final List<String> PARENTS = List.of("img", REGULARISATION);

    private final boolean recursive;
    private final boolean layouts;
    private final List<SubsetFiles> subsets = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private FolderSource(boolean recursive, boolean layouts) {
        this.recursive = recursive;
        this.layouts = layouts;
    }

    /**
     * Looks through a folder.
     *
     * @throws AtelierException if it is none or cannot be read; folders in it that cannot are left
     *     out
     */
    static Listing list(Path folder, boolean recursive) {
        Subset subset =
                KohyaName.of(folder)
                        .map(name -> Subset.repeated(folder, name.repeats(), name.words(), false))
                        .orElseGet(() -> Subset.plain(folder));
        return list(subset, recursive, true);
    }

    /** Looks through a subset's folder, whatever the folders in it are called. */
    static Listing listSubset(Subset subset, boolean recursive) {
        return list(subset, recursive, false);
    }

    private static Listing list(Subset subset, boolean recursive, boolean layouts) {
        FolderSource source = new FolderSource(recursive, layouts);
        source.subset(subset, List.of());
        return new Listing(source.subsets, source.leftOut, List.of());
    }

    private void subset(Subset subset, List<Path> above) {
        int place = subsets.size();
        List<Path> files = new ArrayList<>();
        walk(subset.folder(), subset, above, files);
        if (!files.isEmpty()) {
            subsets.addAll(
                    place,
                    layouts ? parts(subset, files) : List.of(new SubsetFiles(subset, files)));
        }
    }

    /** Apart by what is told of single pictures in files beside them. */
    private static List<SubsetFiles> parts(Subset subset, List<Path> files) {
        List<Path> others = new ArrayList<>(files);
        boolean masks = others.remove(MasksFile.in(subset.folder()));
        List<SubsetFiles> parts = RepeatsFile.split(subset, others);
        return masks
                ? parts.stream().flatMap(part -> MasksFile.split(part).stream()).toList()
                : parts;
    }

    private void walk(Path folder, Subset subset, List<Path> above, List<Path> files) {
        List<Path> path = new ArrayList<>(above);
        path.add(real(folder));
        for (Path child : children(folder)) {
            if (isHidden(child)) {
                leftOut.add(new LeftOut(child, child + " is hidden, so it was left alone."));
            } else if (Files.isDirectory(child)) {
                enter(child, subset, path, files);
            } else if (Files.isRegularFile(child)) {
                files.add(child);
            } else {
                leftOut.add(
                        new LeftOut(
                                child,
                                child
                                        + " is a link to nothing, or no file at all: remove it, or mend the link."));
            }
        }
    }

    private void enter(Path folder, Subset around, List<Path> path, List<Path> files) {
        try {
            if (path.contains(real(folder))) {
                leftOut.add(
                        new LeftOut(
                                folder,
                                folder
                                        + " links back to a folder that it lies in, so it was not followed."));
                return;
            }
            Optional<KohyaName> name = layouts ? KohyaName.of(folder) : Optional.empty();
            if (name.isPresent()) {
                Subset subset =
                        Subset.repeated(
                                folder,
                                name.get().repeats(),
                                name.get().words(),
                                around.regularisation() || above(folder, REGULARISATION));
                subset(subset, path);
            } else if (recursive || (layouts && isParentOfSubsets(folder))) {
                walk(folder, around, path, files);
            } else {
                leftOut.add(
                        new LeftOut(
                                folder,
                                folder
                                        + " is a folder, and pictures in it are not read: move them up, name it like 10_name, or use --recursive."));
            }
        } catch (AtelierException e) {
            leftOut.add(new LeftOut(folder, String.valueOf(e.getMessage())));
        }
    }

    private static boolean above(Path folder, String name) {
        Path parent = folder.getParent();
        return parent != null && parent.endsWith(name);
    }

    private static boolean isParentOfSubsets(Path folder) {
        return PARENTS.stream().anyMatch(folder::endsWith)
                && children(folder).stream().anyMatch(child -> KohyaName.of(child).isPresent());
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** With all links resolved, so that a circle of them is seen. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static AtelierException unreadable(Path folder, IOException cause) {
        return new AtelierException(
                "The folder "
                        + folder
                        + " cannot be read: you have no permission, or its disk is gone; change its permissions or copy it elsewhere.",
                cause);
    }

    private static boolean isHidden(Path file) {
        try {
            return file.getFileName().toString().startsWith(".") || Files.isHidden(file);
        } catch (IOException e) {
            throw FileFailures.reading(file, e);
        }
    }
}
