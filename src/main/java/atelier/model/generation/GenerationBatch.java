package atelier.model.generation;

import java.util.List;

/**
 * Orders of images that are made as one job: prompts, styles and adapters, each with its seeds.
 *
 * @param orders one after the other; those of the same model side by side keep it in memory
 */
public record GenerationBatch(List<GenerationOrder> orders) {

    /** Keeps a copy of the orders. */
    public GenerationBatch {
        orders = List.copyOf(orders);
    }

    /** How many images it comes to. */
    public int images() {
        return orders.stream().mapToInt(order -> order.request().count()).sum();
    }
}
