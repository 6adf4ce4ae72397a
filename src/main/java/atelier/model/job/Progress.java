package atelier.model.job;

/**
 * How far a stage of long work has come.
 *
 * @param stage what is being done, in a word or two, as shown to the user: "Sampling", "Caching
 *     latents"
 * @param done units finished so far, from 0
 * @param total units in all; 0 where the number is not known
 * @param unit what a unit is, in the singular: "step", "picture", "tensor"
 * @param detail a short remark that changes as the work goes, such as "loss 0.0931"; empty where
 *     there is none
 */
public record Progress(String stage, long done, long total, String unit, String detail) {

    /** Progress without a remark. */
    public static Progress of(String stage, long done, long total, String unit) {
        return new Progress(stage, done, total, unit, "");
    }
}
