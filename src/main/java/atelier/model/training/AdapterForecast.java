package atelier.model.training;

/**
 * What will be trained, and how large its file will be.
 *
 * @param layers of the model that are changed
 * @param numbers that are trained
 * @param bytes of the adapter's file
 */
public record AdapterForecast(int layers, long numbers, long bytes) {}
