package atelier.ui.screenshot;

import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.IdentityChange;
import atelier.model.restoration.RestorationChoice;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestoredFace;
import atelier.model.restoration.RestoredPicture;
import atelier.ui.restoration.Networks;
import atelier.ui.restoration.RestorationEntry;
import atelier.ui.restoration.RestorationModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A restoration that there never was, for pictures of the panel: its numbers are plausible, none is
 * measured.
 *
 * @param pictures of the sample character, as they are
 * @param soft folder of the same pictures, softened; need not be there
 */
record SampleRestoration(List<Path> pictures, Path soft) {

    private static final int SIDE = 512;
    private static final int LOST = 3;
    private static final double SAME = 0.363;
    private static final FacePoint POINT = new FacePoint(0, 0);
    private static final FaceBox FIRST = new FaceBox(150, 160, 222, 218);
    private static final FaceBox FOURTH = new FaceBox(84, 145, 310, 300);

    private static final List<RestorationChoice> RESTORERS =
            List.of(
                    new RestorationChoice(
                            "gfpgan-1.4", "GFPGAN 1.4", Path.of("g"), "Apache-2.0", true),
                    new RestorationChoice(
                            "codeformer", "CodeFormer", Path.of("c"), "S-Lab 1.0", false));
    private static final List<RestorationChoice> UPSCALERS =
            List.of(
                    new RestorationChoice(
                            "real-esrgan-x2", "Real-ESRGAN ×2", Path.of("r"), "BSD-3", true),
                    new RestorationChoice(RestorationWish.LANCZOS, "Lanczos", null, "", true));

    /** In the middle of a batch. */
    void running(RestorationModel model) {
        List<RestoredPicture> done = done();
        List<RestorationEntry> all = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            if (i < done.size()) {
                all.add(RestorationEntry.of(done.get(i)));
            } else {
                all.add(RestorationEntry.waiting(pictures.get(i), i == done.size()));
            }
        }
        model.exhibit(all, new Networks(RESTORERS, UPSCALERS), wish("gfpgan-1.4", 2));
    }

    /** One face is not the same person's any more. */
    void lost(RestorationModel model) {
        running(model);
        model.look(pictures.size() > LOST ? source(LOST) : Path.of(""));
    }

    /** There is nothing that restores faces. */
    void withoutModel(RestorationModel model) {
        model.exhibit(
                pictures.stream().map(RestorationEntry::of).toList(),
                new Networks(List.of(), List.of(UPSCALERS.getLast())),
                wish("", 2));
    }

    private static RestorationWish wish(String restorer, int factor) {
        return new RestorationWish(restorer, 0.8, 0.5, 0, factor, "real-esrgan-x2");
    }

    private List<RestoredPicture> done() {
        List<RestoredPicture> done = new ArrayList<>();
        for (int i = 0; i < Math.min(5, pictures.size()); i++) {
            done.add(
                    switch (i) {
                        case 2 -> picture(i, List.of(), false);
                        case LOST -> picture(i, List.of(face(FOURTH, 0.31)), true);
                        default -> picture(i, List.of(face(FIRST, 0.78)), true);
                    });
        }
        return done;
    }

    private RestoredPicture picture(int place, List<RestoredFace> faces, boolean changed) {
        return new RestoredPicture(
                source(place), "", pictures.get(place), SIDE, SIDE, changed, faces, "", "CPU");
    }

    private Path source(int place) {
        Path softened = soft.resolve(pictures.get(place).getFileName());
        return Files.isRegularFile(softened) ? softened : pictures.get(place);
    }

    private static RestoredFace face(FaceBox box, double similarity) {
        return new RestoredFace(
                new DetectedFace(box, new FaceLandmarks(POINT, POINT, POINT, POINT, POINT), 0.97),
                FaceOutcome.RESTORED,
                new IdentityChange(similarity, SAME));
    }
}
