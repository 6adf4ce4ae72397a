package atelier.model.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancelTokenTest {

    private final CancelToken cancel = new CancelToken();
    private final List<String> done = new ArrayList<>();

    @Test
    void whoWatchesIsToldOnce() {
        cancel.watch(() -> done.add("one"));
        cancel.watch(() -> done.add("two"));
        assertThat(done).isEmpty();
        cancel.check();
        cancel.cancel();
        cancel.cancel();
        assertThat(done).containsExactly("one", "two");
        assertThat(cancel.isCancelled()).isTrue();
        assertThatThrownBy(cancel::check).isInstanceOf(CancelledException.class);
    }

    @Test
    void whoComesLateIsToldAtOnce() {
        cancel.cancel();
        cancel.watch(() -> done.add("late"));
        assertThat(done).containsExactly("late");
    }

    @Test
    void whoWatchesNoLongerIsNotTold() {
        cancel.watch(() -> done.add("gone")).close();
        cancel.watch(() -> done.add("there"));
        cancel.cancel();
        assertThat(done).containsExactly("there");
    }
}
