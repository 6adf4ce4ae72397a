package atelier.engine.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.face.FaceAlignment;
import atelier.engine.face.FaceTemplate;
import atelier.engine.torch.Lane;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.CancelledException;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.Bitmap;
import atelier.model.restoration.FaceOutcome;
import atelier.model.restoration.FacePoint;
import atelier.model.restoration.FaceRestoration;
import atelier.model.restoration.FacesToLeave;
import atelier.model.restoration.IdentityChange;
import atelier.model.restoration.RestorationResult;
import atelier.model.restoration.RestorationSettings;
import atelier.model.restoration.RestoredFace;
import atelier.model.restoration.RestorerChoice;
import atelier.model.restoration.UpscaleChoice;
import atelier.model.settings.DeviceChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole images through detector, restorer, identity and upscaler. */
class NetworkRestorersTest {

    private static final int LEFT = 232;
    private static final int TOP = 104;
    private static final int FACE = 32;

    private final Lane lane = new Lane();

    @TempDir private Path folder;

    @AfterEach
    void close() {
        lane.close();
    }

    private static Bitmap oneFace() {
        return new BandFaces(512, 320).face(LEFT, TOP, FACE).picture();
    }

    /** Everything is turned into its opposite, whole strength, no limit. */
    private FaceRestoration inverting() {
        return new FaceRestoration(
                BandFaces.network(folder.resolve("detector.onnx"), 128),
                choice(RestorationNetworks.inverting(folder.resolve("inverting.onnx"))),
                1,
                0,
                null);
    }

    private static RestorerChoice choice(Path file) {
        return new RestorerChoice("gfpgan-1.4", file, RestorerChoice.USUAL_FIDELITY);
    }

    private static FaceRestoration with(FaceRestoration faces, double strength, int onlyBelow) {
        return new FaceRestoration(
                faces.detector(), faces.restorer(), strength, onlyBelow, faces.identity());
    }

    private RestorationResult restored(Bitmap picture, FaceRestoration faces, UpscaleChoice size) {
        return lane.call(() -> {
            try (ImageRestorer restorer = open(faces, size)) {
                assertThat(restorer.processor()).isEqualTo("CPU");
                return restorer.restore(picture, new CancelToken(), ProgressListener.NONE);
            }
        });
    }

    private ImageRestorer open(FaceRestoration faces, UpscaleChoice size) {
        return new NetworkRestorers()
                .open(lane, DeviceChoice.CPU, new RestorationSettings(faces, size));
    }

    /** The mask at a place of an image that is so many times as large, worked out once more. */
    private static double mask(int x, int y, int factor) {
        FaceAlignment alignment =
                FaceAlignment.of(BandFaces.marks(LEFT, TOP, FACE), FaceTemplate.FFHQ, 512);
        FacePoint place =
                alignment
                        .toSquare()
                        .of(new FacePoint((x + 0.5) / factor - 0.5, (y + 0.5) / factor - 0.5));
        double share = 1;
        for (double along : new double[] {place.x(), place.y()}) {
            double inside = Math.min(along, 511 - along) / (0.15 * 512);
            double part = Math.clamp(inside, 0, 1);
            share *= 3 * part * part - 2 * part * part * part;
        }
        return share;
    }

    @Test
    void theFaceIsRestoredAndAllElseStaysToTheBit() {
        Bitmap before = oneFace();
        int[] pixels = before.argb().clone();
        RestorationResult result = restored(before, inverting(), UpscaleChoice.NONE);
        assertThat(before.argb()).as("what went in").isEqualTo(pixels);
        assertThat(result.faces())
                .extracting(RestoredFace::outcome)
                .containsExactly(FaceOutcome.RESTORED);
        assertThat(result.count(FaceOutcome.RESTORED)).isEqualTo(1);
        int changed = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (mask(i % 512, i / 512, 1) == 0) {
                assertThat(result.picture().argb()[i]).isEqualTo(pixels[i]);
            } else if (result.picture().argb()[i] != pixels[i]) {
                changed++;
            }
        }
        // The square is about four of the face's eye distances wide.
        assertThat(changed).isGreaterThan(2_000);
        // Within the red half, and within the blue one: their opposites.
        assertThat(result.picture().argb()[(TOP + 6) * 512 + LEFT + 16]).isEqualTo(0xff00ffff);
        assertThat(result.picture().argb()[(TOP + 26) * 512 + LEFT + 16]).isEqualTo(0xffffff00);
    }

    @Test
    void strengthIsTheShareOfTheRestoredFace() {
        FaceRestoration faces = inverting();
        int place = (TOP + 6) * 512 + LEFT + 16;
        assertThat(
                        restored(oneFace(), with(faces, 0.8, 0), UpscaleChoice.NONE)
                                .picture()
                                .argb()[place])
                .isEqualTo(0xff33cccc);
        assertThat(restored(oneFace(), with(faces, 0, 0), UpscaleChoice.NONE).picture().argb())
                .isEqualTo(oneFace().argb());
    }

    @Test
    void onlyFacesBelowTheLimitAreRestored() {
        Bitmap before = oneFace();
        RestorationResult left = restored(before, with(inverting(), 1, 32), UpscaleChoice.NONE);
        assertThat(left.picture()).isSameAs(before);
        assertThat(left.faces())
                .extracting(RestoredFace::outcome)
                .containsExactly(FaceOutcome.LARGE_ENOUGH);
        assertThat(
                        restored(before, with(inverting(), 1, 33), UpscaleChoice.NONE)
                                .count(FaceOutcome.RESTORED))
                .isEqualTo(1);
    }

    @Test
    void aFaceThatIsPointedAtIsLeftAloneToTheBit() {
        BandFaces two = new BandFaces(512, 320).face(LEFT, TOP, FACE).face(40, 200, FACE);
        Bitmap before = two.picture();
        FacesToLeave left = new FacesToLeave(List.of(new FacePoint(60, 220)));
        RestorationResult result =
                lane.call(() -> {
                    try (ImageRestorer restorer = open(inverting(), UpscaleChoice.NONE)) {
                        return restorer.restore(
                                before, left, new CancelToken(), ProgressListener.NONE);
                    }
                });
        assertThat(result.count(FaceOutcome.RESTORED)).isEqualTo(1);
        assertThat(result.count(FaceOutcome.LEFT_ALONE)).isEqualTo(1);
        assertThat(result.picture().argb()[(TOP + 6) * 512 + LEFT + 16]).isEqualTo(0xff00ffff);
        for (int y = 200; y < 200 + FACE; y++) {
            for (int x = 40; x < 40 + FACE; x++) {
                assertThat(result.picture().argb()[y * 512 + x])
                        .isEqualTo(before.argb()[y * 512 + x]);
            }
        }
    }

    @Test
    void facesTooSmallAndTooLargeAreLeftAloneAndSayWhy() {
        Bitmap small = new BandFaces(64, 64).face(26, 34, 8).picture();
        RestorationResult result = restored(small, inverting(), UpscaleChoice.NONE);
        assertThat(result.picture()).isSameAs(small);
        assertThat(result.faces())
                .extracting(RestoredFace::outcome)
                .containsExactly(FaceOutcome.TOO_SMALL);
        Bitmap large = new BandFaces(4_096, 4_096).face(512, 512, 2_048).picture();
        result = restored(large, inverting(), UpscaleChoice.NONE);
        assertThat(result.picture()).isSameAs(large);
        assertThat(result.faces())
                .extracting(RestoredFace::outcome)
                .containsExactly(FaceOutcome.TOO_LARGE);
    }

    @Test
    void anImageWithoutAFaceComesBackAsItIs() {
        Bitmap empty = new BandFaces(300, 200).picture();
        RestorationResult result = restored(empty, inverting(), UpscaleChoice.NONE);
        assertThat(result.picture()).isSameAs(empty);
        assertThat(result.faces()).isEmpty();
    }

    @Test
    void faceAtTheBorderAndFacesInACrowdAreRestored() {
        BandFaces crowd = new BandFaces(512, 512);
        for (int i = 0; i < 30; i++) {
            crowd.face(40 + 80 * (i % 6), 40 + 80 * (i / 6), 32);
        }
        RestorationResult result = restored(crowd.picture(), inverting(), UpscaleChoice.NONE);
        assertThat(result.count(FaceOutcome.RESTORED)).isEqualTo(30);
        result =
                restored(
                        new BandFaces(512, 512).face(-16, 208, 64).picture(),
                        inverting(),
                        UpscaleChoice.NONE);
        assertThat(result.count(FaceOutcome.RESTORED)).isEqualTo(1);
        assertThat(result.picture().argb()[220 * 512 + 4]).isEqualTo(0xff00ffff);
    }

    @Test
    void anImageMadeLargerHasItsFacesPastedInLarge() {
        Path file = RestorationNetworks.repeating(folder.resolve("x2.onnx"), 2);
        UpscaleChoice twice = new UpscaleChoice.Network(file, 2);
        Bitmap before = oneFace();
        RestorationResult result = restored(before, inverting(), twice);
        RestorationResult plain = restored(before, null, twice);
        assertThat(plain.faces()).isEmpty();
        int inside = 0;
        for (int i = 0; i < plain.picture().argb().length; i++) {
            double share = mask(i % 1024, i / 1024, 2);
            int pixel = result.picture().argb()[i];
            if (share == 0) {
                assertThat(pixel).isEqualTo(plain.picture().argb()[i]);
            } else if (share == 1 && (plain.picture().argb()[i] & 0xffffff) == 0) {
                inside++;
            }
        }
        assertThat(inside).isGreaterThan(1_000);
        assertThat(result.picture().argb()[2 * (TOP + 6) * 1024 + 2 * (LEFT + 16)])
                .isEqualTo(0xff00ffff);
    }

    @Test
    void identityTellsWhetherTheFaceIsStillTheSame() {
        Path identity = RestorationNetworks.sface(folder.resolve("sface.onnx"));
        FaceRestoration inverting = inverting();
        Path same = RestorationNetworks.identical(folder.resolve("identical.onnx"));
        RestorationResult kept =
                restored(
                        oneFace(),
                        new FaceRestoration(inverting.detector(), choice(same), 1, 0, identity),
                        UpscaleChoice.NONE);
        IdentityChange change = kept.faces().getFirst().identity();
        assertThat(change).isNotNull();
        assertThat(change.similarity()).isEqualTo(1, within(0.01));
        assertThat(change.isLost()).isFalse();
        assertThat(kept.lostIdentities()).isZero();
        RestorationResult lost =
                restored(
                        oneFace(),
                        new FaceRestoration(
                                inverting.detector(), inverting.restorer(), 1, 0, identity),
                        UpscaleChoice.NONE);
        assertThat(lost.lostIdentities()).isEqualTo(1);
    }

    @Test
    void eachFaceIsToldOfAndWorkCanBeStoppedBetweenThem() {
        BandFaces two = new BandFaces(512, 512).face(40, 40, 32).face(200, 200, 32);
        Set<String> stages = new LinkedHashSet<>();
        List<Progress> faces = new ArrayList<>();
        CancelToken cancel = new CancelToken();
        ProgressListener listener =
                progress -> {
                    stages.add(progress.stage());
                    if (progress.unit().equals("face")) {
                        faces.add(progress);
                        if (progress.done() == 1) {
                            cancel.cancel();
                        }
                    }
                };
        FaceRestoration restoration = inverting();
        lane.run(() -> {
            try (ImageRestorer restorer = open(restoration, UpscaleChoice.NONE)) {
                assertThatThrownBy(() -> restorer.restore(two.picture(), cancel, listener))
                        .isInstanceOf(CancelledException.class);
            }
        });
        assertThat(stages).containsExactly("Finding faces", "Restoring faces");
        assertThat(faces)
                .containsExactly(
                        Progress.of("Restoring faces", 0, 2, "face"),
                        Progress.of("Restoring faces", 1, 2, "face"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void settingsOutOfRangeAreRefused(double value) {
        FaceRestoration faces = inverting();
        assertRefused(with(faces, value, 0), "The strength of restored faces is");
        RestorerChoice choice = new RestorerChoice("codeformer", faces.restorer().file(), value);
        assertRefused(
                new FaceRestoration(faces.detector(), choice, 1, 0, null),
                "The fidelity to faces is");
        assertRefused(with(faces, 1, -1), "No face is lower than -1 pixels");
    }

    @Test
    void missingNetworksAreNamed() {
        FaceRestoration faces = inverting();
        assertRefused(
                new FaceRestoration(
                        faces.detector(), choice(folder.resolve("none.onnx")), 1, 0, null),
                "none.onnx");
        assertRefused(
                new FaceRestoration(folder.resolve("away.onnx"), faces.restorer(), 1, 0, null),
                "away.onnx");
    }

    private void assertRefused(FaceRestoration faces, String message) {
        lane.run(() ->
                assertThatThrownBy(() -> open(faces, UpscaleChoice.NONE))
                        .isInstanceOf(AtelierException.class)
                        .hasMessageContaining(message));
    }
}
