package atelier.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.dataset.DatasetPicture;
import atelier.model.dataset.PictureReport;
import atelier.model.generation.PromptTokens;
import atelier.model.job.CancelToken;
import atelier.model.job.Progress;
import atelier.model.job.ProgressListener;
import atelier.model.restoration.DetectedFace;
import atelier.model.restoration.FaceBox;
import atelier.model.restoration.FaceLandmarks;
import atelier.service.dataset.DatasetService;
import atelier.service.dataset.FaceLook;
import atelier.service.dataset.MaskMaker;
import atelier.service.storage.PictureReader;
import atelier.ui.StudioFixture;
import atelier.ui.StudioServices;
import atelier.ui.shell.ToastModel;
import atelier.ui.shell.UndoStack;
import atelier.ui.text.Phrase;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks and faces over a dataset's pictures, over a real workspace, without a window. */
class LayerModelTest {

    private static final int COUNT = 4;
    private static final int SIDE = 80;

    @TempDir private Path folder;
    private StudioFixture fixture;
    private StudioServices services;
    private final Masks masks = new Masks();
    private final Faces faces = new Faces();
    private final ToastModel toasts = new ToastModel();
    private final UndoStack undo = new UndoStack(toasts);
    private DatasetModel dataset;
    private LayerModel model;
    private Path kept;
    private boolean busy;

    /** Writes a white mask wherever one is wanted. */
    private static final class Masks implements MaskMaker {

        private boolean ready = true;
        private final List<String> made = new ArrayList<>();

        @Override
        public boolean ready() {
            return ready;
        }

        @Override
        public int write(
                List<DatasetPicture> pictures,
                Path folder,
                ProgressListener progress,
                CancelToken cancel) {
            if (!ready) {
                throw MaskMaker.noNetwork();
            }
            int count = 0;
            for (DatasetPicture picture : pictures) {
                progress.progressed(Progress.of("Cutting out", count, pictures.size(), "picture"));
                Path file = MaskMaker.file(folder, picture.file());
                if (Files.notExists(file)) {
                    write(file);
                    made.add(file.getFileName().toString());
                    count++;
                }
            }
            return count;
        }

        private static void write(Path file) {
            try {
                Files.createDirectories(file.getParent());
                ImageIO.write(
                        new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY),
                        "png",
                        file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Finds the same face in every picture. */
    private static final class Faces implements FaceLook {

        private static final DetectedFace FACE = face();
        private final Map<Path, List<DetectedFace>> known = new HashMap<>();
        private boolean ready = true;

        private static DetectedFace face() {
            FaceBox box = new FaceBox(10, 20, 30, 40);
            return new DetectedFace(
                    box,
                    new FaceLandmarks(
                            box.middle(), box.middle(), box.middle(), box.middle(), box.middle()),
                    0.9);
        }

        @Override
        public boolean ready() {
            return ready;
        }

        @Override
        public Optional<List<DetectedFace>> known(DatasetPicture picture) {
            return Optional.ofNullable(known.get(picture.file()));
        }

        @Override
        public Map<Path, List<DetectedFace>> of(
                List<DatasetPicture> pictures, ProgressListener progress, CancelToken cancel) {
            pictures.forEach(one -> known.put(one.file(), List.of(FACE)));
            return Map.copyOf(known);
        }
    }

    @BeforeEach
    void open() throws IOException {
        fixture = StudioFixture.empty(folder.resolve("workspace"));
        services = fixture.atOnce();
        DatasetService datasets = new DatasetService(new PictureReader(), faces);
        dataset =
                new DatasetModel(
                        new DatasetWork(
                                services.workspace(),
                                services.library(),
                                // Faces are looked for when they are asked for, and not before.
                                services.datasets(),
                                services.captions(),
                                _ -> new PromptTokens(1, 75),
                                () -> busy),
                        services.background(),
                        toasts,
                        undo,
                        64);
        dataset.open();
        Path source = Files.createDirectory(folder.resolve("mia"));
        for (int i = 0; i < COUNT; i++) {
            paint(source.resolve("%02d.png".formatted(i)), i);
        }
        dataset.add(List.of(source));
        kept = services.workspace().masks("mia");
        model =
                new LayerModel(
                        new LayerWork(services.workspace(), datasets, masks, () -> busy),
                        dataset,
                        services.background(),
                        toasts);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static void paint(Path file, long seed) throws IOException {
        BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int i = 0; i < SIDE * SIDE; i++) {
            picture.setRGB(i % SIDE, i / SIDE, random.nextInt(1 << 24));
        }
        ImageIO.write(picture, "png", file.toFile());
    }

    private LayerModel.Over over() {
        return model.over().get();
    }

    /** Which pictures training weighs by a mask, as a new look at them tells. */
    private List<String> weighed() {
        return dataset.report().get().pictures().stream()
                .map(PictureReport::picture)
                .filter(picture -> picture.subset().masks() != null)
                .map(DatasetPicture::name)
                .toList();
    }

    private void lookAnew() {
        dataset.resolution().set(dataset.resolution().get() == 64 ? 128 : 64);
    }

    @Test
    void aMaskIsMadeWhenItIsLookedAtAndKept() {
        assertThat(over()).isNull();
        model.look(PictureLayer.MASK);
        assertThat(over().mask()).isEqualTo(kept.resolve("00.png"));
        assertThat(over().faces()).isEmpty();
        assertThat(model.masks().get()).isEqualTo(new LayerWork.Masks(false, 1, COUNT));
        dataset.next(1);
        assertThat(over().mask()).isEqualTo(kept.resolve("01.png"));
        dataset.next(-1);
        assertThat(masks.made).containsExactly("00.png", "01.png");
        // Looked at alone, they change nothing for training.
        lookAnew();
        assertThat(weighed()).isEmpty();
        model.look(PictureLayer.CROP);
        assertThat(over()).isNull();
    }

    @Test
    void facesAreShownWithTheirMarks() {
        model.look(PictureLayer.FACES);
        assertThat(over().faces()).containsExactly(Faces.FACE);
        assertThat(over().mask()).isNull();
        assertThat(over().problem()).isNull();
        assertThat(masks.made).isEmpty();
    }

    @Test
    void whereThereIsNoNetworkOneSentenceSaysSo() {
        masks.ready = false;
        faces.ready = false;
        model.look(PictureLayer.MASK);
        assertThat(over().problem())
                .isEqualTo(
                        Phrase.said(
                                "There is no network that cuts out subjects: fetch MODNet from the catalog of models."));
        model.look(PictureLayer.FACES);
        assertThat(over().problem())
                .isEqualTo(
                        Phrase.said(
                                "There is no network that finds faces: fetch YuNet from the catalog of models."));
        model.use(true);
        assertThat(model.masks().get().used()).isFalse();
        assertThat(toasts.current().get().isFailure()).isTrue();
    }

    @Test
    void besideAJobOnlyWhatIsKnownIsShown() {
        model.look(PictureLayer.MASK);
        busy = true;
        dataset.next(1);
        assertThat(over().problem()).isEqualTo(Phrase.of("dataset.layer-busy"));
        model.look(PictureLayer.FACES);
        assertThat(over().problem()).isEqualTo(Phrase.of("dataset.layer-busy"));
        dataset.next(-1);
        model.look(PictureLayer.MASK);
        assertThat(over().mask()).isEqualTo(kept.resolve("00.png"));
        model.use(true);
        assertThat(model.making().get()).isEqualTo(Phrase.of("dataset.masks-later"));
        assertThat(masks.made).containsExactly("00.png");
    }

    @Test
    void trainingUsesMasksAsLongAsTheUserWantsIt() throws IOException {
        model.use(true);
        assertThat(model.masks().get()).isEqualTo(new LayerWork.Masks(true, COUNT, COUNT));
        lookAnew();
        assertThat(weighed()).containsExactly("00.png", "01.png", "02.png", "03.png");
        // One more picture gets one more mask.
        Path more = folder.resolve("more.png");
        paint(more, 77);
        dataset.add(List.of(more));
        assertThat(masks.made).contains("more.png").hasSize(COUNT + 1);
        model.use(false);
        assertThat(model.masks().get().used()).isFalse();
        lookAnew();
        assertThat(weighed()).isEmpty();
        assertThat(kept.resolve("more.png")).exists();
    }

    @Test
    void aMaskGoesAndComesBackWithItsPicture() {
        model.use(true);
        dataset.leaveOut();
        assertThat(kept.resolve("00.png")).doesNotExist();
        undo.undo();
        assertThat(kept.resolve("00.png")).exists();
        assertThat(masks.made).hasSize(COUNT);
    }
}
