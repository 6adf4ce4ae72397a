package atelier.ui.dataset;

import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.ui.text.Phrase;
import atelier.ui.work.Background;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Makes masks that training is to use and that are not there, of one character at a time. */
final class MissingMasks {

    private final LayerWork work;
    private final Background background;
    private final Runnable made;
    private final Consumer<Exception> failed;
    private final ReadOnlyObjectWrapper<@Nullable Phrase> state = new ReadOnlyObjectWrapper<>();
    private CancelToken cancel = new CancelToken();
    private boolean busy;

    /**
     * @param made hears that some were made, on the window's thread
     * @param failed hears what went wrong, likewise
     */
    MissingMasks(LayerWork work, Background background, Runnable made, Consumer<Exception> failed) {
        this.work = work;
        this.background = background;
        this.made = made;
        this.failed = failed;
    }

    /** Makes those of these pictures, unless it is at work already or a job is. */
    void make(LayerModel.Pictures pictures) {
        if (busy) {
            return;
        }
        busy = true;
        cancel = new CancelToken();
        CancelToken token = cancel;
        background.run(
                () -> {
                    boolean can = work.canMake();
                    if (can) {
                        work.make(pictures.character(), pictures.all(), listener(), token);
                    }
                    return can;
                },
                can -> {
                    over(can ? null : Phrase.of("dataset.masks-later"));
                    if (can) {
                        made.run();
                    }
                },
                failure -> {
                    over(null);
                    if (!(failure instanceof CancelledException)) {
                        failed.accept(failure);
                    }
                });
    }

    private void over(@Nullable Phrase now) {
        busy = false;
        state.set(now);
    }

    private ProgressListener listener() {
        return progress -> background.window().execute(() -> state.set(words(progress)));
    }

    private static Phrase words(Progress progress) {
        return Phrase.of("dataset.masks-making", progress.done(), progress.total());
    }

    /** Ends what is being made; masks that are there stay. */
    void stop() {
        cancel.cancel();
    }

    /** How far it is; null where nothing is being made. */
    ReadOnlyObjectProperty<@Nullable Phrase> state() {
        return state.getReadOnlyProperty();
    }
}
