package atelier.service.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import atelier.model.dataset.BucketOverrides;
import atelier.model.dataset.BucketWish;
import atelier.model.dataset.CaptionRule;
import atelier.model.dataset.Dataset;
import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.DatasetReport;
import atelier.model.dataset.Finding;
import atelier.model.dataset.Framing;
import atelier.model.dataset.PictureMeasures;
import atelier.model.dataset.SourceCrop;
import atelier.model.dataset.Subset;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.model.restoration.FacePoint;
import atelier.service.storage.PictureReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectCropsTest {

    private static final Buckets BUCKETS =
            Buckets.of(new BucketWish(1024, true, 1024), BucketOverrides.NONE);

    @TempDir private Path folder;

    /** A picture of 3000 × 2000 goes to a square as 1536 × 1024 at the least. */
    @ParameterizedTest
    @CsvSource({
        // Small: no closer than its own pixels, about its middle.
        "2000, 500, 400, 400, 3000, 2000, 1688, 188",
        // In a corner: as near to the middle as there is picture.
        "0, 1900, 100, 100, 3000, 2000, 0, 976",
        // 800 and 200 around it on two sides: 1100 pixels become 1024.
        "100, 100, 800, 800, 2793, 1862, 0, 0",
        // More than there is: all of the height, and of the width what is in the middle of it.
        "1000, 300, 1500, 1500, 1536, 1024, 384, 0"
    })
    void cutsToTheSubjectWithAMargin(
            int x,
            int y,
            int wide,
            int high,
            int resizedWidth,
            int resizedHeight,
            int left,
            int top) {
        assertThat(
                        SubjectFraming.around(
                                new SourceCrop(x, y, wide, high),
                                3000,
                                2000,
                                new Framing(1024, 1024, 1536, 1024)))
                .isEqualTo(new Framing(1024, 1024, resizedWidth, resizedHeight, left, top));
    }

    @Test
    void whatIsTooSmallIsNotEnlargedMore() {
        Framing whole = new Framing(1024, 1024, 1229, 1024);
        assertThat(SubjectFraming.around(new SourceCrop(0, 0, 50, 50), 600, 500, whole))
                .isEqualTo(new Framing(1024, 1024, 1229, 1024, 0, 0));
    }

    @Test
    void theCropIsWithinThePictureAndHoldsTheSubjectWhereItFits() {
        Random random = new Random(5);
        for (int i = 0; i < 3000; i++) {
            int width = 200 + random.nextInt(4000);
            int height = Math.clamp(width * (60L + random.nextInt(110)) / 100, 200, 5000);
            int wide = 1 + random.nextInt(width);
            int high = 1 + random.nextInt(height);
            SourceCrop subject =
                    new SourceCrop(
                            random.nextInt(width - wide + 1),
                            random.nextInt(height - high + 1),
                            wide,
                            high);
            Framing whole = BUCKETS.frame(width, height);
            Framing framing = SubjectFraming.around(subject, width, height, whole);
            assertThat(framing.width()).isEqualTo(whole.width());
            assertThat(framing.height()).isEqualTo(whole.height());
            assertThat(framing.left()).isBetween(0, framing.resizedWidth() - framing.width());
            assertThat(framing.top()).isBetween(0, framing.resizedHeight() - framing.height());
            assertThat(framing.resizedWidth())
                    .isBetween(whole.resizedWidth(), Math.max(width, whole.resizedWidth()));
            assertThat(framing.resizedHeight())
                    .isBetween(whole.resizedHeight(), Math.max(height, whole.resizedHeight()));
            SourceCrop crop = SourceCrop.of(width, height, framing);
            SourceCrop most = SourceCrop.of(width, height, whole);
            if (wide <= most.width() - 4 && high <= most.height() - 4) {
                assertThat(crop.left()).isLessThanOrEqualTo(subject.left() + 2);
                assertThat(crop.top()).isLessThanOrEqualTo(subject.top() + 2);
                assertThat(crop.left() + crop.width())
                        .isGreaterThanOrEqualTo(subject.left() + wide - 2);
                assertThat(crop.top() + crop.height())
                        .isGreaterThanOrEqualTo(subject.top() + high - 2);
            }
        }
    }

    private DatasetPicture masked(String name, BufferedImage mask) throws IOException {
        Path masks = Files.createDirectories(folder.resolve("masks"));
        ImageIO.write(mask, "png", masks.resolve(name + ".png").toFile());
        return in(name, masks);
    }

    /** Of 1000 × 800 pixels. */
    private DatasetPicture in(String name, Path masks) {
        return Pictures.in(
                Pictures.of(folder.resolve(name + ".jpg"), null),
                new Subset(
                        folder,
                        1,
                        false,
                        CaptionRule.PLAIN,
                        null,
                        false,
                        masks,
                        BucketOverrides.NONE));
    }

    private static BufferedImage mask(int width, int height, Color colour, int... box) {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = mask.createGraphics();
        graphics.setColor(new Color(100, 100, 100));
        graphics.fillRect(0, 0, width / 3, height);
        graphics.setColor(colour);
        graphics.fillRect(box[0], box[1], box[2], box[3]);
        graphics.dispose();
        return mask;
    }

    private static Optional<SourceCrop> found(DatasetPicture picture) {
        return new MaskedSubject(new MaskReader(new PictureReader())).find(picture);
    }

    @Test
    void theSubjectIsWhereTheMaskIsNearerToWhite() throws IOException {
        assertThat(found(masked("a", mask(1000, 800, Color.WHITE, 300, 200, 50, 70))))
                .contains(new SourceCrop(300, 200, 50, 70));
        // A mask of half the size has pixels of two.
        assertThat(found(masked("b", mask(500, 400, Color.LIGHT_GRAY, 0, 399, 500, 1))))
                .contains(new SourceCrop(0, 798, 1000, 2));
        assertThat(found(masked("c", mask(500, 400, Color.DARK_GRAY, 10, 10, 50, 50)))).isEmpty();
        assertThat(found(in("d", folder.resolve("masks")))).isEmpty();
    }

    @Test
    void aCutOutSubjectIsWhereItIsOpaque() throws IOException {
        BufferedImage cut = new BufferedImage(1000, 800, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = cut.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(600, 100, 200, 300);
        graphics.dispose();
        Path file = folder.resolve("cut.png");
        ImageIO.write(cut, "png", file.toFile());
        DatasetPicture picture =
                Pictures.measured(
                        Pictures.of(file, null),
                        new PictureMeasures("", 0, true, 200, 0, 0, 1, 0.9));
        assertThat(found(picture)).contains(new SourceCrop(600, 100, 200, 300));
        assertThat(found(Pictures.of(file, null))).isEmpty();
    }

    private FramedDataset cut(DatasetPicture... pictures) {
        List<FramedPicture> framed =
                List.of(pictures).stream()
                        .map(one ->
                                new FramedPicture(one, BUCKETS.frame(one.width(), one.height())))
                        .toList();
        return new SubjectCrops(new PictureReader())
                .look(
                        new FramedDataset(framed, List.of(), List.of("a note"), List.of()),
                        ProgressListener.NONE,
                        new CancelToken());
    }

    @Test
    void whatHasNoMaskStaysAndIsNamed() throws IOException {
        DatasetPicture masked = masked("a", mask(1000, 800, Color.WHITE, 100, 600, 300, 150));
        DatasetPicture plain = Pictures.of(folder.resolve("b.jpg"), null);
        FramedDataset cut = cut(masked, plain, Pictures.regularisation(plain));
        assertThat(cut.notes())
                .containsExactly(
                        "a note",
                        "One picture has no mask that shows the subject, so it is cut about the centre: b.jpg.");
        assertThat(cut.obstacles()).isEmpty();
        assertThat(cut.pictures().get(0).subject()).isEqualTo(new SourceCrop(100, 600, 300, 150));
        assertThat(cut.pictures().get(0).framing()).isNotEqualTo(BUCKETS.frame(1000, 800));
        assertThat(cut.pictures().get(1).framing()).isEqualTo(BUCKETS.frame(1000, 800));
        assertThat(cut(plain, plain, plain, plain, plain).notes().getLast())
                .startsWith("5 pictures have no mask")
                .endsWith("they are cut about the centre: b.jpg, b.jpg, b.jpg and 2 more.");
    }

    @Test
    void aMaskOfAnotherShapeStandsAgainstTraining() throws IOException {
        DatasetPicture stretched = masked("a", mask(500, 500, Color.WHITE, 100, 100, 50, 50));
        FramedDataset cut = cut(stretched);
        assertThat(cut.obstacles()).singleElement().asString().contains("a.png is 500 × 500");
        assertThatThrownBy(() ->
                        new SubjectCrops(new PictureReader())
                                .of(cut, ProgressListener.NONE, new CancelToken()))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("proportions");
    }

    @Test
    void whatIsCutOnPurposeIsNoFinding() {
        DatasetPicture picture =
                Pictures.sized(Pictures.of(Path.of("a.png"), Path.of("a.txt")), 3000, 2000);
        Framing close = new Framing(1216, 832, 3000, 2000, 100, 100);
        assertThat(Findings.of(new FramedPicture(picture, close), List.of()))
                .hasOnlyElementsOfType(Finding.MuchCropped.class)
                .hasSize(1);
        assertThat(
                        Findings.of(
                                new FramedPicture(
                                        picture, List.of(close), new SourceCrop(200, 200, 50, 50)),
                                List.of()))
                .isEmpty();
    }

    @Test
    void stopsBetweenPictures() {
        CancelToken cancel = new CancelToken();
        cancel.cancel();
        FramedDataset one = cut(Pictures.of(folder.resolve("b.jpg"), null));
        SubjectCrops crops = new SubjectCrops(new PictureReader());
        assertThatThrownBy(() -> crops.of(one, ProgressListener.NONE, cancel))
                .isInstanceOf(CancelledException.class);
    }

    /** Says the same of every picture. */
    private static DetectedFace face(FaceBox box) {
        FacePoint mark = box.middle();
        return new DetectedFace(box, new FaceLandmarks(mark, mark, mark, mark, mark), 0.9);
    }

    private static FaceLook faces(FaceBox... found) {
        return new FaceLook() {
            @Override
            public boolean ready() {
                return true;
            }

            @Override
            public Optional<List<DetectedFace>> known(DatasetPicture picture) {
                return Optional.empty();
            }

            @Override
            public Map<Path, List<DetectedFace>> of(
                    List<DatasetPicture> pictures, ProgressListener progress, CancelToken cancel) {
                return pictures.stream()
                        .collect(
                                Collectors.toMap(
                                        DatasetPicture::file,
                                        _ ->
                                                Stream.of(found)
                                                        .map(SubjectCropsTest::face)
                                                        .toList()));
            }
        };
    }

    @Test
    void whereThereIsNoMaskHeadAndShouldersAreTheSubject() {
        DatasetPicture picture = Pictures.of(Path.of("a.png"), null);
        FramedDataset framed =
                new FramedDataset(
                        List.of(new FramedPicture(picture, BUCKETS.frame(1000, 800))),
                        List.of(),
                        List.of(),
                        List.of());
        FramedDataset cut =
                new SubjectCrops(_ -> Optional.empty(), faces(new FaceBox(400, 200, 100, 120)))
                        .of(framed, ProgressListener.NONE, new CancelToken());
        SourceCrop subject = cut.pictures().getFirst().subject();
        // 0.6 of the width at both sides, 0.7 of the height above and 0.9 below.
        assertThat(subject).isEqualTo(new SourceCrop(340, 116, 220, 312));
        assertThat(cut.notes()).isEmpty();
        SourceCrop masked = new SourceCrop(0, 0, 50, 50);
        assertThat(
                        new SubjectCrops(
                                        _ -> Optional.of(masked),
                                        faces(new FaceBox(400, 200, 100, 120)))
                                .of(framed, ProgressListener.NONE, new CancelToken())
                                .pictures()
                                .getFirst()
                                .subject())
                .isEqualTo(masked);
        assertThat(
                        new SubjectCrops(_ -> Optional.empty(), faces())
                                .of(framed, ProgressListener.NONE, new CancelToken())
                                .notes())
                .containsExactly(
                        "One picture has neither mask nor face that shows the subject, so it is cut about the centre: a.png.");
    }

    @Test
    void aFaceAtTheBorderIsCutToThePicture() {
        DatasetPicture picture = Pictures.of(Path.of("a.png"), null);
        assertThat(
                        new FaceSubject(
                                        Map.of(
                                                picture.file(),
                                                List.of(face(new FaceBox(-20, -10, 100, 100)))))
                                .find(picture))
                .contains(new SourceCrop(0, 0, 140, 180));
        assertThat(new FaceSubject(Map.of()).find(picture)).isEmpty();
    }

    @Test
    void picturesWithoutAFaceSaySo() {
        DatasetPicture picture = Pictures.of(Path.of("a.png"), null);
        FramedDataset framed =
                new FramedDataset(
                        List.of(new FramedPicture(picture, BUCKETS.frame(1000, 800))),
                        List.of(),
                        List.of(),
                        List.of());
        DatasetReport report =
                DatasetService.report(
                        new Dataset(
                                Path.of("d"), List.of(picture), List.of(), List.of(), List.of()),
                        framed);
        assertThat(found(faces(), report)).contains(new Finding.NoFace());
        assertThat(found(faces(new FaceBox(400, 200, 200, 240)), report))
                .doesNotContain(new Finding.NoFace())
                .isEqualTo(report.pictures().getFirst().findings());
        assertThatThrownBy(() -> found(FaceLook.NONE, report))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining("There is no network that finds faces");
    }

    private static List<Finding> found(FaceLook faces, DatasetReport report) {
        return new DatasetService(new PictureReader(), faces)
                .withFaces(report, ProgressListener.NONE, new CancelToken())
                .pictures()
                .getFirst()
                .findings();
    }
}
