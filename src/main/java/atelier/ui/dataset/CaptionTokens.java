package atelier.ui.dataset;

import atelier.model.generation.PromptTokens;
import atelier.ui.work.Background;
import atelier.ui.work.Newest;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** How long a caption is that is being edited, as the text encoders count. */
final class CaptionTokens {

    private final ReadOnlyObjectWrapper<@Nullable PromptTokens> count =
            new ReadOnlyObjectWrapper<>();

    /**
     * @param caption what is being typed
     */
    CaptionTokens(DatasetWork work, Background background, ObservableValue<String> caption) {
        Newest<String, Optional<PromptTokens>> counting =
                new Newest<>(
                        background,
                        work::count,
                        counted -> count.set(counted.orElse(null)),
                        // The training says so itself.
                        _ -> count.set(null));
        caption.subscribe(counting::take);
    }

    /** The newest count; null where there is nothing to count, or nothing to count it by. */
    ReadOnlyObjectProperty<@Nullable PromptTokens> count() {
        return count.getReadOnlyProperty();
    }
}
