package atelier.engine.lora;

/**
 * An adapter and how strongly it acts.
 *
 * @param file the adapter
 * @param weight factor on its change of the model; 1 is as trained, 0 is off, negative is away from
 *     it
 */
public record WeightedAdapter(AdapterFile file, double weight) {}
