package atelier.service.dataset;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Random;

/**
 * Drawn scenes that have of photographs what measuring them depends on: structure of every size,
 * smooth parts, edges and grain. Each number gives another.
 */
public final class Scenes {

    private static final int OCTAVES = 6;

    private Scenes() {}

    /** A scene of that size. */
    public static BufferedImage scene(long number, int width, int height) {
        Random random = new Random(number * 7919 + 13);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(
                new GradientPaint(
                        random.nextInt(width),
                        0,
                        color(random, 1),
                        random.nextInt(width),
                        height,
                        color(random, 1)));
        graphics.fillRect(0, 0, width, height);
        int shapes = 6 + random.nextInt(10);
        for (int i = 0; i < shapes; i++) {
            double side = (0.08 + 0.4 * random.nextDouble()) * Math.min(width, height);
            graphics.setColor(color(random, 0.9f));
            double x = random.nextDouble() * width - side / 2;
            double y = random.nextDouble() * height - side / 2;
            if (random.nextBoolean()) {
                graphics.fill(new Ellipse2D.Double(x, y, side, side * (0.5 + random.nextDouble())));
            } else {
                graphics.rotate(random.nextDouble() - 0.5, x, y);
                graphics.fillRect((int) x, (int) y, (int) side, (int) (side * 0.7));
                graphics.setTransform(new java.awt.geom.AffineTransform());
            }
        }
        graphics.dispose();
        addClouds(picture, random);
        return picture;
    }

    private static Color color(Random random, float opacity) {
        return new Color(random.nextFloat(), random.nextFloat(), random.nextFloat(), opacity);
    }

    /** Noise of every scale, the stronger the coarser, as natural pictures have it. */
    private static void addClouds(BufferedImage picture, Random random) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        double[][] fields = new double[OCTAVES][];
        for (int octave = 0; octave < OCTAVES; octave++) {
            int cells = 2 << octave;
            fields[octave] = random.doubles((cells + 1) * (cells + 1), -1, 1).toArray();
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int octave = 0; octave < OCTAVES; octave++) {
                    sum +=
                            45
                                    / (octave + 1.0)
                                    * at(
                                            fields[octave],
                                            2 << octave,
                                            (double) x / width,
                                            (double) y / height);
                }
                int grain = (int) Math.round(sum + random.nextGaussian() * 2);
                int pixel = picture.getRGB(x, y);
                picture.setRGB(
                        x,
                        y,
                        level((pixel >> 16 & 255) + grain) << 16
                                | level((pixel >> 8 & 255) + grain) << 8
                                | level((pixel & 255) + grain));
            }
        }
    }

    private static double at(double[] field, int cells, double u, double v) {
        double x = u * cells;
        double y = v * cells;
        int i = Math.min(cells - 1, (int) x);
        int j = Math.min(cells - 1, (int) y);
        double fx = x - i;
        double fy = y - j;
        int row = cells + 1;
        return (1 - fy) * ((1 - fx) * field[j * row + i] + fx * field[j * row + i + 1])
                + fy * ((1 - fx) * field[(j + 1) * row + i] + fx * field[(j + 1) * row + i + 1]);
    }

    private static int level(int value) {
        return Math.clamp(value, 0, 255);
    }

    /** The picture under a Gaussian blur. */
    public static BufferedImage blurred(BufferedImage picture, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        float[] weights = new float[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        for (int i = -radius; i <= radius; i++) {
            weights[i + radius] = (float) (Math.exp(-i * i / (2 * sigma * sigma)) / sum);
        }
        BufferedImage across =
                new ConvolveOp(new Kernel(weights.length, 1, weights), ConvolveOp.EDGE_NO_OP, null)
                        .filter(picture, null);
        return new ConvolveOp(new Kernel(1, weights.length, weights), ConvolveOp.EDGE_NO_OP, null)
                .filter(across, null);
    }
}
