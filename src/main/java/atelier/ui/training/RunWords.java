package atelier.ui.training;

import atelier.model.job.Progress;
import atelier.ui.text.Phrase;
import java.util.SortedMap;

/** What is said of a training in one line. */
final class RunWords {

    private RunWords() {}

    /** How it stands. */
    static Phrase state(TrainingModel model) {
        TrainingJob job = model.job().get();
        if (job == null) {
            return Phrase.of("training.state-none");
        }
        String name = String.valueOf(job.order().out().getFileName());
        SortedMap<Long, ?> checkpoints = model.run().get().checkpoints();
        Progress progress = job.job().progress();
        return switch (model.stage()) {
            case WAITING -> Phrase.of("training.state-waiting");
            case RUNNING, PAUSED -> {
                if (model.run().get().done() == 0 && progress != null) {
                    yield Phrase.of("training.state-begins", name, Phrase.said(progress.stage()));
                }
                yield checkpoints.isEmpty()
                        ? Phrase.of("training.state-fresh", name)
                        : Phrase.of(
                                "training.state-running",
                                name,
                                checkpoints.lastKey(),
                                checkpoints.size());
            }
            default -> Phrase.of("training.state-over", name, checkpoints.size());
        };
    }
}
