package atelier.service.dataset;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.BucketOverrides.Resolution;
import atelier.model.dataset.BucketRule;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.Framing;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Chooses the size that a picture is trained at, as sd-scripts does. */
public final class Buckets {

    /** Sides of a bucket. */
    public record Size(int width, int height) {

        double ratio() {
            return (double) width / height;
        }
    }

    private final BucketRule rule;
    private final List<Size> predefined;

    /** Lays out the buckets of a rule. */
    public Buckets(BucketRule rule) {
        this.rule = rule;
        TreeSet<Size> sizes =
                new TreeSet<>(Comparator.comparingInt(Size::width).thenComparingInt(Size::height));
        int square = down(Math.sqrt((double) rule.area()));
        sizes.add(new Size(square, square));
        for (int width = rule.least(); width <= rule.most(); width += rule.step()) {
            int height = Math.min(rule.most(), down((double) rule.area() / width));
            if (height >= rule.least()) {
                sizes.add(new Size(width, height));
                sizes.add(new Size(height, width));
            }
        }
        this.predefined = List.copyOf(sizes);
    }

    private Buckets(BucketRule rule, Size only) {
        this.rule = rule;
        this.predefined = List.of(only);
    }

    /**
     * The buckets that a user wants, or else a dataset configuration.
     *
     * @throws AtelierException if the two leave no bucket
     */
    static Buckets of(BucketWish wish, BucketOverrides said) {
        BucketOverrides overrides = wish.left(said);
        Resolution sides = overrides.resolution();
        BucketRule base = wish.rule();
        if (sides != null) {
            base = BucketRule.of(Math.max(sides.width(), sides.height()), base.upscale());
        }
        BucketRule rule =
                new BucketRule(
                        sides == null ? base.area() : (long) sides.width() * sides.height(),
                        or(overrides.least(), base.least()),
                        or(overrides.most(), base.most()),
                        or(overrides.step(), base.step()),
                        Objects.requireNonNullElse(overrides.upscale(), base.upscale()));
        if (rule.least() > rule.most() || rule.step() > rule.most()) {
            throw new AtelierException(
                    "No picture fits buckets with sides from %d to %d in steps of %d: correct the dataset configuration."
                            .formatted(rule.least(), rule.most(), rule.step()));
        }
        return Boolean.FALSE.equals(overrides.enabled()) ? one(rule, sides) : new Buckets(rule);
    }

    /** Everything is cut to the resolution. */
    private static Buckets one(BucketRule rule, @Nullable Resolution sides) {
        int square = (int) Math.sqrt((double) rule.area());
        return new Buckets(
                new BucketRule(rule.area(), rule.least(), rule.most(), rule.step(), true),
                sides == null ? new Size(square, square) : new Size(sides.width(), sides.height()));
    }

    private static int or(@Nullable Integer chosen, int usual) {
        return chosen == null ? usual : chosen;
    }

    /** The buckets that pictures are enlarged or shrunk to, narrowest first. */
    public List<Size> predefined() {
        return predefined;
    }

    /**
     * How a picture of that size is brought to its bucket.
     *
     * @throws AtelierException if it is too small for any and may not be enlarged
     */
    public Framing frame(int width, int height) {
        return rule.upscale() ? toPredefined(width, height) : shrunk(width, height);
    }

    private Framing toPredefined(int width, int height) {
        double ratio = (double) width / height;
        Size bucket = new Size(width, height);
        if (!predefined.contains(bucket)) {
            bucket =
                    predefined.stream()
                            .min(Comparator.comparingDouble(size -> Math.abs(size.ratio() - ratio)))
                            .orElseThrow();
        }
        double scale =
                ratio > bucket.ratio()
                        ? (double) bucket.height() / height
                        : (double) bucket.width() / width;
        return new Framing(
                bucket.width(), bucket.height(), rounded(width * scale), rounded(height * scale));
    }

    private Framing shrunk(int width, int height) {
        Size resized = new Size(width, height);
        if ((long) width * height > rule.area()) {
            resized = toArea((double) width / height);
        }
        Size bucket = new Size(down(resized.width()), down(resized.height()));
        if (bucket.width() == 0 || bucket.height() == 0) {
            throw new AtelierException(
                    "The picture has %d × %d pixels, too few for training without enlarging it: set upscale=true, or leave it out."
                            .formatted(width, height));
        }
        return new Framing(bucket.width(), bucket.height(), resized.width(), resized.height());
    }

    /** One side becomes a multiple of the step: the one that keeps the shape better. */
    private Size toArea(double ratio) {
        double exact = Math.sqrt(rule.area() * ratio);
        int width = down(rounded(exact));
        int height = down(rounded(rule.area() / exact));
        double ofWidth = (double) width / down(rounded(width / ratio));
        double ofHeight = (double) down(rounded(height * ratio)) / height;
        return Math.abs(ofWidth - ratio) < Math.abs(ofHeight - ratio)
                ? new Size(width, rounded(width / ratio))
                : new Size(rounded(height * ratio), height);
    }

    private int down(double side) {
        return ((int) (side / rule.step())) * rule.step();
    }

    private static int rounded(double side) {
        return (int) (side + 0.5);
    }
}
