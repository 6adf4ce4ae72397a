package atelier.model.settings;

/**
 * What Atelier may take of the machine.
 *
 * @param device where networks are to run
 * @param memoryLimit bytes that jobs may take in all; 0 for as much as there is
 * @param freeOnPause whether a pause gives the memory back at once
 */
public record MachineUse(DeviceChoice device, long memoryLimit, boolean freeOnPause) {}
