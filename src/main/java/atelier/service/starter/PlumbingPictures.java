package atelier.service.starter;

import atelier.service.storage.AtomicFiles;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Draws ten small pictures of mixed sizes and formats, each with its caption: something to train on
 * where there is nothing.
 */
final class PlumbingPictures {

    private record Sky(String name, Color top, Color bottom) {}

    private static final List<Sky> SKIES =
            List.of(
                    new Sky("morning", new Color(0x9ecbff), new Color(0xfff3d6)),
                    new Sky("evening", new Color(0x5b4b8a), new Color(0xff9a5c)),
                    new Sky("night", new Color(0x0b1533), new Color(0x2b3a67)),
                    new Sky("rain", new Color(0x6b7a8f), new Color(0xb8c4d0)),
                    new Sky("noon", new Color(0x3aa0ff), new Color(0xd9f2ff)));
    private static final List<String> FORMATS = List.of("png", "jpg", "bmp", "tif");
    private static final int[][] SIZES = {{96, 96}, {128, 96}, {96, 128}, {160, 112}, {112, 160}};
    private static final int COUNT = 10;

    private PlumbingPictures() {}

    /**
     * Draws them into a folder that is there.
     *
     * @return the pictures' files
     */
    static List<Path> draw(Path folder) {
        return IntStream.range(0, COUNT).mapToObj(i -> draw(folder, i)).toList();
    }

    private static Path draw(Path folder, int index) {
        Sky sky = SKIES.get(index % SKIES.size());
        int[] size = SIZES[index % SIZES.length];
        boolean lamp = index >= SKIES.size();
        String format = FORMATS.get(index % FORMATS.size());
        Path picture = folder.resolve("%02d-%s.%s".formatted(index + 1, sky.name(), format));
        BufferedImage image = house(size[0], size[1], sky, lamp);
        AtomicFiles.replace(picture, out -> write(image, format, out));
        String caption =
                "a house in the %s%s".formatted(sky.name(), lamp ? ", a lamp in the window" : "");
        AtomicFiles.replace(
                folder.resolve("%02d-%s.txt".formatted(index + 1, sky.name())),
                out -> out.write(caption.getBytes(StandardCharsets.UTF_8)));
        return picture;
    }

    private static void write(BufferedImage image, String format, OutputStream out)
            throws IOException {
        if (!ImageIO.write(image, format.toUpperCase(Locale.ROOT), out)) {
            throw new IOException("this JDK writes no " + format);
        }
    }

    private static BufferedImage house(int width, int height, Sky sky, boolean lamp) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, sky.top(), 0, height, sky.bottom()));
        graphics.fillRect(0, 0, width, height);
        double side = Math.min(width, height) * 0.5;
        double left = (width - side) / 2;
        double top = height - side * 1.25;
        graphics.setColor(new Color(0x3f6b3a));
        graphics.fill(new Ellipse2D.Double(-width * 0.2, height - side * 0.4, width * 1.4, side));
        graphics.setColor(new Color(0xe8d9c0));
        graphics.fill(new RoundRectangle2D.Double(left, top, side, side, 6, 6));
        graphics.setColor(new Color(0xa63d2f));
        graphics.fillPolygon(
                new int[] {(int) (left - 6), (int) (left + side / 2), (int) (left + side + 6)},
                new int[] {(int) top + 2, (int) (top - side * 0.45), (int) top + 2},
                3);
        graphics.setColor(lamp ? new Color(0xffd866) : new Color(0x4a5f78));
        double pane = side * 0.34;
        graphics.fill(
                new RoundRectangle2D.Double(
                        left + side * 0.33, top + side * 0.3, pane, pane, 4, 4));
        graphics.setColor(new Color(0x5a4632));
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(
                new RoundRectangle2D.Double(
                        left + side * 0.33, top + side * 0.3, pane, pane, 4, 4));
        graphics.dispose();
        return image;
    }
}
