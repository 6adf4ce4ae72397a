package atelier.service.starter;

import atelier.model.starter.Portrait;
import atelier.service.starter.caption.Caption;

/**
 * All that there is to know of a portrait before it is painted.
 *
 * @param portrait what is to be seen
 * @param caption what is written under it
 * @param seed of what the portrait leaves open, for the painter
 */
public record SamplePortrait(Portrait portrait, Caption caption, long seed) {}
