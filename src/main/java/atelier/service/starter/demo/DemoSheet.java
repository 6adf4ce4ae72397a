package atelier.service.starter.demo;

import atelier.service.page.Ink;
import atelier.service.storage.AtomicFiles;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import atelier.service.storage.PngWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The report of a demonstration as one picture: above, pictures that training never saw; below them
 * each prompt's images without the adapter on the left and with it on the right; then the scores.
 */
final class DemoSheet {

    private static final int CELL = 150;
    private static final int GAP = 6;
    private static final int MARGIN = 20;
    private static final int HALVES = 30;
    private static final int HEADING = 44;
    private static final int LABEL = 26;
    private static final int SCORES = 132;
    private static final int BAR = 10;
    private static final int ROW = 24;
    private static final double ENLARGED = 1.5;

    private final DemoResult result;
    private final PictureReader reader;
    private final int seeds;
    private final int half;
    private final int width;

    DemoSheet(DemoResult result, PictureReader reader) {
        this.result = result;
        this.reader = reader;
        this.seeds = result.images().getFirst().base().size();
        this.half = seeds * (CELL + GAP) - GAP;
        this.width = 2 * MARGIN + 2 * half + HALVES;
    }

    /**
     * Writes it as a PNG.
     *
     * @throws atelier.model.AtelierException if it cannot be written
     */
    void write() {
        BufferedImage sheet = draw();
        AtomicFiles.replace(result.picture(), out -> PngWriter.write(sheet, List.of(), out));
    }

    private BufferedImage draw() {
        int strip = (width - 2 * MARGIN + GAP) / result.references().size() - GAP;
        int height =
                HEADING
                        + LABEL
                        + strip
                        + GAP
                        + LABEL
                        + result.images().size() * (LABEL + CELL)
                        + 2 * MARGIN
                        + SCORES;
        BufferedImage sheet =
                new BufferedImage(
                        (int) (width * ENLARGED),
                        (int) (height * ENLARGED),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        try {
            Ink.prepare(graphics);
            graphics.scale(ENLARGED, ENLARGED);
            graphics.setColor(Ink.WINDOW);
            graphics.fillRect(0, 0, width, height);
            int y = heading(graphics);
            y = references(graphics, y, strip);
            y = images(graphics, y + GAP);
            scores(graphics, y + MARGIN);
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    private int heading(Graphics2D graphics) {
        Ink.text(graphics, Ink.HEADING, Ink.STRONG, result.trigger(), MARGIN, MARGIN + 14);
        int after = MARGIN + graphics.getFontMetrics().stringWidth(result.trigger()) + 14;
        String remark =
                "%d pictures, %d steps: %s"
                        .formatted(
                                result.pictures().size(),
                                result.training().plan().steps(),
                                Verdict.of(result.scores()).words());
        Ink.text(graphics, Ink.TEXT, Ink.QUIET, remark, after, MARGIN + 14);
        return HEADING;
    }

    private int references(Graphics2D graphics, int y, int side) {
        label(graphics, Ink.QUIET, "pictures that training never saw", MARGIN, y, width);
        int x = MARGIN;
        for (Path file : result.references()) {
            picture(graphics, file, x, y + LABEL, side);
            x += side + GAP;
        }
        return y + LABEL + side;
    }

    private int images(Graphics2D graphics, int top) {
        int right = MARGIN + half + HALVES;
        label(graphics, Ink.QUIET, "without the adapter", MARGIN, top, half);
        label(graphics, Ink.ACCENT, "with it", right, top, half);
        int y = top + LABEL - GAP;
        for (DemoImages images : result.images()) {
            label(graphics, Ink.STRONG, images.prompt(), MARGIN, y, width - 2 * MARGIN);
            row(graphics, images.base(), MARGIN, y + LABEL);
            row(graphics, images.adapted(), right, y + LABEL);
            y += LABEL + CELL;
        }
        return y;
    }

    private void row(Graphics2D graphics, List<Path> files, int left, int y) {
        int x = left;
        for (Path file : files) {
            picture(graphics, file, x, y, CELL);
            x += CELL + GAP;
        }
    }

    private void picture(Graphics2D graphics, Path file, int x, int y, int side) {
        int pixels = (int) Math.round(side * ENLARGED);
        BufferedImage small = PictureScaler.resized(reader.read(file), pixels, pixels);
        graphics.drawImage(small, x, y, side, side, null);
    }

    /** Cut where it has no room. */
    private static void label(
            Graphics2D graphics, Color colour, String text, int x, int y, int room) {
        String shown = Ink.cut(graphics, Ink.TEXT, text, room);
        Ink.text(graphics, Ink.TEXT, colour, shown, x, y + LABEL - 8);
    }

    private void scores(Graphics2D graphics, int y) {
        int count = result.scores().size();
        int card = (width - 2 * MARGIN - (count - 1) * GAP) / count;
        int x = MARGIN;
        for (LikenessScore score : result.scores()) {
            score(graphics, score, x, y, card);
            x += card + GAP;
        }
    }

    private static void score(Graphics2D graphics, LikenessScore score, int x, int y, int card) {
        Ink.card(graphics, x, y, card, SCORES);
        int left = x + 16;
        Ink.text(graphics, Ink.TITLE, Ink.STRONG, score.name(), left, y + 24);
        String way =
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the way, leak %.2f",
                        100 * score.way(),
                        score.leak());
        Ink.text(graphics, Ink.TEXT, Ink.QUIET, way, left, y + 42);
        double most = Math.max(score.ceiling(), score.adapted());
        bar(graphics, "without", score.base() / most, score.base(), Ink.QUIET, left, y + 54, card);
        bar(
                graphics,
                "with it",
                score.adapted() / most,
                score.adapted(),
                Ink.ACCENT,
                left,
                y + 54 + ROW,
                card);
        bar(
                graphics,
                "ceiling",
                score.ceiling() / most,
                score.ceiling(),
                Ink.AGAINST,
                left,
                y + 54 + 2 * ROW,
                card);
    }

    private static void bar(
            Graphics2D graphics,
            String name,
            double share,
            double value,
            Color colour,
            int x,
            int y,
            int card) {
        int begin = x + 56;
        int room = card - 56 - 16 - 60;
        Ink.text(graphics, Ink.TEXT, Ink.QUIET, name, x, y + 12);
        graphics.setColor(Ink.HAIRLINE);
        graphics.fillRoundRect(begin, y + 3, room, BAR, BAR, BAR);
        graphics.setColor(colour);
        graphics.fillRoundRect(
                begin, y + 3, (int) Math.round(room * Math.clamp(share, 0, 1)), BAR, BAR, BAR);
        Ink.text(
                graphics,
                Ink.TEXT,
                Ink.STRONG,
                String.format(Locale.ROOT, "%.3f", value),
                begin + room + 8,
                y + 12);
    }
}
