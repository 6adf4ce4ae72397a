package atelier.model.settings;

/**
 * What Atelier may take of the machine.
 *
 * @param device where networks are to run
 * @param memoryLimit bytes that a training, or the making of images, may take; 0 for as much as
 *     there is
 */
public record MachineUse(DeviceChoice device, long memoryLimit) {}
