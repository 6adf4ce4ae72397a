package atelier.service.training.state;

import atelier.engine.training.TrainerState;
import atelier.engine.training.optimizers.OptimizerState;
import atelier.engine.weights.FloatTensor;
import atelier.engine.weights.FloatTensorFile;
import atelier.engine.weights.SafetensorsFile;
import atelier.engine.weights.SafetensorsWriter;
import atelier.model.AtelierException;
import atelier.model.job.CancelToken;
import atelier.model.job.ProgressListener;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The state of a run in one safetensors file: weights and the optimizer's arrays as tensors,
 * counters as the bits of doubles in the metadata, and a checksum over it all, as a file that went
 * bad on the drive would be trained on otherwise.
 */
public final class StateFile {

    private static final String FORMAT = "1";
    private static final String WEIGHT = "weight ";
    private static final String AVERAGE = "average ";
    private static final String OPTIMIZER = "optimizer ";
    private static final String NUMBER = "number ";
    private static final String UNREPORTED = "unreported step";
    private static final String DONE = "done";
    private static final String PLAN = "plan";
    private static final String CHECKSUM = "checksum";

    private StateFile() {}

    /**
     * Writes the file.
     *
     * @param plan hash of the plan that the run goes by
     * @throws AtelierException if it cannot be written
     */
    public static void write(Path file, SavedState saved, String plan) {
        TrainerState state = saved.trainer();
        SortedMap<String, FloatTensor> tensors = new TreeMap<>();
        state.weights().forEach((name, tensor) -> tensors.put(WEIGHT + name, tensor));
        state.averages().forEach((name, tensor) -> tensors.put(AVERAGE + name, tensor));
        state.optimizer()
                .tensors()
                .forEach((name, tensor) -> tensors.put(OPTIMIZER + name, tensor));
        SortedMap<String, String> facts = new TreeMap<>();
        facts.put("format", FORMAT);
        facts.put(DONE, Long.toString(state.done()));
        facts.put(PLAN, plan);
        if (saved.unreported() != null) {
            facts.put(UNREPORTED, saved.unreported());
        }
        state.optimizer()
                .numbers()
                .forEach((name, number) ->
                        facts.put(
                                NUMBER + name,
                                HexFormat.of().toHexDigits(Double.doubleToRawLongBits(number))));
        SafetensorsWriter writer = new SafetensorsWriter().metadata(facts);
        writer.metadata(CHECKSUM, Checksum.of(facts, tensors));
        tensors.forEach((name, tensor) -> writer.floats(name, tensor.shape(), tensor.values()));
        writer.write(file, ProgressListener.NONE, new CancelToken());
    }

    /**
     * Reads the file.
     *
     * @throws DamagedStateException if it cannot be read, or anything in it is not as it was
     *     written
     */
    public static SavedState read(Path file) {
        try {
            return checked(file);
        } catch (DamagedStateException e) {
            throw e;
        } catch (AtelierException e) {
            throw new DamagedStateException(String.valueOf(e.getMessage()), e);
        }
    }

    private static SavedState checked(Path file) {
        SortedMap<String, String> facts = facts(file);
        SortedMap<String, FloatTensor> tensors = new TreeMap<>(FloatTensorFile.read(file));
        String checksum = facts.remove(CHECKSUM);
        if (!FORMAT.equals(facts.get("format")) || !Checksum.of(facts, tensors).equals(checksum)) {
            throw new DamagedStateException(file + " is not as it was written.");
        }
        SequencedMap<String, Double> numbers = new LinkedHashMap<>();
        facts.forEach((name, text) -> {
            if (name.startsWith(NUMBER)) {
                numbers.put(
                        name.substring(NUMBER.length()),
                        Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(text)));
            }
        });
        return new SavedState(
                new TrainerState(
                        Long.parseLong(facts.getOrDefault(DONE, "0")),
                        part(tensors, WEIGHT),
                        part(tensors, AVERAGE),
                        new OptimizerState(part(tensors, OPTIMIZER), numbers)),
                facts.get(UNREPORTED));
    }

    /** The hash of the plan that the state was written under. */
    static String plan(Path file) {
        return facts(file).getOrDefault(PLAN, "");
    }

    private static SortedMap<String, String> facts(Path file) {
        return new TreeMap<>(SafetensorsFile.open(file).metadata());
    }

    private static SequencedMap<String, FloatTensor> part(
            Map<String, FloatTensor> tensors, String kind) {
        SequencedMap<String, FloatTensor> part = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            if (name.startsWith(kind)) {
                part.put(name.substring(kind.length()), tensor);
            }
        });
        return part;
    }
}
