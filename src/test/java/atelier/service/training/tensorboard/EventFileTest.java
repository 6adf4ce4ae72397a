package atelier.service.training.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.model.AtelierException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-05-01T10:00:00.250Z"), ZoneOffset.UTC);

    @TempDir private Path folder;

    @Test
    void isReadBackByTheFormatsAlone() throws IOException {
        byte[] png = {1, 2, 3, -1};
        try (EventFile events = EventFile.begin(folder, 0, CLOCK)) {
            events.scalars(0, Map.of("probe", 0.25));
            events.scalars(300, Map.of("train/loss", 0.1));
            events.image(5_000_000_000L, "Ведьма", 640, 32, png);
        }
        List<Events.Fields> events = Events.read(Events.files(folder).getFirst());
        assertThat(events).hasSize(5);
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.one(1))
                                .isEqualTo(CLOCK.instant().toEpochMilli() / 1000.0));
        assertThat(events.get(0).text(3)).isEqualTo("brain.Event:2");
        assertThat(events.get(1).message(7).whole(1)).isOne();
        assertThat(Events.scalars(events, "probe")).isEqualTo(Map.of(0L, 0.25f));
        assertThat(Events.scalars(events, "train/loss")).isEqualTo(Map.of(300L, 0.1f));
        assertThat(events.getLast().whole(2)).isEqualTo(5_000_000_000L);
        Events.Fields image = Events.values(events.getLast()).getFirst();
        assertThat(image.text(1)).isEqualTo("Ведьма");
        assertThat(image.message(4).whole(1)).isEqualTo(32);
        assertThat(image.message(4).whole(2)).isEqualTo(640);
        assertThat(image.message(4).whole(3)).isEqualTo(3);
        assertThat((byte[]) image.message(4).one(4)).isEqualTo(png);
    }

    @Test
    void eachEventIsInTheFileBeforeTheNext() throws IOException {
        try (EventFile events = EventFile.begin(folder, 0, CLOCK)) {
            Path file = Events.files(folder).getFirst();
            for (int step = 1; step <= 3; step++) {
                events.scalars(step, Map.of("loss", 1.0));
                assertThat(Events.read(file)).hasSize(2 + step);
            }
        }
    }

    /** TensorBoard drops what earlier files have from the step of a beginning on. */
    @Test
    void aRunGoneOnWithHasAFurtherFileThatSaysWhereItBegins() throws IOException {
        for (long step : new long[] {0, 11, 21}) {
            EventFile.begin(folder, step, CLOCK).close();
        }
        List<Path> files = Events.files(folder);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "events.out.tfevents.000001.atelier",
                        "events.out.tfevents.000002.atelier",
                        "events.out.tfevents.000003.atelier");
        assertThat(Events.read(files.getLast()).getLast().message(7).whole(1)).isOne();
        assertThat(Events.read(files.getLast()).getLast().whole(2)).isEqualTo(21);
    }

    @Test
    void aFolderThatIsGoneIsNamed() throws IOException {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> EventFile.begin(gone, 0, CLOCK))
                .isInstanceOf(AtelierException.class)
                .hasMessageContaining(gone.toString());
        assertThat(Files.exists(gone)).isFalse();
    }
}
