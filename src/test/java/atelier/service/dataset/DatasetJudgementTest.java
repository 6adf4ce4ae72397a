package atelier.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.BucketOverrides.Resolution;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.CaptionRule;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.Finding;
import atelier.model.dataset.Framing;
import atelier.model.dataset.FramingWish;
import atelier.model.dataset.LeftOut;
import atelier.model.dataset.PictureMeasures;
import atelier.model.dataset.SourceCrop;
import atelier.model.dataset.Subset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of pictures once they were measured. */
class DatasetJudgementTest {

    private static final BucketWish WISH = new BucketWish(null, null, 1024);
    private static final FramingWish FRAMING = FramingWish.of(WISH);
    private static final Path CAPTION = Path.of("a.txt");

    private static DatasetPicture picture(int width, int height) {
        return Pictures.sized(Pictures.of(Path.of("a.png"), CAPTION), width, height);
    }

    private static PictureMeasures measures(
            long hash,
            double sharpness,
            double shadows,
            double highlights,
            double contrast,
            double transparent) {
        return new PictureMeasures(
                "", hash, false, sharpness, shadows, highlights, contrast, transparent);
    }

    private static List<Finding> findings(DatasetPicture picture, DatasetPicture... before) {
        Framing framing =
                Buckets.of(WISH, BucketOverrides.NONE).frame(picture.width(), picture.height());
        return Findings.of(new FramedPicture(picture, framing), List.of(before));
    }

    private static DatasetReport report(Dataset dataset, FramingWish wish, boolean allowFew) {
        return DatasetService.report(dataset, FramedDataset.look(dataset, wish, allowFew));
    }

    @Test
    void ofASoundPictureNothingIsSaid() {
        assertThat(findings(picture(1500, 1200))).isEmpty();
    }

    @Test
    void eachFindingHasItsFigures() {
        assertThat(findings(picture(780, 1024)))
                .containsExactly(new Finding.TooSmall(780, 1176 / 1024.0));
        assertThat(findings(Pictures.of(Path.of("b.png"), null))).contains(new Finding.NoCaption());
        assertThat(findings(Pictures.measured(picture(1500, 1200), measures(0, 19, 0, 0, 1, 0))))
                .containsExactly(new Finding.Blurred(19));
        assertThat(findings(Pictures.measured(picture(1500, 1200), measures(0, 99, 0.5, 0, 1, 0))))
                .containsExactly(new Finding.ClippedShadows(0.5));
        assertThat(findings(Pictures.measured(picture(1500, 1200), measures(0, 99, 0, 0.6, 1, 0))))
                .containsExactly(new Finding.ClippedHighlights(0.6));
        assertThat(findings(Pictures.measured(picture(1500, 1200), measures(0, 99, 0, 0, 0.2, 0))))
                .containsExactly(new Finding.LowContrast(0.2));
        // White that the background put there is no fault of the picture's.
        assertThat(
                        findings(
                                Pictures.measured(
                                        picture(1500, 1200), measures(0, 99, 0, 0.6, 1, 0.5))))
                .containsExactly(new Finding.Transparent(0.5));
        assertThat(findings(picture(12_000, 1000)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.MuchCropped.class,
                        cropped -> assertThat(cropped.kept()).isBetween(0.6, 0.7));
    }

    @Test
    void nearCopiesNameTheNearestBeforeThem() {
        DatasetPicture picture = at("c.png", 0b111);
        assertThat(findings(picture, at("a.png", ~0L), at("b.png", 0b1), at("d.png", 0)))
                .containsExactly(new Finding.NearCopy(Path.of("b.png"), 2));
        assertThat(findings(picture, at("a.png", 0b111L << 40 | 0xffL << 20))).isEmpty();
        // A configuration may name a picture twice.
        assertThat(findings(picture, at("c.png", 0b111))).isEmpty();
    }

    private static DatasetPicture at(String name, long hash) {
        return Pictures.measured(
                Pictures.sized(Pictures.of(Path.of(name), CAPTION), 1500, 1200),
                measures(hash, 99, 0, 0, 1, 0));
    }

    @Test
    void everyFindingSpeaksInSentences() {
        List<Finding> all =
                List.of(
                        new Finding.NoCaption(),
                        new Finding.TooSmall(700, 1.2),
                        new Finding.TooSmall(300, 3),
                        new Finding.Blurred(3),
                        new Finding.ClippedShadows(0.5),
                        new Finding.ClippedHighlights(0.5),
                        new Finding.LowContrast(0.1),
                        new Finding.NearCopy(Path.of("x/01.png"), 3),
                        new Finding.MuchCropped(0.5),
                        new Finding.Transparent(0.3));
        assertThat(all)
                .allSatisfy(finding -> {
                    assertThat(finding.sentence()).matches("[A-Z0-9].{20,}\\.");
                    assertThat(finding.badge()).isNotBlank().hasSizeLessThan(20);
                    assertThat(finding.kind()).matches("[a-z][A-Za-z]+");
                });
        assertThat(all).extracting(Finding::kind).contains("noCaption", "nearCopy");
        assertThat(new Finding.NearCopy(Path.of("x/01.png"), 3).badge()).isEqualTo("Like 01.png");
        assertThat(new Finding.TooSmall(780, 1.3).badge()).isEqualTo("780 px: small");
        assertThat(new Finding.TooSmall(300, 3).sentence()).contains("×3.00", "more than ×1.5");
    }

    @Test
    void theCropIsGivenInThePicturesOwnPixels() {
        // 1536 × 2048 becomes 896 × 1195, of which 896 × 1152 stay.
        Framing framing = Buckets.of(WISH, BucketOverrides.NONE).frame(1536, 2048);
        SourceCrop crop = SourceCrop.of(1536, 2048, framing);
        assertThat(framing).isEqualTo(new Framing(896, 1152, 896, 1195));
        assertThat(crop).isEqualTo(new SourceCrop(0, 36, 1536, 1974));
        assertThat(framing.kept()).isEqualTo(1152.0 / 1195);
        assertThat(SourceCrop.of(1, 1, new Framing(1024, 1024, 1024, 1024)))
                .isEqualTo(new SourceCrop(0, 0, 1, 1));
    }

    private static Dataset dataset(DatasetPicture... pictures) {
        return new Dataset(Path.of("data"), List.of(pictures), List.of(), List.of(), List.of());
    }

    @Test
    void shapesThatHardlyFitAreLeftOut() {
        DatasetReport report =
                report(dataset(picture(40_000, 20), picture(1024, 1024)), FRAMING, true);
        assertThat(report.pictures()).hasSize(1);
        assertThat(report.leftOut())
                .singleElement()
                .satisfies(left ->
                        assertThat(left.reason()).contains("40000 × 20", "0 % of it", "crop it"));
        assertThat(report.obstacles()).isEmpty();
    }

    @Test
    void tooFewAreToldUnlessFewAreAllowed() {
        DatasetPicture[] nine =
                IntStream.range(0, 10)
                        .mapToObj(i -> i < 9 ? picture(1024, 1000 + i) : picture(40_000, 20))
                        .toArray(DatasetPicture[]::new);
        assertThat(report(dataset(nine), FRAMING, false).obstacles())
                .singleElement()
                .asString()
                .contains("holds 9 pictures", "at least 10", "--allow-few");
        assertThat(report(dataset(nine), FRAMING, true).obstacles()).isEmpty();
        assertThatThrownBy(() -> FramedDataset.of(dataset(nine), FRAMING, false))
                .isInstanceOf(AtelierException.class);
    }

    @Test
    void regularisationPicturesDoNotCount() {
        DatasetPicture other = Pictures.regularisation(picture(1024, 1024));
        assertThat(EnoughPictures.check(Path.of("x"), List.of(other), List.of(), true))
                .hasValueSatisfying(text -> assertThat(text).contains("no picture"));
        assertThat(findings(Pictures.regularisation(Pictures.of(Path.of("r.png"), null))))
                .doesNotContain(new Finding.NoCaption());
    }

    @Test
    void theReportSumsUp() {
        Subset ten = Subset.repeated(Path.of("10_x"), 10, "x", false);
        DatasetReport report =
                report(
                        dataset(
                                Pictures.in(picture(1024, 1024), ten),
                                picture(2048, 2048),
                                picture(512, 512),
                                picture(2000, 1500)),
                        FRAMING,
                        true);
        assertThat(report.buckets())
                .extracting(bucket ->
                        "%d×%d %d %d"
                                .formatted(
                                        bucket.width(),
                                        bucket.height(),
                                        bucket.pictures(),
                                        bucket.shown()))
                .containsExactly("1024×1024 3 12", "1152×896 1 1");
        assertThat(report.shown()).isEqualTo(13);
        assertThat(report.enlarged()).isEqualTo(1);
        assertThat(report.mostEnlarged()).isEqualTo(2);
        assertThat(report.cropped()).isEqualTo(1);
        assertThat(report.meanLoss()).isBetween(0.03, 0.04);
        assertThat(report.toLookAt()).isEqualTo(1);
    }

    @Test
    void exactCopiesAreLeftOutAndTheCaptionedStays() {
        DatasetPicture plain = named("a.png", null, "same");
        DatasetPicture captioned = named("b.png", Path.of("b.txt"), "same");
        DatasetPicture other = named("c.png", null, "other");
        DatasetPicture third = named("d.png", null, "same");
        List<LeftOut> leftOut = new ArrayList<>();
        assertThat(ExactCopies.without(List.of(plain, captioned, other, third), leftOut))
                .containsExactly(captioned, other);
        assertThat(leftOut)
                .extracting(LeftOut::file, LeftOut::copyOf)
                .containsExactly(
                        tuple(plain.file(), captioned.file()),
                        tuple(third.file(), captioned.file()));
    }

    @Test
    void whatWasMeantToBeSeenTwiceIsNoCopy() {
        DatasetPicture picture = named("a.png", null, "same");
        DatasetPicture again = Pictures.in(picture, Subset.repeated(Path.of("5_x"), 5, "x", false));
        DatasetPicture regularisation = Pictures.regularisation(named("r.png", null, "same"));
        DatasetPicture smaller =
                Pictures.in(
                        named("s.png", null, "same"),
                        new Subset(
                                Path.of("x"),
                                1,
                                false,
                                CaptionRule.PLAIN,
                                false,
                                false,
                                null,
                                new BucketOverrides(
                                        new Resolution(512, 512), null, null, null, null, null)));
        List<DatasetPicture> all = List.of(picture, again, regularisation, smaller);
        List<LeftOut> leftOut = new ArrayList<>();
        assertThat(ExactCopies.without(all, leftOut)).isEqualTo(all);
        assertThat(leftOut).isEmpty();
    }

    private static DatasetPicture named(String name, @Nullable Path caption, String pixels) {
        return Pictures.measured(
                Pictures.of(Path.of(name), caption),
                new PictureMeasures(pixels, 0, true, 99, 0, 0, 1, 0));
    }

    @Test
    void regularisationPicturesAreFilledUpAsInSdScripts() {
        assertThat(repeats(10, 3, -1, -1, -1, -1)).containsExactly(10, 3, 4, 3, 3, 3);
        assertThat(repeats(2, -3, -3)).containsExactly(2, 3, 0);
        assertThat(repeats(1, 1)).containsExactly(1, 1);
        assertThat(repeats(-1)).containsExactly(0);
        assertThat(repeats(7, -2, -2)).containsExactly(7, 4, 3);
    }

    /** Negative ones are of regularisation pictures. */
    private static List<Integer> repeats(int... repeats) {
        return EpochRepeats.of(
                IntStream.of(repeats)
                        .mapToObj(times ->
                                Pictures.in(
                                        picture(100, 100),
                                        Subset.repeated(
                                                Path.of("x"), Math.abs(times), "", times < 0)))
                        .toList());
    }

    private static List<Integer> sides(DatasetPicture picture, boolean upscale, Integer... sides) {
        FramingWish wish =
                new FramingWish(
                        Stream.of(sides)
                                .map(side -> new BucketWish(side, upscale, sides[0]))
                                .toList(),
                        false);
        return FramedDataset.of(dataset(picture), wish, true)
                .pictures()
                .getFirst()
                .framings()
                .stream()
                .map(Framing::width)
                .toList();
    }

    @Test
    void severalSizesAreTakenWhereAPictureIsLargeEnoughForThem() {
        assertThat(sides(picture(2000, 2000), true, 1024, 768, 512))
                .containsExactly(1024, 768, 512);
        // Enlarged by a third, and by two.
        assertThat(sides(picture(768, 768), true, 1024, 512)).containsExactly(1024, 512);
        assertThat(sides(picture(512, 512), true, 1024, 768, 512)).containsExactly(768, 512);
        // Something must be left: the size that blurs least.
        assertThat(sides(picture(300, 300), true, 1024, 512)).containsExactly(512);
        // It keeps its own size, once.
        assertThat(sides(picture(700, 700), false, 1024, 768, 512)).containsExactly(640, 512);
    }

    @Test
    void configurationsChangeTheBucketsAndTheUserGoesFirst() {
        BucketOverrides said =
                new BucketOverrides(new Resolution(512, 512), null, null, null, null, false);
        assertThat(Buckets.of(WISH, said).frame(400, 400))
                .isEqualTo(new Framing(384, 384, 400, 400));
        assertThat(Buckets.of(WISH, said).frame(2048, 2048))
                .isEqualTo(new Framing(512, 512, 512, 512));
        assertThat(Buckets.of(new BucketWish(256, true, 1024), said).frame(400, 400))
                .isEqualTo(new Framing(256, 256, 256, 256));
        BucketOverrides cut =
                new BucketOverrides(new Resolution(768, 512), false, null, null, null, null);
        assertThat(Buckets.of(WISH, cut).frame(1000, 1000))
                .isEqualTo(new Framing(768, 512, 768, 768));
        assertThat(Buckets.of(WISH, cut).predefined()).containsExactly(new Buckets.Size(768, 512));
        BucketOverrides none = new BucketOverrides(null, null, 2048, 1024, null, null);
        assertThatThrownBy(() -> Buckets.of(WISH, none))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("from 2048 to 1024");
    }
}
