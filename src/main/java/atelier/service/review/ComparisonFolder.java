package atelier.service.review;

import atelier.model.AtelierException;
import atelier.model.review.Cell;
import atelier.model.review.Comparison;
import atelier.model.review.ComparisonAxes;
import atelier.service.storage.FileFailures;
import atelier.service.storage.OutputFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a comparison: {@code comparison.json} tells what it is, {@code cells/} holds an
 * image for each cell that is made. A cell is made when its file is there, and files come there
 * whole or not at all; so there is nothing else to keep in step.
 *
 * @param root the folder
 */
public record ComparisonFolder(Path root) {

    private static final String PNG = ".png";

    /** Tells what is compared. */
    public Path file() {
        return root.resolve("comparison.json");
    }

    /** The images. */
    public Path cells() {
        return root.resolve("cells");
    }

    /** The image of a cell; it may not be there yet. */
    public Path cell(Cell cell) {
        return cells().resolve(cell.id() + PNG);
    }

    /** Whether a cell is made. */
    public boolean has(Cell cell) {
        return Files.isRegularFile(cell(cell));
    }

    /** Whether there is a comparison in it. */
    public boolean exists() {
        return Files.isRegularFile(file());
    }

    /**
     * The comparison in it.
     *
     * @throws AtelierException if it cannot be read, is of a newer format, or damaged
     */
    public Comparison comparison() {
        return ComparisonFile.read(file());
    }

    /**
     * The cells of its comparison that are made.
     *
     * @throws AtelierException if the folder cannot be read
     */
    public Set<String> made() {
        if (!Files.isDirectory(cells())) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(cells())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(PNG))
                    .map(name -> name.substring(0, name.length() - PNG.length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw FileFailures.reading(cells(), e);
        }
    }

    /**
     * Makes the folder if it is not there.
     *
     * @throws AtelierException if it cannot be made or written to
     */
    public void prepare() {
        OutputFolder.prepare(cells());
    }

    /**
     * Makes it the folder of a comparison. One that holds a part of it, as after a value was added
     * to an axis, is widened.
     *
     * @throws AtelierException if it holds another comparison, or cannot be written to
     */
    public void begin(Comparison comparison) {
        Comparison before = exists() ? comparison() : null;
        if (comparison.equals(before)) {
            return;
        }
        if (before != null) {
            requirePart(before, comparison);
        }
        ComparisonFile.write(file(), comparison);
    }

    private void requirePart(Comparison before, Comparison comparison) {
        Set<String> ids = comparison.cells().stream().map(Cell::id).collect(Collectors.toSet());
        List<Cell> others =
                before.cells().stream().filter(cell -> !ids.contains(cell.id())).toList();
        if (!others.isEmpty()) {
            throw new AtelierException(
                    "%s holds another comparison, with %s: choose another folder, or order that one again."
                            .formatted(root, difference(before, comparison)));
        }
    }

    private static String difference(Comparison before, Comparison comparison) {
        ComparisonAxes old = before.axes();
        ComparisonAxes now = comparison.axes();
        if (!Objects.equals(before.settings(), comparison.settings())) {
            return "another size, negative prompt or reading of the prompts";
        } else if (!now.models().containsAll(old.models())) {
            return "another base model, or one that was changed since";
        } else if (!now.adapters().containsAll(old.adapters())) {
            return "other adapters, or some that were changed since";
        } else if (!now.prompts().containsAll(old.prompts())) {
            return "other prompts";
        }
        return "other strengths, seeds or sampling";
    }
}
