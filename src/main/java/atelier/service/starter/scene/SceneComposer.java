package atelier.service.starter.scene;

import atelier.model.restoration.FaceBox;
import atelier.service.starter.painter.Dice;
import atelier.service.storage.PictureScaler;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts painted people into scenes: none to some, of any size, also at the border, cut out or with
 * their background. Each scene follows from its seed alone.
 */
public final class SceneComposer {

    private static final double NOBODY = 0.15;
    private static final double CUT_OUT = 0.5;
    private static final double BODY = 0.25;
    private static final double CLOSE = 0.12;
    private static final double VISIBLE = 0.6;

    /** How much wider than the scene a face is that is too near. */
    private static final double LEAST_CLOSE = 1.8;

    private static final double MOST_CLOSE = 4;
    private static final int TRIES = 6;

    private final List<CutOut> people;
    private final List<BufferedImage> places;
    private final SceneSettings settings;

    /**
     * @param places square pictures without people
     */
    public SceneComposer(List<CutOut> people, List<BufferedImage> places, SceneSettings settings) {
        this.people = List.copyOf(people);
        this.places = List.copyOf(places);
        this.settings = settings;
    }

    /** Composes one. */
    public Scene compose(long seed) {
        Dice dice = new Dice(seed, "scene");
        int side = settings.side();
        BufferedImage picture = place(dice);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        if (dice.happens(BODY)) {
            body(dice)
                    .ifPresent(body ->
                            graphics.drawImage(
                                    body,
                                    dice.below(side) - side / 4,
                                    dice.below(side) - side / 4,
                                    null));
        }
        List<Placement> placed = new ArrayList<>();
        int count = dice.happens(NOBODY) ? 0 : 1 + dice.below(settings.crowd());
        for (int i = 0; i < count; i++) {
            CutOut cutOut = dice.pick(people);
            boolean alone = dice.happens(CUT_OUT);
            find(cutOut, placed, dice)
                    .ifPresent(placement -> {
                        draw(
                                graphics,
                                alone ? cutOut.person() : cutOut.picture(),
                                placement.transform());
                        placed.add(placement);
                    });
        }
        graphics.dispose();
        return new Scene(picture, placed.stream().map(Placement::face).toList());
    }

    /** A part of a place, or of a face so near that it is none any more, as large as the scene. */
    private BufferedImage place(Dice dice) {
        if (dice.happens(CLOSE)) {
            return closeUp(dice);
        }
        BufferedImage place = dice.pick(places);
        int part = place.getWidth() / 2 + dice.below(place.getWidth() / 2 + 1);
        int room = place.getWidth() - part + 1;
        BufferedImage cut =
                PictureScaler.cut(place, dice.below(room), dice.below(room), part, part);
        return PictureScaler.resized(cut, settings.side(), settings.side());
    }

    private BufferedImage closeUp(Dice dice) {
        CutOut cutOut = dice.pick(people);
        FaceBox box = cutOut.face().box();
        int part = (int) Math.ceil(box.width() / dice.between(LEAST_CLOSE, MOST_CLOSE));
        int last = cutOut.side() - part;
        BufferedImage cut =
                PictureScaler.cut(
                        cutOut.picture(),
                        Math.clamp(Math.round(box.left()) + dice.below(part), 0, last),
                        Math.clamp(Math.round(box.top()) + dice.below(part), 0, last),
                        part,
                        part);
        return PictureScaler.resized(cut, settings.side(), settings.side());
    }

    /** What is seen of somebody below the face, which is none. */
    private Optional<BufferedImage> body(Dice dice) {
        CutOut cutOut = dice.pick(people);
        int top = (int) Math.ceil(cutOut.face().box().bottom()) + 2;
        int height = cutOut.side() - top;
        if (height < cutOut.side() / 8) {
            return Optional.empty();
        }
        BufferedImage body = PictureScaler.cut(cutOut.picture(), 0, top, cutOut.side(), height);
        double scale = dice.between(0.4, 1.5);
        return Optional.of(
                PictureScaler.resized(
                        body,
                        (int) Math.ceil(body.getWidth() * scale),
                        (int) Math.ceil(body.getHeight() * scale)));
    }

    private Optional<Placement> find(CutOut cutOut, List<Placement> placed, Dice dice) {
        for (int i = 0; i < TRIES; i++) {
            Placement placement = Placement.draw(cutOut, settings, dice);
            if (placement.visible(settings.side()) >= VISIBLE
                    && placed.stream().noneMatch(placement::hides)) {
                return Optional.of(placement);
            }
        }
        return Optional.empty();
    }

    /** Draws a portrait, halved as often as needed so that none of its pixels is skipped. */
    private static void draw(
            Graphics2D graphics, BufferedImage portrait, AffineTransform transform) {
        BufferedImage picture = portrait;
        AffineTransform place = new AffineTransform(transform);
        while (Math.sqrt(place.getDeterminant()) < 0.5) {
            picture = halved(picture);
            place.scale(2, 2);
        }
        graphics.drawImage(picture, place, null);
    }

    /** Each pixel the mean of four. */
    private static BufferedImage halved(BufferedImage picture) {
        int side = picture.getWidth() / 2;
        BufferedImage half = new BufferedImage(side, side, picture.getType());
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, side, side, null);
        graphics.dispose();
        return half;
    }
}
