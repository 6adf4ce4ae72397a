package atelier.service.review;

import atelier.model.review.Comparison;
import atelier.model.review.ComparisonSummary;
import atelier.service.storage.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The comparisons of a workspace. Waits for the disk. */
public final class ComparisonList {

    private final Path folder;

    /**
     * @param folder of comparisons; need not exist
     */
    public ComparisonList(Path folder) {
        this.folder = folder;
    }

    /**
     * All of them, the newest first. Folders that hold none are left out.
     *
     * @throws atelier.model.AtelierException if one cannot be read
     */
    public List<ComparisonSummary> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<ComparisonSummary> all = new ArrayList<>();
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path one : inside.sorted().toList()) {
                ComparisonFolder place = new ComparisonFolder(one);
                if (place.exists()) {
                    all.add(summary(place));
                }
            }
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
        all.sort(Comparator.comparing(ComparisonSummary::begun).reversed());
        return all;
    }

    private static ComparisonSummary summary(ComparisonFolder place) throws IOException {
        Comparison comparison = place.comparison();
        Set<String> made = place.made();
        return new ComparisonSummary(
                place.root(),
                comparison.name(),
                comparison.count(),
                comparison.cells().stream().filter(cell -> made.contains(cell.id())).count(),
                Files.getLastModifiedTime(place.file()).toInstant());
    }
}
