package atelier.ui.generation;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.model.generation.GenerationBatch;
import atelier.model.generation.GenerationOrder;
import atelier.model.generation.GenerationRequest;
import atelier.model.generation.ImageShape;
import atelier.model.generation.PromptMark;
import atelier.model.job.JobRecord;
import atelier.model.job.JobState;
import atelier.model.library.AdapterType;
import atelier.model.library.ImageRecord;
import atelier.reference.Reference;
import atelier.service.job.JobQueue;
import atelier.ui.shell.QueueModel;
import atelier.ui.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The panel's state and intents, without a toolkit. */
class GenerationModelTest {

    private static final Path LORA = Reference.root().resolve("lora/kohya_ldm.safetensors");

    @TempDir private Path folder;
    private OpenStudio studio;
    private GenerationModel model;

    @BeforeEach
    void open() {
        studio = new OpenStudio(folder);
        model = studio.model();
        model.open();
    }

    @AfterEach
    void close() {
        studio.close();
    }

    private JobRecord job() {
        return studio.jobs.jobs().jobs().getLast();
    }

    private List<GenerationRequest> requests() {
        return JobQueue.order(job(), GenerationBatch.class).orders().stream()
                .map(GenerationOrder::request)
                .toList();
    }

    @Test
    void anOrderIsWhatTheFormSays() {
        GenerationForm form = model.form();
        form.prompt().set("a {red|blue} hat");
        form.negative().set("text");
        form.shape().set(ImageShape.TALL);
        form.steps().set(12);
        form.guidance().set(4.5);
        form.sampler().set("euler");
        form.schedule().set("trailing");
        form.seed().set("1204");
        form.each().set(2);
        assertThat(model.outlook().get().images()).isEqualTo(4);
        model.add();
        assertThat(requests())
                .extracting(GenerationRequest::prompt)
                .containsExactly("a red hat", "a blue hat");
        GenerationRequest first = requests().getFirst();
        assertThat(first.negative()).isEqualTo("text");
        assertThat(first.width()).isEqualTo(208);
        assertThat(first.height()).isEqualTo(304);
        assertThat(first.seed()).isEqualTo(1204);
        assertThat(first.count()).isEqualTo(2);
        assertThat(first.sampling().steps()).isEqualTo(12);
        assertThat(first.sampling().guidance()).isEqualTo(4.5);
        assertThat(first.sampling().sampler()).isEqualTo("euler");
        assertThat(first.sampling().schedule()).isEqualTo("trailing");
        assertThat(job().title()).isEqualTo("a {red|blue} hat");
        assertThat(studio.toasts.current().get().text()).isEqualTo(Phrase.of("gen.added", 4));
    }

    @Test
    void addingIsTakenBackAndDoneAgain() {
        model.form().prompt().set("a hat");
        model.add();
        studio.undo.undo();
        assertThat(job().state()).isEqualTo(JobState.CANCELLED);
        studio.undo.redo();
        assertThat(job().state()).isEqualTo(JobState.QUEUED);
        assertThat(studio.jobs.jobs().jobs()).hasSize(1);
    }

    @Test
    void whatStandsInTheWayIsSaidAndNothingIsOrdered() {
        assertThat(model.obstacle()).isEqualTo(Phrase.of("gen.no-prompt"));
        model.form().prompt().set("a {hat");
        assertThat(model.outlook().get().reading().problem()).contains("never closed");
        model.form().prompt().set("a hat");
        model.form().seed().set("x");
        assertThat(model.obstacle()).isEqualTo(Phrase.of("gen.no-seed"));
        model.form().seed().set("5");
        model.form().prompt().set("{0|1|2|3|4|5|6|7|8|9}".repeat(4));
        assertThat(model.obstacle()).isEqualTo(Phrase.of("gen.too-many", 10_000L));
        model.add();
        assertThat(studio.jobs.jobs().jobs()).isEmpty();
    }

    @Test
    void stylesChangeBothPrompts() {
        model.form().prompt().set("a hat");
        model.form().negative().set("text");
        model.form().styles().add("Ink");
        model.add();
        assertThat(requests().getFirst().prompt()).isEqualTo("a hat, ink drawing, black and white");
        assertThat(requests().getFirst().negative()).isEqualTo("text, colour");
        model.saveStyle("Hats");
        assertThat(model.styles().getLast().prompt()).isEqualTo("a hat");
    }

    @Test
    void anOrderThatIsNotSentOffIsThereAgain() {
        model.form().prompt().set("a half-written");
        model.form().steps().set(17);
        model.form().shape().set(ImageShape.WIDE);
        GenerationModel next = studio.model();
        next.open();
        assertThat(next.form().prompt().get()).isEqualTo("a half-written");
        assertThat(next.form().steps().get()).isEqualTo(17);
        assertThat(next.form().shape().get()).isEqualTo(ImageShape.WIDE);
        assertThat(next.form().width().get()).isEqualTo(336);
    }

    private ShelfAdapter shelved() {
        studio.library.adapters().add(LORA, AdapterType.CHARACTER, "temir", "", "test");
        model = studio.model();
        model.open();
        return model.shelf().shown().getFirst();
    }

    @Test
    void adaptersThatAreOnGoIntoTheOrderWithTheirStrength() {
        ShelfAdapter adapter = shelved();
        model.form().prompt().set("a hat");
        model.addTrigger(adapter);
        assertThat(model.form().prompt().get()).isEqualTo("a hat, temir");
        assertThat(model.hasTrigger(adapter)).isFalse();
        adapter.on().set(true);
        adapter.strength().set(0.85);
        assertThat(model.hasTrigger(adapter)).isTrue();
        assertThat(model.outlook().get().reading().marks())
                .extracting(PromptMark::kind)
                .containsExactly(PromptMark.Kind.TRIGGER);
        model.add();
        GenerationOrder order = JobQueue.order(job(), GenerationBatch.class).orders().getFirst();
        assertThat(order.adapters())
                .singleElement()
                .satisfies(use -> {
                    assertThat(use.weight()).isEqualTo(0.85);
                    assertThat(use.file()).exists();
                });
        adapter.on().set(false);
        model.add();
        assertThat(JobQueue.order(job(), GenerationBatch.class).orders().getFirst().adapters())
                .isEmpty();
    }

    @Test
    void theShelfIsSearchedByNameTriggerAndTag() {
        shelved();
        model.shelf().words().set("TEM");
        assertThat(model.shelf().shown()).hasSize(1);
        model.shelf().words().set("boran");
        assertThat(model.shelf().shown()).isEmpty();
    }

    @Test
    void imagesAreFilteredSearchedAndMarked() {
        studio.library.images().index(studio.image("1-a.png", 0xff0000));
        studio.library.images().index(studio.image("2-b.png", 0x00ff00));
        GalleryModel gallery = model.gallery();
        gallery.refresh();
        assertThat(gallery.shown()).hasSize(2);
        gallery.chosen().set(gallery.shown().getFirst());
        String file = gallery.chosen().get().file();
        gallery.like();
        assertThat(gallery.count(GalleryFilter.LIKED)).isEqualTo(1);
        assertThat(studio.library.images().get(file).marks().liked()).isEqualTo(1);
        gallery.filter().set(GalleryFilter.LIKED);
        assertThat(gallery.shown()).extracting(ImageRecord::file).containsExactly(file);
        studio.undo.undo();
        assertThat(studio.library.images().get(file).marks().liked()).isZero();
        assertThat(gallery.shown()).isEmpty();
        gallery.filter().set(GalleryFilter.TODAY);
        assertThat(gallery.shown()).hasSize(2);
        gallery.words().set("2-B");
        assertThat(gallery.shown())
                .extracting(ImageRecord::file)
                .containsExactly("2026-05-01/2-b.png");
    }

    @Test
    void dislikingTwiceTakesTheMarkAway() {
        studio.library.images().index(studio.image("1-a.png", 0xff0000));
        GalleryModel gallery = model.gallery();
        gallery.refresh();
        gallery.chosen().set(gallery.shown().getFirst());
        gallery.dislike();
        assertThat(gallery.chosen().get().marks().liked()).isEqualTo(-1);
        gallery.dislike();
        assertThat(gallery.chosen().get().marks().liked()).isZero();
    }

    @Test
    void starsAreGivenTakenBackAndUndone() {
        studio.library.images().index(studio.image("1-a.png", 0xff0000));
        GalleryModel gallery = model.gallery();
        gallery.refresh();
        gallery.rate(4);
        assertThat(gallery.shown().getFirst().marks().stars()).as("none is chosen").isZero();
        gallery.chosen().set(gallery.shown().getFirst());
        gallery.rate(4);
        assertThat(gallery.chosen().get().marks().stars()).isEqualTo(4);
        gallery.rate(0);
        assertThat(gallery.chosen().get().marks().stars()).isZero();
        studio.undo.undo();
        assertThat(gallery.chosen().get().marks().stars()).isEqualTo(4);
        studio.undo.undo();
        assertThat(studio.library.images().get(gallery.chosen().get().file()).marks().stars())
                .isZero();
    }

    @Test
    void anImagesSettingsAreTakenAndGivenBack() throws IOException {
        Path image = folder.resolve("other.png");
        Files.write(
                image,
                SettingsPng.of(
                        "a {grey} cat\nNegative prompt: blur\nSteps: 21, Sampler: Euler a, CFG scale: 5.5, Seed: 77, Size: 640x512"));
        model.form().prompt().set("a hat");
        model.drop(List.of(image));
        GenerationForm form = model.form();
        assertThat(form.prompt().get()).isEqualTo("a \\{grey\\} cat");
        assertThat(form.negative().get()).isEqualTo("blur");
        assertThat(form.steps().get()).isEqualTo(21);
        assertThat(form.guidance().get()).isEqualTo(5.5);
        assertThat(form.sampler().get()).isEqualTo("euler-a");
        assertThat(form.seed().get()).isEqualTo("77");
        assertThat(form.width().get()).isEqualTo(640);
        assertThat(form.height().get()).isEqualTo(512);
        assertThat(form.shape().get()).isNull();
        assertThat(form.each().get()).isEqualTo(1);
        assertThat(studio.toasts.current().get().text())
                .isEqualTo(Phrase.of("gen.taken", "other.png"));
        studio.undo.undo();
        assertThat(form.prompt().get()).isEqualTo("a hat");
        assertThat(form.each().get()).isEqualTo(4);
    }

    @Test
    void droppedAdaptersJoinTheShelfAndOtherFilesSayWhyNot() throws IOException {
        model.drop(List.of(LORA));
        assertThat(model.shelf().shown()).hasSize(1);
        model.drop(List.of(Files.writeString(folder.resolve("notes.txt"), "hello")));
        assertThat(studio.toasts.current().get().text())
                .isEqualTo(Phrase.of("gen.refused", "notes.txt"));
        assertThat(studio.toasts.current().get().stays()).isTrue();
    }

    @Test
    void theQueueIsReorderedPausedAndCancelled() {
        for (String prompt : List.of("one", "two", "three")) {
            model.form().prompt().set(prompt);
            model.add();
        }
        QueueModel queue = model.queue();
        assertThat(queue.jobs())
                .extracting(JobRecord::title)
                .containsExactly("one", "two", "three");
        queue.move(queue.jobs().get(2), queue.jobs().get(0));
        assertThat(queue.jobs())
                .extracting(JobRecord::title)
                .containsExactly("three", "one", "two");
        queue.move(queue.jobs().get(0), 1);
        assertThat(queue.jobs())
                .extracting(JobRecord::title)
                .containsExactly("one", "three", "two");
        queue.pause(queue.jobs().get(1));
        assertThat(queue.jobs().getFirst().state()).isEqualTo(JobState.PAUSED);
        queue.resume(queue.jobs().getFirst());
        assertThat(queue.jobs()).extracting(JobRecord::title).startsWith("three");
        queue.cancel(queue.jobs().getFirst());
        assertThat(queue.unfinished().get()).isEqualTo(2);
        queue.retry(queue.jobs().getLast());
        assertThat(queue.jobs())
                .extracting(JobRecord::title)
                .containsExactly("one", "two", "three");
    }
}
