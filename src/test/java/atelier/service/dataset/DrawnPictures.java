package atelier.service.dataset;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Ten pictures of different sizes and formats, drawn for tests. */
public final class DrawnPictures {

    /** How many there are. */
    public static final int COUNT = 10;

    private static final List<String> FORMATS = List.of("png", "jpg", "bmp", "tiff");
    private static final int WEBP = 9;

    private DrawnPictures() {}

    static int width(int index) {
        return 90 + 37 * index;
    }

    static int height(int index) {
        return 300 - 19 * index;
    }

    /** The file of one picture. */
    public static Path file(Path folder, int index) {
        String ending = index == WEBP ? "webp" : FORMATS.get(index % FORMATS.size());
        return folder.resolve("picture-%02d.%s".formatted(index, ending));
    }

    /** Draws all of them. */
    public static void into(Path folder) throws IOException {
        for (int i = 0; i < COUNT; i++) {
            Path file = file(folder, i);
            if (i == WEBP) {
                // Java writes none.
                Files.copy(Path.of("src/test/resources/pictures/lossy.webp"), file);
            } else {
                String name = file.getFileName().toString();
                ImageIO.write(draw(i), name.substring(name.lastIndexOf('.') + 1), file.toFile());
            }
        }
    }

    private static BufferedImage draw(int index) {
        BufferedImage picture =
                new BufferedImage(width(index), height(index), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.getHSBColor(index / 10f, 0.5f, 0.9f));
        graphics.fillRect(0, 0, width(index), height(index));
        graphics.setColor(Color.getHSBColor(index / 10f + 0.5f, 1, 0.5f));
        graphics.fillOval(10 + 5 * index, 20, 40 + 10 * index, 80);
        graphics.dispose();
        return picture;
    }
}
