package atelier.model.training;

/**
 * What is measured and drawn of a run while it goes; none of it changes what is trained, but for
 * the pictures that are held back.
 *
 * @param probeEvery steps between two measurements on the fixed probe; 0 never
 * @param validationPictures how many pictures are held back from training to be measured, too
 */
public record WatchSettings(int probeEvery, int validationPictures) {}
