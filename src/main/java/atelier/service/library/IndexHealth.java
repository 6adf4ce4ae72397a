package atelier.service.library;

import atelier.model.job.CancelToken;
import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.model.library.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at images and runs: whether the index has those that are there, and no others. */
final class IndexHealth implements HealthCheck {

    private static final int ALL = Integer.MAX_VALUE;

    private final Library library;
    private final ImageLibrary images;
    private final RunLibrary runs;
    private final FoundFiles files;

    IndexHealth(Library library, ImageLibrary images, RunLibrary runs, FoundFiles files) {
        this.library = library;
        this.images = images;
        this.runs = runs;
        this.files = files;
    }

    @Override
    public Found look(boolean thorough, CancelToken cancel) {
        List<ImageRecord> known = images.find(ImageQuery.of("", ALL));
        List<RunRecord> folders = runs.all();
        List<HealthFinding> findings = new ArrayList<>();
        add(findings, HealthTrouble.IMAGES_GONE, ItemKind.IMAGE, gone(known).size());
        cancel.check();
        add(findings, HealthTrouble.IMAGES_NEW, ItemKind.IMAGE, unlisted(known).size());
        cancel.check();
        add(findings, HealthTrouble.RUNS_GONE, ItemKind.RUN, goneRuns(folders).size());
        return new Found(known.size() + folders.size(), findings);
    }

    private static void add(
            List<HealthFinding> findings, HealthTrouble trouble, ItemKind kind, int number) {
        if (number > 0) {
            findings.add(new HealthFinding(trouble, kind, "", "", "", number));
        }
    }

    private List<ImageRecord> gone(List<ImageRecord> known) {
        return known.stream().filter(image -> Files.notExists(images.path(image))).toList();
    }

    private List<Path> unlisted(List<ImageRecord> known) {
        Set<Path> listed = new HashSet<>();
        known.forEach(image -> listed.add(images.path(image)));
        return files.images().stream().filter(file -> !listed.contains(file)).toList();
    }

    private List<Path> goneRuns(List<RunRecord> known) {
        return known.stream()
                .map(run -> library.workspace().runs().resolve(run.folder()))
                .filter(Files::notExists)
                .toList();
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        List<ImageRecord> known = images.find(ImageQuery.of("", ALL));
        switch (finding.trouble()) {
            case IMAGES_GONE -> gone(known).forEach(image -> images.forget(image.file(), why));
            case IMAGES_NEW -> unlisted(known).forEach(images::index);
            case RUNS_GONE -> goneRuns(runs.all()).forEach(runs::index);
            default -> {
                return false;
            }
        }
        return true;
    }
}
