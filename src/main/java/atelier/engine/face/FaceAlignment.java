package atelier.engine.face;

import atelier.model.restoration.FaceLandmarks;

/**
 * How a face lies in the square that a network sees.
 *
 * @param toSquare from the picture's pixels to those of the square
 * @param side of the square, in pixels
 */
public record FaceAlignment(Similarity toSquare, int side) {

    /**
     * The one that brings a face's marks nearest to where a network expects them.
     *
     * @throws IllegalArgumentException if the marks are all in one place
     */
    public static FaceAlignment of(FaceLandmarks marks, FaceTemplate template, int side) {
        return new FaceAlignment(Similarity.between(marks.points(), template.points(side)), side);
    }

    /**
     * The same for the picture after it was made larger.
     *
     * @param factor how many times as wide and high it became
     */
    public FaceAlignment ofEnlarged(int factor) {
        return new FaceAlignment(toSquare.ofEnlarged(factor), side);
    }
}
