package atelier.service.starter.build;

import atelier.engine.score.PictureEmbedder;
import atelier.engine.torch.Lane;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/**
 * What a network sees in a picture, as numbers whose directions are compared. The starter has no
 * network that knows people by their faces; these stand for one.
 */
interface Features extends AutoCloseable {

    /** What it sees. */
    float[] of(BufferedImage picture);

    @Override
    void close();

    /** A model's picture tower. */
    static Features ofTower(Lane lane, Path model) {
        PictureEmbedder tower = PictureEmbedder.open(lane, StarterFiles.pictureTower(model));
        return new Features() {
            @Override
            public float[] of(BufferedImage picture) {
                int width = picture.getWidth();
                int height = picture.getHeight();
                return tower.embed(
                        picture.getRGB(0, 0, width, height, null, 0, width), width, height);
            }

            @Override
            public void close() {
                tower.close();
            }
        };
    }

    /** How likely a model's classifier finds each value of each attribute. */
    static Features ofAttributes(Lane lane, Path model) {
        AttributeClassifier classifier = AttributeClassifier.open(lane, model);
        return new Features() {
            @Override
            public float[] of(BufferedImage picture) {
                return classifier.probabilities(picture);
            }

            @Override
            public void close() {
                classifier.close();
            }
        };
    }
}
