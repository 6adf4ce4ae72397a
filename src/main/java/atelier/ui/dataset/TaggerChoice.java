package atelier.ui.dataset;

/**
 * A tagger that there is.
 *
 * @param id what the service calls it
 * @param threshold how sure of a tag one usually is with it, from 0 to 1
 */
public record TaggerChoice(String id, double threshold) {}
