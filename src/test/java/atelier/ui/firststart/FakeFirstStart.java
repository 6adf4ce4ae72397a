package atelier.ui.firststart;

import atelier.model.AtelierException;
import atelier.model.generation.GenerationBatch;
import atelier.model.generation.ModelChoice;
import atelier.model.generation.PreviewPicture;
import atelier.model.job.JobKind;
import atelier.model.job.JobRecord;
import atelier.model.job.JobStatus;
import atelier.model.job.ProgressListener;
import atelier.model.library.AdapterType;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.settings.DeviceChoice;
import atelier.model.training.TrainingOrder;
import atelier.service.starter.FirstOrders;
import atelier.ui.training.Trainee;
import atelier.ui.training.TrainingJob;
import atelier.ui.training.TrainingJobs;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A library and a queue that do nothing but remember what they were asked. */
final class FakeFirstStart implements FirstStartWork {

    static final Path ADAPTER = Path.of("runs", "first", "ilvara.safetensors");
    static final Path DATA = Path.of("characters", "ilvara", "originals");

    final List<String> asked = new ArrayList<>();
    final List<TrainingJob> trainings = new ArrayList<>();
    final List<ImageJob> images = new ArrayList<>();
    List<Path> made = List.of();
    List<Path> previews = List.of();
    boolean starter = true;
    boolean nobody;
    int toLookAt;
    @Nullable Path adapter;
    @Nullable String refusal;
    private Consumer<FirstJobs> changed = _ -> {};
    private BiConsumer<Long, PreviewPicture> previewed = (_, _) -> {};

    static List<Path> pictures() {
        return IntStream.rangeClosed(1, 16)
                .mapToObj(number -> DATA.resolve("%02d.png".formatted(number)))
                .toList();
    }

    @Override
    public Found begin(ProgressListener progress) {
        asked.add("begin");
        if (nobody) {
            return new Found(null, false, List.of(), 0, null, starter, DeviceChoice.CPU);
        }
        CharacterRecord character =
                new CharacterRecord(
                        "ilvara",
                        "Ilvara",
                        AdapterType.PORTRAIT,
                        "Ilvara",
                        CharacterState.READY,
                        "",
                        false,
                        List.of(),
                        Instant.EPOCH,
                        false);
        return new Found(
                new Trainee(character, 16, DATA),
                true,
                pictures(),
                toLookAt,
                adapter,
                starter,
                DeviceChoice.CPU);
    }

    @Override
    public Optional<Path> adapterOf(long job) {
        return Optional.of(ADAPTER);
    }

    @Override
    public void train(Trainee trainee) {
        if (refusal != null) {
            throw new AtelierException(refusal);
        }
        asked.add("train " + trainee.character().name());
        trainings.add(
                new TrainingJob(
                        job(1, JobKind.TRAINING),
                        new TrainingOrder(
                                ModelChoice.of(Path.of("starter")),
                                trainee.data(),
                                "Ilvara",
                                Path.of("runs", "first"),
                                Map.of(),
                                DeviceChoice.AUTO)));
        tell();
    }

    @Override
    public void draw(Trainee trainee, Path with) {
        asked.add("draw " + trainee.character().name() + " with " + with);
        images.add(
                new ImageJob(
                        job(2, JobKind.GENERATION),
                        FirstOrders.images(
                                Path.of("starter"),
                                with,
                                "Ilvara",
                                Path.of("images"),
                                DeviceChoice.AUTO)));
        tell();
    }

    /** Images that have nothing to do with the first steps. */
    void drawSomethingElse() {
        images.add(new ImageJob(job(9, JobKind.GENERATION), new GenerationBatch(List.of())));
        tell();
    }

    private static JobRecord job(long id, JobKind kind) {
        return new JobRecord(id, kind, "Ilvara", "{}", Instant.EPOCH, id, JobStatus.ORDERED);
    }

    void training(JobStatus status) {
        trainings.replaceAll(one -> new TrainingJob(one.job().with(status), one.order()));
        tell();
    }

    void images(JobStatus status) {
        images.replaceAll(one -> new ImageJob(one.job().with(status), one.batch()));
        tell();
    }

    void preview(long job, PreviewPicture picture) {
        previewed.accept(job, picture);
    }

    private void tell() {
        changed.accept(new FirstJobs(new TrainingJobs(trainings, false), images));
    }

    @Override
    public void resume(long job) {
        asked.add("resume " + job);
    }

    @Override
    public void retry(long job) {
        asked.add("retry " + job);
    }

    @Override
    public List<Path> made(long job) {
        return made;
    }

    @Override
    public List<Path> previews(Path run) {
        return previews;
    }

    @Override
    public void listen(Consumer<FirstJobs> heard, BiConsumer<Long, PreviewPicture> seen) {
        changed = heard;
        previewed = seen;
        tell();
    }
}
