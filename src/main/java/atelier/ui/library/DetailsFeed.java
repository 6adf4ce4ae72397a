package atelier.ui.library;

import atelier.ui.text.Texts;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a right column up to date: with the thing looked at, what was read of it, and the language.
 */
final class DetailsFeed {

    private DetailsFeed() {}

    /**
     * Begins at once.
     *
     * @param show gets the thing looked at; null for none
     * @param showMore gets what was read of the last thing that was read of
     */
    static <T> void feed(
            ShownThings<T> things,
            DetailsModel details,
            Texts texts,
            Consumer<@Nullable T> show,
            Consumer<Details> showMore) {
        things.chosen().subscribe(show);
        details.details().subscribe(showMore);
        texts.language()
                .subscribe(() -> {
                    show.accept(things.chosen().get());
                    showMore.accept(details.details().get());
                });
    }
}
