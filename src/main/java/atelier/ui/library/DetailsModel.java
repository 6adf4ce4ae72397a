package atelier.ui.library;

import atelier.model.AtelierException;
import atelier.model.adapter.AdapterInfo;
import atelier.model.library.ImageRecord;
import atelier.model.library.ItemKind;
import atelier.ui.work.Background;
import atelier.ui.work.LastAsked;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Reads more of the thing that is looked at. */
final class DetailsModel {

    private final LibraryWork work;
    private final Changes changes;
    private final LastAsked readings;
    private final ReadOnlyObjectWrapper<Details> details =
            new ReadOnlyObjectWrapper<>(Details.NONE);

    /**
     * @param changes tells of failures
     */
    DetailsModel(LibraryWork work, Background background, Changes changes) {
        this.work = work;
        this.readings = new LastAsked(background);
        this.changes = changes;
    }

    /** Looks at a character, or at none. */
    void show(@Nullable CharacterItem item) {
        if (item == null) {
            exhibit(Details.NONE);
            return;
        }
        String slug = item.record().slug();
        read(() ->
                new Details(
                        slug,
                        work.history(ItemKind.CHARACTER, slug),
                        work.runs(item.record()),
                        null,
                        "",
                        work.analysis(item.record())));
    }

    /** Looks at an adapter, or at none. */
    void show(@Nullable AdapterItem item) {
        if (item == null) {
            exhibit(Details.NONE);
            return;
        }
        String file = item.record().file();
        read(() -> {
            AdapterInfo info = null;
            String unreadable = "";
            try {
                info = work.info(item.record());
            } catch (AtelierException e) {
                unreadable = String.valueOf(e.getMessage());
            }
            return new Details(
                    file, work.history(ItemKind.ADAPTER, file), List.of(), info, unreadable, null);
        });
    }

    /** Looks at an image, or at none. */
    void show(@Nullable ImageRecord image) {
        if (image == null) {
            exhibit(Details.NONE);
            return;
        }
        String file = image.file();
        read(() ->
                new Details(file, work.history(ItemKind.IMAGE, file), List.of(), null, "", null));
    }

    /** Shows these, such as what need not be true, for pictures of the panel. */
    void exhibit(Details shown) {
        readings.forget();
        details.set(shown);
    }

    private void read(Callable<Details> work) {
        // Another thing may have been chosen before it is read.
        readings.ask(work, details::set, changes::failed);
    }

    /** What was read; of nothing where nothing is looked at. */
    ReadOnlyObjectProperty<Details> details() {
        return details.getReadOnlyProperty();
    }
}
