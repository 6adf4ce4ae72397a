package atelier.service.training;

import atelier.service.dataset.FramedPicture;
import atelier.service.storage.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes down, before a run, everything that it is to be trained by. */
final class PlanFile {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                    .build();

    private PlanFile() {}

    private record Content(
            int format,
            Instant created,
            String model,
            String data,
            String trigger,
            Map<String, Object> settings,
            List<Picture> pictures) {}

    private record Picture(
            String file,
            String sha256,
            int width,
            int height,
            int trainedWidth,
            int trainedHeight,
            int repeats,
            boolean regularisation,
            String caption) {

        static Picture of(FramedPicture framed) {
            return new Picture(
                    framed.picture().file().getFileName().toString(),
                    framed.picture().sha256(),
                    framed.picture().width(),
                    framed.picture().height(),
                    framed.framing().width(),
                    framed.framing().height(),
                    framed.picture().subset().repeats(),
                    framed.picture().subset().regularisation(),
                    framed.picture().caption());
        }
    }

    static void write(TrainingJob job) {
        Content content =
                new Content(
                        FORMAT,
                        job.created(),
                        job.checkpoint().path().toAbsolutePath().toString(),
                        job.order().data().toAbsolutePath().toString(),
                        job.order().trigger(),
                        PlanSettings.of(job.plan()),
                        job.pictures().stream().map(Picture::of).toList());
        byte[] bytes = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        AtomicFiles.replace(job.folder().plan(), out -> out.write(bytes));
    }
}
