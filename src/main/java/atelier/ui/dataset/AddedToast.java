package atelier.ui.dataset;

import atelier.service.library.CharacterLibrary;
import atelier.ui.shell.Toast;
import atelier.ui.text.Phrase;

/** Says how many pictures were added, and why some were not. */
final class AddedToast {

    private AddedToast() {}

    static Toast of(CharacterLibrary.Added added) {
        int count = added.added().size();
        return added.leftOut().isEmpty()
                ? Toast.done(Phrase.of("dataset.added", count))
                : Toast.failed(
                        Phrase.of("dataset.added-but", count, added.leftOut().size()),
                        Phrase.said(added.leftOut().getFirst().reason()));
    }
}
