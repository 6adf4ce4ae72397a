package atelier.app;

import java.util.Locale;
import java.util.Map;

/**
 * Tells whether a window can be shown.
 *
 * @param osName the system's name
 * @param environment its variables
 */
record Screens(String osName, Map<String, String> environment) {

    /** On this machine, as this process was started. */
    static Screens ofThisProcess() {
        return new Screens(System.getProperty("os.name"), System.getenv());
    }

    /** Whether there is a screen: elsewhere than on Linux always. */
    boolean present() {
        String system = osName.toLowerCase(Locale.ROOT);
        return system.startsWith("windows")
                || system.startsWith("mac")
                || named("DISPLAY")
                || named("WAYLAND_DISPLAY");
    }

    private boolean named(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }
}
