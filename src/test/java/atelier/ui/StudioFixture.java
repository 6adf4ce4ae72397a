package atelier.ui;

import atelier.ui.shell.DeviceStatus;
import atelier.ui.text.Language;
import atelier.ui.text.Phrase;
import atelier.ui.theme.Look;

/** Windows for tests. */
public final class StudioFixture {

    private static final long GIGABYTE = 1L << 30;

    private StudioFixture() {}

    /** The content of a window on a machine with two cores. */
    public static Studio of(Language language, Look look) {
        return new Studio(
                language,
                look,
                new DeviceStatus(
                        true,
                        Phrase.of("device.cpu", 2),
                        Phrase.of("device.rests"),
                        3 * GIGABYTE,
                        24 * GIGABYTE));
    }
}
