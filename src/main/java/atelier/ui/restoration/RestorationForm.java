package atelier.ui.restoration;

import atelier.model.restoration.FaceRestoration;
import atelier.model.restoration.RestorationChoice;
import atelier.model.restoration.RestorationWish;
import atelier.model.restoration.RestorerChoice;
import atelier.ui.work.Offers;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What is wanted of the pictures, as it is being put together. */
final class RestorationForm {

    /** Faces of any size. */
    static final double ANY_SIZE = 1024;

    private final BooleanProperty faces = new SimpleBooleanProperty();
    private final ObservableList<RestorationChoice> restorers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RestorationChoice> restorer =
            new SimpleObjectProperty<>();
    private final DoubleProperty strength =
            new SimpleDoubleProperty(FaceRestoration.USUAL_STRENGTH);
    private final DoubleProperty fidelity = new SimpleDoubleProperty(RestorerChoice.USUAL_FIDELITY);
    private final DoubleProperty onlyBelow = new SimpleDoubleProperty(ANY_SIZE);
    private final ObjectProperty<Integer> factor = new SimpleObjectProperty<>(1);
    private final ObservableList<RestorationChoice> upscalers = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RestorationChoice> upscaler =
            new SimpleObjectProperty<>();

    /** Offers what there is now; what was chosen stays, if it is still there. */
    void offer(Networks networks) {
        boolean first = restorer.get() == null;
        Offers.renew(restorers, networks.restorers(), restorer, RestorationChoice::id);
        Offers.renew(upscalers, networks.upscalers(), upscaler, RestorationChoice::id);
        RestorationChoice now = restorer.get();
        if (first && now != null && !now.commercial()) {
            // Only the user chooses what may not be used commercially.
            restorer.set(null);
        }
        if (restorers.isEmpty()) {
            faces.set(false);
        }
    }

    /** What is wanted now. */
    RestorationWish wish() {
        RestorationChoice by = restorer.get();
        RestorationChoice larger = upscaler.get();
        return new RestorationWish(
                faces.get() && by != null ? by.id() : "",
                hundredths(strength.get()),
                hundredths(fidelity.get()),
                onlyBelow.get() >= ANY_SIZE ? 0 : (int) Math.round(onlyBelow.get()),
                factor.get(),
                larger == null ? RestorationWish.LANCZOS : larger.id());
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    /** Takes over what was wanted before. */
    void take(RestorationWish wish) {
        faces.set(wish.faces());
        chosen(restorers, wish.restorer()).ifPresent(restorer::set);
        strength.set(wish.strength());
        fidelity.set(wish.fidelity());
        onlyBelow.set(wish.onlyBelow() == 0 ? ANY_SIZE : wish.onlyBelow());
        factor.set(wish.factor());
        chosen(upscalers, wish.upscaler()).ifPresent(upscaler::set);
    }

    private static Optional<RestorationChoice> chosen(
            ObservableList<RestorationChoice> all, String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Whether faces are restored. */
    BooleanProperty faces() {
        return faces;
    }

    /** What there is to restore them by. */
    ObservableList<RestorationChoice> restorers() {
        return restorers;
    }

    /** What restores them; null where there is nothing. */
    ObjectProperty<@Nullable RestorationChoice> restorer() {
        return restorer;
    }

    /** How much of the restored face is blended in, 0 to 1. */
    DoubleProperty strength() {
        return strength;
    }

    /** Of restorers that take it: from 0, which looks best, to 1, nearest to what was there. */
    DoubleProperty fidelity() {
        return fidelity;
    }

    /** Faces as high as this or higher are left alone; {@link #ANY_SIZE} for none. */
    DoubleProperty onlyBelow() {
        return onlyBelow;
    }

    /** How many times as wide and high pictures come out. */
    ObjectProperty<Integer> factor() {
        return factor;
    }

    /** What there is to make them larger by. */
    ObservableList<RestorationChoice> upscalers() {
        return upscalers;
    }

    /** What makes them larger; null before it is known. */
    ObjectProperty<@Nullable RestorationChoice> upscaler() {
        return upscaler;
    }
}
