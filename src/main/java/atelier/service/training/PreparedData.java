package atelier.service.training;

import java.util.List;

/**
 * Everything that the steps take from pictures and captions.
 *
 * @param pictures in the order of the data set
 * @param texts what the text encoders make of their captions
 */
record PreparedData(List<PreparedPicture> pictures, CaptionStates texts) {

    /** Copies the list. */
    PreparedData {
        pictures = List.copyOf(pictures);
    }

    /** Whether captions come that cannot be known before, so that the text encoders are needed. */
    boolean needsEncoders() {
        return pictures.stream().anyMatch(picture -> picture.draw().varies(picture.words()));
    }
}
