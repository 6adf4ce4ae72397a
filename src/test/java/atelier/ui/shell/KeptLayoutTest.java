package atelier.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atelier.service.settings.SettingsStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLayoutTest {

    private enum Filter {
        ALL,
        SOME
    }

    @TempDir private Path folder;
    private SettingsStore store;

    @BeforeEach
    void open() {
        store =
                new SettingsStore(
                        folder.resolve("settings.json"),
                        Duration.ofDays(1),
                        sentence -> {
                            throw new AssertionError(sentence);
                        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ObjectProperty<Filter> filter(String name) {
        ObjectProperty<Filter> filter = new SimpleObjectProperty<>(Filter.ALL);
        new KeptLayout(store).keep(name, filter);
        return filter;
    }

    @Test
    void aChoiceIsThereAtTheNextStartUnderItsOwnName() {
        filter("one").set(Filter.SOME);
        filter("two");
        close();
        open();
        assertThat(filter("one").get()).isEqualTo(Filter.SOME);
        assertThat(filter("two").get()).isEqualTo(Filter.ALL);
        assertThat(store.get().window().layout()).isEqualTo(Map.of("one", "SOME"));
    }

    @Test
    void aChoiceThatIsNoneAnyMoreIsPassedOver() {
        ObjectProperty<Thread.State> other = new SimpleObjectProperty<>(Thread.State.NEW);
        new KeptLayout(store).keep("one", other);
        other.set(Thread.State.BLOCKED);
        assertThat(filter("one").get()).isEqualTo(Filter.ALL);
    }
}
