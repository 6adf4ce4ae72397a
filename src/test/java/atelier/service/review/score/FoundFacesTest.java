package atelier.service.review.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atelier.engine.restoration.BandFaces;
import atelier.engine.restoration.RestorationNetworks;
import atelier.engine.score.Cosine;
import atelier.model.job.CancelToken;
import atelier.model.restoration.Bitmap;
import atelier.service.job.Accelerator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faces by networks of the published signatures, as they lie in a workspace. */
class FoundFacesTest {

    private static final int SIDE = 320;

    @TempDir private Path folder;

    private static BufferedImage picture(BandFaces faces) {
        Bitmap bitmap = faces.picture();
        BufferedImage picture =
                new BufferedImage(bitmap.width(), bitmap.height(), BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, bitmap.width(), bitmap.height(), bitmap.argb(), 0, bitmap.width());
        return picture;
    }

    @Test
    void theLargestFaceIsToldApartAndAPictureWithoutOneIsSeenAsSuch() throws IOException {
        Path models = Files.createDirectories(folder.resolve("models"));
        Path model = folder.resolve("model");
        try (Accelerator accelerator = new Accelerator()) {
            FoundNetworks networks = new FoundNetworks(accelerator, models);
            assertThat(networks.faces(model)).isEmpty();
            assertThat(networks.absent(model)).anyMatch(one -> one.contains("fetch YuNet"));
            BandFaces.network(models.resolve("face_detection_yunet_2023mar.onnx"), SIDE);
            assertThat(networks.faces(model).orElseThrow().tellsApart()).isFalse();
            assertThat(networks.absent(model)).anyMatch(one -> one.contains("fetch SFace"));
            BufferedImage face = picture(new BandFaces(SIDE, SIDE).face(136, 136, 32));
            BufferedImage none = picture(new BandFaces(SIDE, SIDE));
            List<float[]> seen =
                    networks.faces(model)
                            .orElseThrow()
                            .look(List.of(face, none), new CancelToken());
            assertThat(seen.get(0)).isNotEmpty();
            assertThat(seen.get(1)).isEmpty();
            RestorationNetworks.sface(models.resolve("face_recognition_sface_2021dec.onnx"));
            FaceFinder telling = networks.faces(model).orElseThrow();
            assertThat(telling.tellsApart()).isTrue();
            List<float[]> told = telling.look(List.of(face, none, face), new CancelToken());
            assertThat(told.get(0)).hasSize(128);
            assertThat(told.get(1)).isEmpty();
            assertThat(Cosine.of(told.get(0), told.get(2))).isEqualTo(1, within(1e-6));
            assertThat(networks.absent(model))
                    .noneMatch(one -> one.contains("YuNet") || one.contains("SFace"));
        }
    }
}
