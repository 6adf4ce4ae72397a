package atelier.service.training;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.engine.lora.AdapterFile;
import atelier.model.dataset.DatasetOptions;
import atelier.model.training.TrainingOrder;
import atelier.model.training.TrainingResult;
import atelier.service.dataset.DrawnPictures;
import atelier.service.storage.PictureReader;
import atelier.service.storage.PictureScaler;
import atelier.service.storage.Sha256;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Pictures that are shown otherwise from one time to the next. */
class PictureVariantsTest {

    /** So many will do here. */
    private static final int COUNT = 4;

    private static TinyTraining tiny;

    @TempDir private Path folder;
    private Path data;
    private int number;

    @BeforeAll
    static void start() {
        tiny = new TinyTraining();
    }

    @AfterAll
    static void stop() {
        tiny.close();
    }

    @BeforeEach
    void draw() throws IOException {
        data = TinyTraining.data(folder);
        for (int i = COUNT; i < DrawnPictures.COUNT; i++) {
            Files.delete(DrawnPictures.file(data, i));
        }
    }

    private TrainingResult train(String... sets) throws IOException {
        String run = "run-" + number++;
        if (number > 1) {
            TinyTraining.copyCache(folder.resolve("run-0"), folder.resolve(run));
        }
        return tiny.train(from(data, run, sets));
    }

    /** The numbers trained, as text: a failing comparison stays short. */
    private String weights(String... sets) throws IOException {
        byte[] file = Files.readAllBytes(train(sets).adapter());
        return new String(TinyTraining.tensors(file), StandardCharsets.ISO_8859_1);
    }

    private void captions(String text) throws IOException {
        for (int i = 0; i < COUNT; i++) {
            Files.writeString(data.resolve("picture-%02d.txt".formatted(i)), text);
        }
    }

    @Test
    void withoutWordsItDoesNotMatterWhatCaptionsSay() throws IOException {
        captions("a round thing, colour, wall");
        String[] none = {"captionDropout=1", "steps=4"};
        String[] all = {"captionDropout=0", "steps=4"};
        String first = weights(none);
        String told = weights(all);
        captions("something else, again, and more");
        assertThat(weights(none)).isEqualTo(first);
        assertThat(weights(all)).isNotEqualTo(told).isNotEqualTo(first);
    }

    @Test
    void whereEveryTagIsDroppedTheTriggerIsLeft() throws IOException {
        captions("a round thing, colour, wall");
        String dropped = weights("captionDropout=0", "tagDropout=1", "steps=4", "batchSize=2");
        String some = weights("captionDropout=0", "tagDropout=0.5", "steps=4", "batchSize=2");
        captions("mirza");
        assertThat(weights("captionDropout=0", "steps=4", "batchSize=2"))
                .isEqualTo(dropped)
                .isNotEqualTo(some);
    }

    @Test
    void shuffledCaptionsAreTheSameInEachRunOfASeed() throws IOException {
        captions("a round thing, colour, wall, ".repeat(12) + "floor");
        String[] sets = {"shuffleCaption=true", "steps=4", "batchSize=2"};
        String first = weights(sets);
        assertThat(weights(sets)).isEqualTo(first);
        String plain = weights("steps=4", "batchSize=2");
        assertThat(plain).isNotEqualTo(first);
        assertThat(weights("shuffleCaption=true", "keepTokens=99", "steps=4", "batchSize=2"))
                .isEqualTo(plain);
    }

    /**
     * Pictures that are cut nowhere, whichever way they are turned, each with a mark at its left.
     */
    private void squares() throws IOException {
        for (int i = 0; i < COUNT; i++) {
            Path file = DrawnPictures.file(data, i);
            BufferedImage square = PictureScaler.covering(new PictureReader().read(file), 128, 128);
            Files.delete(file);
            for (int y = 0; y < 40; y++) {
                for (int x = 0; x < 20; x++) {
                    square.setRGB(x, y, 0xff8000 + 20 * i);
                }
            }
            ImageIO.write(square, "png", square(i).toFile());
        }
        Files.delete(data.resolve("picture-00.txt"));
    }

    private Path square(int index) {
        return data.resolve("square-%02d.png".formatted(index));
    }

    @Test
    void mirroredPicturesAreEncodedThemselves() throws IOException {
        squares();
        String plain = weights("steps=6");
        assertThat(weights("steps=6", "flip=true")).isNotEqualTo(plain);
        Set<String> flipped = latents("run-1");
        assertThat(flipped).hasSize(2 * COUNT);
        for (int i = 0; i < COUNT; i++) {
            ImageIO.write(
                    PictureScaler.mirrored(new PictureReader().read(square(i))),
                    "png",
                    square(i).toFile());
        }
        tiny.train(from(data, "turned", "steps=1"));
        assertThat(flipped).containsAll(latents("turned"));
    }

    /** What is in the cache's files. */
    private Set<String> latents(String run) throws IOException {
        Set<String> latents = new HashSet<>();
        for (Path file :
                TinyTraining.files(folder.resolve(run).resolve("cache/latents")).keySet()) {
            latents.add(Sha256.ofFile(file));
        }
        return latents;
    }

    @Test
    void picturesAreCutAroundWhatTheirMasksShow() throws IOException {
        Path masks = Files.createDirectory(folder.resolve("masks"));
        Path close = Files.createDirectory(folder.resolve("cut"));
        for (int i = 0; i < COUNT; i++) {
            Path file = DrawnPictures.file(data, i);
            BufferedImage large = PictureScaler.covering(new PictureReader().read(file), 300, 300);
            Files.delete(file);
            ImageIO.write(large, "png", square(i).toFile());
            BufferedImage mask = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
            mask.setRGB(200, 80 + i, 0xffffff);
            String name = square(i).getFileName().toString();
            ImageIO.write(mask, "png", masks.resolve(name).toFile());
            BufferedImage cut = PictureScaler.cut(large, 200 - 63, 80 + i - 63, 128, 128);
            ImageIO.write(cut, "png", close.resolve(name).toFile());
        }
        Files.delete(data.resolve("picture-00.txt"));
        Path toml = folder.resolve("data.toml");
        Files.writeString(
                toml,
                "[[datasets]]\n[[datasets.subsets]]\nimage_dir = 'data'\nconditioning_data_dir = 'masks'\n");
        tiny.train(from(toml, "around", "steps=1", "maskedLoss=off", "subjectCrop=true"));
        tiny.train(from(close, "close", "steps=1"));
        tiny.train(from(toml, "centre", "steps=1", "maskedLoss=off"));
        assertThat(latents("around")).isEqualTo(latents("close")).isNotEqualTo(latents("centre"));
    }

    private TrainingOrder from(Path source, String run, String... sets) {
        TrainingOrder usual = TinyTraining.order(folder, run, sets);
        return new TrainingOrder(
                usual.model(),
                source,
                usual.trigger(),
                usual.out(),
                usual.sets(),
                usual.device(),
                new DatasetOptions(false, true, DatasetOptions.WHITE));
    }

    @Test
    void aSubsetDecidesItselfWhetherItIsMirrored() throws IOException {
        Path toml = folder.resolve("data.toml");
        Files.writeString(
                toml, "[[datasets]]\n[[datasets.subsets]]\nimage_dir = 'data'\nflip_aug = false\n");
        tiny.train(from(toml, "own", "steps=1", "flip=true"));
        assertThat(latents("own")).hasSize(COUNT);
    }

    @Test
    void eachPictureIsTrainedAtEachResolution() throws IOException {
        squares();
        TrainingResult result = train("steps=8", "resolutions=64,128");
        assertThat(result.plan().pictures().resolution()).isEqualTo(128);
        JsonNode buckets =
                TinyTraining.JSON
                        .readTree(
                                AdapterFile.open(result.adapter())
                                        .info()
                                        .metadata()
                                        .get("ss_bucket_info"))
                        .get("buckets");
        int pictures = 0;
        int small = 0;
        for (JsonNode bucket : buckets) {
            int count = bucket.get("count").asInt();
            JsonNode size = bucket.get("resolution");
            pictures += count;
            small += size.get(0).asInt() * size.get(1).asInt() <= 64 * 64 ? count : 0;
        }
        assertThat(pictures).isEqualTo(2 * COUNT);
        assertThat(small).isEqualTo(COUNT);
        assertThat(latents("run-0")).hasSize(2 * COUNT);
        // Four batches of one picture make an epoch, at whatever size.
        assertThat(TinyTraining.metrics(folder.resolve("run-0")))
                .extracting(line -> line.get("epoch").asInt())
                .isEqualTo(Stream.concat(epoch(1), epoch(2)).toList());
    }

    private static Stream<Integer> epoch(int number) {
        return Collections.nCopies(COUNT, number).stream();
    }
}
