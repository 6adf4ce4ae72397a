package atelier.model.settings;

import atelier.model.AtelierException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what the user named among what there is. */
public final class Choice {

    private Choice() {}

    /**
     * The one of that name.
     *
     * @param kind what is chosen, as the sentence says it: "optimizer"
     * @param id what the user wrote
     * @param all what there is, in the order to list
     * @param idOf the name of each
     * @throws AtelierException if there is none of that name; it lists those that are
     */
    public static <T> T byId(String kind, String id, List<T> all, Function<T, String> idOf) {
        return all.stream()
                .filter(one -> idOf.apply(one).equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new AtelierException(
                                all.stream()
                                        .map(idOf)
                                        .collect(
                                                Collectors.joining(
                                                        ", ",
                                                        "There is no %s '%s'; choose one of "
                                                                .formatted(kind, id),
                                                        "."))));
    }
}
