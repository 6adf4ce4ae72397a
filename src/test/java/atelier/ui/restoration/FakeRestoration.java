package atelier.ui.restoration;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobStatus;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.IdentityChange;
import atelier.model.restoration.RestorationChoice;
import atelier.model.restoration.RestorationItem;
import atelier.model.restoration.RestorationOrder;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestoredFace;
import atelier.model.restoration.RestoredPicture;
import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A queue and networks that do nothing but remember what they were asked. */
public final class FakeRestoration implements RestorationWork {

    static final RestorationChoice GFPGAN =
            new RestorationChoice("gfpgan-1.4", "GFPGAN 1.4", Path.of("g"), "Apache-2.0", true);
    static final RestorationChoice CODEFORMER =
            new RestorationChoice("codeformer", "CodeFormer", Path.of("c"), "S-Lab 1.0", false);
    static final RestorationChoice LANCZOS =
            new RestorationChoice(RestorationWish.LANCZOS, "Lanczos", null, "", true);

    private static final FacePoint POINT = new FacePoint(1, 2);

    final List<RestorationJob> jobs = new ArrayList<>();
    final List<RestoredPicture> done = new ArrayList<>();
    final List<Path> shown = new ArrayList<>();
    List<RestorationChoice> restorers = List.of(GFPGAN, CODEFORMER);
    boolean trained;
    private Consumer<List<RestorationJob>> listener = _ -> {};

    @Override
    public Networks networks() {
        return new Networks(restorers, List.of(LANCZOS));
    }

    @Override
    public List<Path> find(List<Path> sources) {
        if (sources.getFirst().toString().endsWith(".txt")) {
            throw new AtelierException("There are no pictures in it: name others.");
        }
        return sources;
    }

    @Override
    public boolean showsTrained(List<Path> pictures) {
        return trained;
    }

    @Override
    public RestorationJob submit(
            List<Path> pictures, Map<Path, FacesToLeave> leave, RestorationWish wish) {
        RestorationJob job =
                new RestorationJob(
                        new JobRecord(
                                jobs.size() + 1,
                                JobKind.RESTORATION,
                                "pictures",
                                "{}",
                                Instant.EPOCH,
                                jobs.size(),
                                JobStatus.ORDERED),
                        new RestorationOrder(
                                pictures.stream()
                                        .map(file ->
                                                new RestorationItem(
                                                        file,
                                                        file.getFileName().toString(),
                                                        leave.get(file)))
                                        .toList(),
                                Path.of("out"),
                                wish,
                                DeviceChoice.AUTO));
        jobs.add(job);
        return job;
    }

    @Override
    public List<RestoredPicture> results(RestorationJob job) {
        return List.copyOf(done);
    }

    @Override
    public void listen(Consumer<List<RestorationJob>> other) {
        listener = other;
        tell();
    }

    @Override
    public void showInFiles(Path file) {
        shown.add(file);
    }

    /** The last job is so now. */
    void state(JobStatus status) {
        RestorationJob last = jobs.removeLast();
        jobs.add(new RestorationJob(last.job().with(status), last.order()));
        tell();
    }

    private void tell() {
        listener.accept(List.copyOf(jobs));
    }

    /**
     * A result with one restored face.
     *
     * @param similarity of the face to what it was
     */
    static RestoredPicture restored(Path source, Path file, double similarity) {
        return new RestoredPicture(
                source,
                "00",
                file,
                256,
                256,
                true,
                List.of(
                        new RestoredFace(
                                new DetectedFace(
                                        new FaceBox(80, 60, 100, 120),
                                        new FaceLandmarks(POINT, POINT, POINT, POINT, POINT),
                                        0.9),
                                FaceOutcome.RESTORED,
                                new IdentityChange(similarity, 0.363))),
                "",
                "CPU");
    }

    /** A picture without a face, as it was. */
    static RestoredPicture unchanged(Path source) {
        return new RestoredPicture(source, "00", source, 256, 256, false, List.of(), "", "CPU");
    }
}
