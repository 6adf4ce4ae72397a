package atelier.service.dataset;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.Framing;

/**
 * A picture and the size it is trained at.
 *
 * @param picture where it lies and what it shows
 * @param framing how it gets there
 */
public record FramedPicture(DatasetPicture picture, Framing framing) {}
