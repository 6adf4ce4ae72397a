package atelier.service.library;

import atelier.model.AtelierException;
import atelier.model.job.JobKind;
import atelier.model.job.JobList;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.library.CharacterField;
import atelier.model.library.CharacterRecord;
import atelier.model.library.CharacterState;
import atelier.model.library.Workspace;
import atelier.model.training.TrainingOrder;
import atelier.service.job.JobListener;
import atelier.service.job.JobQueue;
import atelier.service.training.TrainingRunner;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Lets the life of a character follow the jobs that train it: one that runs makes it training, one
 * that is done brings its adapter into the library and completes it, one that failed or was
 * cancelled is seen, too. A job trains the character whose pictures its order names; of several the
 * newest counts.
 *
 * <p>What was missed, as the process ended, is made up for when it listens again.
 */
public final class CharacterTraining implements JobListener, AutoCloseable {

    private final LibraryService library;
    private final Workspace workspace;
    private final JobQueue queue;
    private final Consumer<String> notices;
    private final Map<Long, JobState> seen = new HashMap<>();

    /** One after the other, as the queue must not wait for it. */
    private final ExecutorService work =
            Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("character-training").factory());

    /**
     * @param notices hears, in one sentence, of what could not be done
     */
    public CharacterTraining(
            LibraryService library, Workspace workspace, JobQueue queue, Consumer<String> notices) {
        this.library = library;
        this.workspace = workspace;
        this.queue = queue;
        this.notices = notices;
    }

    /** Begins to listen. */
    public void start() {
        queue.listen(this);
    }

    @Override
    public void changed(JobList jobs) {
        List<JobRecord> trainings =
                jobs.jobs().stream().filter(job -> job.kind() == JobKind.TRAINING).toList();
        for (JobRecord job : trainings) {
            if (seen.put(job.id(), job.state()) != job.state()) {
                work.execute(() -> follow(job, trainings));
            }
        }
    }

    private void follow(JobRecord job, List<JobRecord> trainings) {
        try {
            TrainingOrder order = JobQueue.order(job, TrainingOrder.class);
            if (order.out().startsWith(workspace.runs())) {
                library.runs().index(order.out());
            }
            String slug = slug(order.data());
            boolean newest =
                    trainings.stream()
                            .filter(other -> other.id() > job.id())
                            .noneMatch(other -> slug.equals(slug(other)));
            if (newest && !slug.isEmpty()) {
                follow(job, order, library.characters().get(slug));
            }
        } catch (AtelierException e) {
            notices.accept(String.valueOf(e.getMessage()));
        }
    }

    private String slug(JobRecord job) {
        return slug(JobQueue.order(job, TrainingOrder.class).data());
    }

    /** Slug of the character whose originals lie there; empty where it is none. */
    private String slug(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        Path parent = folder.getParent();
        if (parent == null || parent.getFileName() == null || !folder.endsWith("originals")) {
            return "";
        }
        Path characters = workspace.characters().toAbsolutePath().normalize();
        return characters.equals(parent.getParent()) ? parent.getFileName().toString() : "";
    }

    private void follow(JobRecord job, TrainingOrder order, CharacterRecord character) {
        String slug = character.slug();
        CharacterState state = character.state();
        switch (job.state()) {
            case RUNNING -> {
                if (character.trigger().isBlank()) {
                    // Whoever is trained has the trigger it is trained with.
                    library.characters()
                            .set(
                                    slug,
                                    CharacterField.TRIGGER,
                                    order.trigger(),
                                    "is trained with it");
                }
                if (state == CharacterState.DRAFT) {
                    become(slug, CharacterState.READY, "is trained");
                }
                become(slug, CharacterState.TRAINING, "its training began");
            }
            case DONE -> {
                if (state == CharacterState.TRAINING) {
                    keepAdapter(job, order, character);
                    become(slug, CharacterState.COMPLETED, "its training is done");
                }
            }
            case FAILED -> leave(character, CharacterState.ERROR, job.status().happened());
            case CANCELLED -> leave(character, CharacterState.READY, "its training was cancelled");
            case QUEUED, PAUSED -> {
                // A paused training is one still.
            }
        }
    }

    private void leave(CharacterRecord character, CharacterState next, String why) {
        if (character.state() == CharacterState.TRAINING) {
            become(character.slug(), next, why);
        }
    }

    private void become(String slug, CharacterState state, String why) {
        library.characters().set(slug, CharacterField.STATE, state.name(), why);
    }

    private void keepAdapter(JobRecord job, TrainingOrder order, CharacterRecord character) {
        Path adapter = queue.results(job.id()).get(TrainingRunner.ADAPTER);
        if (adapter != null) {
            library.adapters()
                    .addOnce(
                            adapter,
                            character.type(),
                            order.trigger(),
                            character.slug(),
                            "trained by " + job.title());
        }
    }

    /** Lets what was heard be done, and hears no more. */
    @Override
    public void close() {
        queue.unlisten(this);
        work.close();
    }
}
