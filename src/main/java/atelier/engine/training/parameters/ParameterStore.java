package atelier.engine.training.parameters;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Parameter;
import atelier.engine.torch.Program;
import atelier.engine.torch.Torch;
import atelier.engine.weights.FloatTensor;
import atelier.model.AtelierException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * All that is trained in a run, fp32: the values one after another in a single flat array, their
 * gradients in another. So an optimizer needs a few calls for thousands of small arrays, and one
 * number tells whether anything is infinite or not a number.
 */
public final class ParameterStore implements AutoCloseable {

    private final Torch torch;
    private final Program program;
    private final NDManager owner;
    private final NDArray values;
    private final NDArray gradients;
    private final SequencedMap<String, Parameter> parameters = new LinkedHashMap<>();

    /**
     * Makes room for these, all zero.
     *
     * @throws IllegalArgumentException if two have one name
     */
    public ParameterStore(Torch torch, Autograd autograd, List<Slot> slots) {
        this.torch = torch;
        this.program = torch.load("training/parameters");
        this.owner = torch.newManager();
        long size = Slot.numbers(slots);
        this.values = torch.zeros(owner, size);
        this.gradients = torch.zeros(owner, size);
        long begin = 0;
        for (Slot slot : slots) {
            long end = begin + slot.size();
            NDArray value = torch.slice(owner, values, begin, end, slot.extents());
            NDArray gradient = torch.slice(owner, gradients, begin, end, slot.extents());
            Parameter parameter = new Parameter(autograd.leaf(owner, value), gradient);
            if (parameters.put(slot.name(), parameter) != null) {
                throw new IllegalArgumentException("two parameters are called " + slot.name());
            }
            begin = end;
        }
    }

    /** Every parameter by name, in order. */
    public Map<String, Parameter> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    /** All values in one array [n]; what is written there is in {@link #parameters} at once. */
    public NDArray values() {
        return values;
    }

    /** All gradients in one array [n], in the order of the values. */
    public NDArray gradients() {
        return gradients;
    }

    /** The array of one parameter; what is written to {@link #values} is in it at once. */
    public NDArray value(String name) {
        return parameter(name).value();
    }

    /** The numbers of one parameter, row-major. */
    public float[] read(String name) {
        return torch.toFloats(parameter(name).value());
    }

    /** The gradient of one parameter as summed so far, row-major. */
    public float[] readGradient(String name) {
        return torch.toFloats(parameter(name).gradient());
    }

    /** Sets one parameter. */
    public void write(String name, float[] numbers) {
        copy(parameter(name).value(), numbers);
    }

    /** Sets the gradient of one parameter. */
    public void writeGradient(String name, float[] numbers) {
        copy(parameter(name).gradient(), numbers);
    }

    /** A copy of all values by name, in order. */
    public SequencedMap<String, FloatTensor> tensors() {
        SequencedMap<String, FloatTensor> tensors = new LinkedHashMap<>();
        parameters.forEach((name, parameter) ->
                tensors.put(name, new FloatTensor(shape(parameter), read(name))));
        return tensors;
    }

    /**
     * Checks that values are those of the same parameters.
     *
     * @throws AtelierException if one is missing, is none of them, or has another shape
     */
    public void requireFit(Map<String, FloatTensor> tensors) {
        boolean fits =
                tensors.keySet().equals(parameters.keySet())
                        && tensors.entrySet().stream()
                                .allMatch(tensor ->
                                        tensor.getValue()
                                                .shape()
                                                .equals(shape(parameter(tensor.getKey()))));
        if (!fits) {
            throw unfit();
        }
    }

    /** What is thrown where saved values are those of other parameters. */
    public static AtelierException unfit() {
        return new AtelierException(
                "The saved weights are those of another adapter or network than the plan's: they were saved with another plan or model; start a new run.");
    }

    /** Sets all values, which must fit. */
    public void restore(Map<String, FloatTensor> tensors) {
        requireFit(tensors);
        tensors.forEach((name, tensor) -> write(name, tensor.values()));
    }

    private static List<Long> shape(Parameter parameter) {
        return Arrays.stream(parameter.value().getShape().getShape()).boxed().toList();
    }

    private void copy(NDArray target, float[] numbers) {
        try (NDManager call = torch.newManager()) {
            NDArray source = torch.floats(call, numbers, target.getShape().getShape());
            program.call(call, "copy", target, source);
        }
    }

    private Parameter parameter(String name) {
        Parameter parameter = parameters.get(name);
        if (parameter == null) {
            throw new IllegalArgumentException("nothing trained is called " + name);
        }
        return parameter;
    }

    /** Forgets all gradients. */
    public void clearGradients() {
        try (NDManager call = torch.newManager()) {
            program.call(call, "zero", gradients);
        }
    }

    /** Length of all gradients as one vector; not a finite number where one of them is none. */
    public double gradientNorm() {
        return norm(gradients);
    }

    /** Length of all values as one vector; not a finite number where one of them is none. */
    public double valueNorm() {
        return norm(values);
    }

    private double norm(NDArray numbers) {
        try (NDManager call = torch.newManager()) {
            return torch.toFloats(program.call(call, "norm", numbers))[0];
        }
    }

    /** Multiplies all gradients. */
    public void scaleGradients(double factor) {
        try (NDManager call = torch.newManager()) {
            program.call(call, "scale", gradients, torch.reals(call, factor));
        }
    }

    @Override
    public void close() {
        owner.close();
        program.close();
    }
}
