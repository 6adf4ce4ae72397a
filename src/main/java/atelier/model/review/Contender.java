package atelier.model.review;

/**
 * What is voted on: an adapter at a strength on a base model.
 *
 * @param model name of the base model
 * @param column which adapter, and how strongly it acts
 */
public record Contender(String model, Column column) {

    /** Whose cell that is. */
    public static Contender of(Cell cell) {
        return new Contender(cell.model().name(), cell.column());
    }
}
