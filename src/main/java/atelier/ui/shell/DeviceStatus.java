package atelier.ui.shell;

import atelier.ui.text.Phrase;

/**
 * What the job bar says of the processor.
 *
 * @param sound whether it is there
 * @param name what it is
 * @param detail by what and how precisely it computes
 * @param memoryUsed in bytes
 * @param memoryTotal in bytes
 */
public record DeviceStatus(
        boolean sound, Phrase name, Phrase detail, long memoryUsed, long memoryTotal) {

    /** The share of memory in use, from 0 to 1. */
    public double share() {
        return memoryTotal <= 0 ? 0 : Math.clamp((double) memoryUsed / memoryTotal, 0, 1);
    }
}
