package atelier.service.starter.painter;

import java.awt.image.BufferedImage;
import java.util.function.BiPredicate;

/** How much two pictures of one size differ, pixel by pixel, in levels from 0 to 255. */
record Difference(int size, double[] levels) {

    static Difference between(BufferedImage one, BufferedImage other) {
        int size = one.getWidth();
        double[] levels = new double[size * size];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    levels[y * size + x] += Math.abs((a >> shift & 255) - (b >> shift & 255)) / 3.0;
                }
            }
        }
        return new Difference(size, levels);
    }

    double mean() {
        return sum((x, y) -> true) / levels.length;
    }

    /** The share of all difference that lies where this holds. */
    double share(BiPredicate<Integer, Integer> where) {
        return sum(where) / sum((x, y) -> true);
    }

    double sum(BiPredicate<Integer, Integer> where) {
        double sum = 0;
        for (int i = 0; i < levels.length; i++) {
            sum += where.test(i % size, i / size) ? levels[i] : 0;
        }
        return sum;
    }

    /** The middle of the difference that lies where this holds, across. */
    double middleX(BiPredicate<Integer, Integer> where) {
        double sum = 0;
        for (int i = 0; i < levels.length; i++) {
            sum += where.test(i % size, i / size) ? levels[i] * (i % size + 0.5) : 0;
        }
        return sum / sum(where);
    }

    /** The middle of the difference that lies where this holds, down. */
    double middleY(BiPredicate<Integer, Integer> where) {
        double sum = 0;
        for (int i = 0; i < levels.length; i++) {
            sum += where.test(i % size, i / size) ? levels[i] * (i / size + 0.5) : 0;
        }
        return sum / sum(where);
    }
}
