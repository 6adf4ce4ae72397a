package atelier.service.job;

import atelier.model.AtelierException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Orders as the text that they are kept as. */
final class OrderJson {

    private static final JsonMapper JSON = new JsonMapper();

    private OrderJson() {}

    static String write(Object order) {
        return JSON.writeValueAsString(order);
    }

    /**
     * The order that a text stands for.
     *
     * @throws AtelierException if it is none, as one of another version may be
     */
    static <O> O read(String text, Class<O> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JacksonException e) {
            throw new AtelierException(
                    "The order of this job was written by another version of Atelier: order it anew.",
                    e);
        }
    }
}
