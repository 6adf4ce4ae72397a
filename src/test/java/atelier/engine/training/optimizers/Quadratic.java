package atelier.engine.training.optimizers;

import ai.djl.Device;
import atelier.engine.sampler.TorchRandom;
import atelier.engine.torch.Autograd;
import atelier.engine.torch.Lane;
import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.ParameterStore;
import atelier.engine.training.parameters.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Half the squared distance to a target, weighted by curvatures: a problem with one solution. */
final class Quadratic implements AutoCloseable {

    private final Autograd autograd;
    private final List<Slot> slots;
    private final Map<String, float[]> targets = new LinkedHashMap<>();
    private final Map<String, float[]> curvatures = new LinkedHashMap<>();
    final ParameterStore store;

    private Quadratic(Torch torch, List<Slot> slots) {
        this.autograd = new Autograd(torch);
        this.store = new ParameterStore(torch, autograd, slots);
        this.slots = slots;
    }

    /** One with given numbers, all by name. */
    static Quadratic of(
            Torch torch,
            List<Slot> slots,
            Map<String, float[]> starts,
            Map<String, float[]> targets,
            Map<String, float[]> curvatures) {
        Quadratic problem = new Quadratic(torch, slots);
        problem.targets.putAll(targets);
        problem.curvatures.putAll(curvatures);
        starts.forEach(problem.store::write);
        return problem;
    }

    /** One with random numbers, near 0 at first, its curvatures between 0.5 and 1.5. */
    static Quadratic random(Torch torch, List<List<Long>> shapes) {
        List<Slot> slots = new ArrayList<>();
        for (List<Long> shape : shapes) {
            slots.add(new Slot("p" + slots.size(), shape));
        }
        Quadratic problem = new Quadratic(torch, slots);
        for (Slot slot : slots) {
            TorchRandom random = new TorchRandom(slot.name().hashCode());
            int size = Math.toIntExact(slot.size());
            problem.targets.put(slot.name(), random.normal(size));
            float[] curvature = random.uniform(size);
            float[] start = random.uniform(size);
            for (int i = 0; i < size; i++) {
                curvature[i] += 0.5f;
                start[i] *= 0.01f;
            }
            problem.curvatures.put(slot.name(), curvature);
            problem.store.write(slot.name(), start);
        }
        return problem;
    }

    /** Runs work with LibTorch on a lane of its own. */
    static void onLane(Work work) {
        try (Lane lane = new Lane()) {
            lane.run(() -> {
                try (Torch torch = new Torch(lane, Device.cpu())) {
                    work.run(torch);
                }
            });
        }
    }

    /** What is done with LibTorch. */
    interface Work {
        void run(Torch torch);
    }

    /** Sets the gradients for where the parameters are. */
    void computeGradients() {
        for (Slot slot : slots) {
            float[] gradient = store.read(slot.name());
            float[] target = targets.get(slot.name());
            float[] curvature = curvatures.get(slot.name());
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] = curvature[i] * (gradient[i] - target[i]);
            }
            store.writeGradient(slot.name(), gradient);
        }
    }

    /** That many updates. */
    void run(Optimizer optimizer, int updates, double learningRate) {
        for (int i = 0; i < updates; i++) {
            computeGradients();
            optimizer.step(learningRate);
        }
    }

    double loss() {
        double sum = 0;
        for (Slot slot : slots) {
            float[] values = store.read(slot.name());
            for (int i = 0; i < values.length; i++) {
                double off = values[i] - targets.get(slot.name())[i];
                sum += curvatures.get(slot.name())[i] * off * off / 2;
            }
        }
        return sum;
    }

    /** All parameters in one array. */
    float[] values() {
        return store.values().toFloatArray();
    }

    /** Sets all parameters from one array. */
    void set(float[] values) {
        int begin = 0;
        for (Slot slot : slots) {
            int end = begin + Math.toIntExact(slot.size());
            store.write(slot.name(), Arrays.copyOfRange(values, begin, end));
            begin = end;
        }
    }

    @Override
    public void close() {
        store.close();
        autograd.close();
    }
}
