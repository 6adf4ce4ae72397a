package atelier.ui.shell;

import atelier.model.settings.DeviceChoice;
import atelier.model.settings.DeviceInUse;
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

    /** The same once a processor computes. A processor of the machine itself keeps its name. */
    public DeviceStatus in(DeviceInUse device) {
        return new DeviceStatus(
                true,
                device.kind() == DeviceChoice.CPU ? name : Phrase.plain(device.name()),
                Phrase.of("device.computes", device.numbers()),
                memoryUsed,
                memoryTotal);
    }

    /**
     * The same with another amount of memory in use.
     *
     * @param used in bytes
     */
    public DeviceStatus withMemory(long used) {
        return new DeviceStatus(sound, name, detail, used, memoryTotal);
    }

    /** The share of memory in use, from 0 to 1. */
    public double share() {
        return memoryTotal <= 0 ? 0 : Math.clamp((double) memoryUsed / memoryTotal, 0, 1);
    }
}
