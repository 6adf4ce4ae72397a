package atelier.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import org.junit.jupiter.api.Test;

/** What is shown only while it can be seen. */
class InSightTest {

    private final List<String> shown = new ArrayList<>();
    private final InSight sight = new InSight();
    private final Group panel = new Group();

    @Test
    void whatChangesOutOfSightIsShownOnceItComesBack() {
        Runnable first = sight.only(() -> shown.add("first"));
        Runnable second = sight.only(() -> shown.add("second"));
        first.run();
        sight.follow(panel);
        first.run();
        assertThat(shown).containsExactly("first", "first");
        panel.setVisible(false);
        first.run();
        first.run();
        assertThat(shown).hasSize(2);
        panel.setVisible(true);
        assertThat(shown)
                .as("one that did not change stays")
                .containsExactly("first", "first", "first");
        second.run();
        panel.setVisible(false);
        panel.setVisible(true);
        assertThat(shown).hasSize(4);
    }
}
