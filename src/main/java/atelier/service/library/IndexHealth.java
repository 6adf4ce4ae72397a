package atelier.service.library;

import atelier.model.library.HealthFinding;
import atelier.model.library.HealthTrouble;
import atelier.model.library.ImageQuery;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at images: whether the index has those that are there, as they are, and no others. */
final class IndexHealth implements HealthCheck {

    private static final int ALL = Integer.MAX_VALUE;

    private final ImageLibrary images;
    private final FoundFiles files;
    private final IndexEntries entries;

    IndexHealth(ImageLibrary images, FoundFiles files, IndexEntries entries) {
        this.images = images;
        this.files = files;
        this.entries = entries;
    }

    @Override
    public Found look(HealthLook look) {
        List<ImageRecord> known = known();
        List<HealthFinding> findings = new ArrayList<>();
        List<ImageRecord> gone = new ArrayList<>();
        List<ImageRecord> changed = new ArrayList<>();
        look.each(
                "Checking the images",
                "image",
                known,
                image -> {
                    if (Files.notExists(images.path(image))) {
                        gone.add(image);
                    } else if (isChanged(image)) {
                        changed.add(image);
                    }
                });
        add(findings, HealthTrouble.IMAGES_GONE, gone.size());
        add(findings, HealthTrouble.IMAGES_NEW, unlisted(known).size());
        add(findings, HealthTrouble.IMAGES_CHANGED, changed.size());
        return new Found(known.size(), findings);
    }

    private List<ImageRecord> known() {
        return images.find(ImageQuery.of("", ALL));
    }

    private static void add(List<HealthFinding> findings, HealthTrouble trouble, int number) {
        if (number > 0) {
            findings.add(new HealthFinding(trouble, ItemKind.IMAGE, "", "", "", number));
        }
    }

    private boolean isChanged(ImageRecord image) {
        return !ImageLibrary.made(images.path(image)).equals(image.made());
    }

    private List<Path> unlisted(List<ImageRecord> known) {
        Set<Path> listed = new HashSet<>();
        known.forEach(image -> listed.add(images.path(image)));
        return files.images().stream().filter(file -> !listed.contains(file)).toList();
    }

    @Override
    public boolean repair(HealthFinding finding, String why) {
        List<ImageRecord> known = known();
        switch (finding.trouble()) {
            case IMAGES_GONE ->
                    known.stream()
                            .filter(image -> Files.notExists(images.path(image)))
                            .forEach(image -> images.forget(image.file(), why));
            case IMAGES_NEW ->
                    unlisted(known).forEach(file -> entries.change(null, images.read(file), why));
            case IMAGES_CHANGED ->
                    known.stream()
                            .filter(image -> Files.exists(images.path(image)))
                            .filter(this::isChanged)
                            .forEach(image ->
                                    entries.change(image, images.read(images.path(image)), why));
            default -> {
                return false;
            }
        }
        return true;
    }
}
