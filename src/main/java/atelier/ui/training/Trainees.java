package atelier.ui.training;

import atelier.ui.work.Offers;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Who can be trained, and who is chosen. */
final class Trainees {

    private final ObservableList<Trainee> all = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Trainee> chosen = new SimpleObjectProperty<>();
    private @Nullable String wanted;

    /** Offers those there are now; the one that is wanted, else the one that was chosen, stays. */
    void renew(List<Trainee> now) {
        Offers.renew(all, now, chosen, Trainee::data);
        chooseWanted();
    }

    /** Goes on to the character of that slug, now or once it is known. */
    void choose(String slug) {
        wanted = slug;
        chooseWanted();
    }

    private void chooseWanted() {
        all.stream()
                .filter(one -> one.character().slug().equals(wanted))
                .findFirst()
                .ifPresent(one -> {
                    wanted = null;
                    chosen.set(one);
                });
    }

    /** Who can be trained. */
    ObservableList<Trainee> all() {
        return all;
    }

    /** Who is to be; null where there is nobody. */
    ObjectProperty<@Nullable Trainee> chosen() {
        return chosen;
    }
}
