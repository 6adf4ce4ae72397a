package atelier.service.review;

import atelier.model.review.Comparison;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Comparisons whose cells are pictures of one colour each, made without a model. */
public final class PaintedCells {

    private PaintedCells() {}

    /** The folder of a comparison, without any cell. */
    public static ComparisonFolder folder(Path root, Comparison comparison) throws IOException {
        ComparisonFolder folder = new ComparisonFolder(root);
        Files.createDirectories(folder.cells());
        ComparisonFile.write(folder.file(), comparison);
        return folder;
    }

    /** Paints a picture of 64 by 64 pixels. */
    public static Path paint(Path file, Color colour) throws IOException {
        BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 64, 64);
        graphics.dispose();
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }
}
