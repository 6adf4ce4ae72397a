package atelier.ui.work;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What can be chosen, read again while something is chosen. */
public final class Offers {

    private Offers() {}

    /**
     * Offers what there is now. The one that was chosen stays chosen, as it is now, if it is there
     * yet; else the first is chosen, if there is one.
     *
     * @param offered what could be chosen
     * @param now what can be chosen
     * @param chosen the choice
     * @param identity by which one of before is found again
     */
    public static <T> void renew(
            ObservableList<T> offered,
            List<T> now,
            ObjectProperty<@Nullable T> chosen,
            Function<T, ?> identity) {
        // A control that shows the choice may drop it while the list changes.
        T before = chosen.get();
        if (!offered.equals(now)) {
            offered.setAll(now);
        }
        chosen.set(
                now.stream()
                        .filter(one ->
                                before != null
                                        && identity.apply(one).equals(identity.apply(before)))
                        .findFirst()
                        .or(() -> now.stream().findFirst())
                        .orElse(null));
    }

    /**
     * As {@link #renew}, where the first offer is the usual one: it stays chosen also where another
     * is the usual one now.
     */
    public static <T> void renewUsual(
            ObservableList<T> offered,
            List<T> now,
            ObjectProperty<@Nullable T> chosen,
            Function<T, ?> identity) {
        boolean usual = offered.isEmpty() || offered.getFirst().equals(chosen.get());
        renew(offered, now, chosen, identity);
        if (usual && !now.isEmpty()) {
            chosen.set(now.getFirst());
        }
    }
}
