package atelier.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreensTest {

    @Test
    void onLinuxTheEnvironmentNamesTheScreen() {
        assertThat(new Screens("Linux", Map.of()).present()).isFalse();
        assertThat(new Screens("Linux", Map.of("DISPLAY", "")).present()).isFalse();
        assertThat(new Screens("Linux", Map.of("DISPLAY", ":0")).present()).isTrue();
        assertThat(new Screens("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")).present()).isTrue();
    }

    @Test
    void elsewhereThereIsAlwaysOne() {
        assertThat(new Screens("Windows 11", Map.of()).present()).isTrue();
        assertThat(new Screens("Mac OS X", Map.of()).present()).isTrue();
    }
}
