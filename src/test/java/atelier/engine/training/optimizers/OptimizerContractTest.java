package atelier.engine.training.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import atelier.engine.torch.Torch;
import atelier.engine.training.parameters.Slot;
import atelier.model.AtelierException;
import atelier.model.training.OptimizerSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What holds for every optimizer of the registry. */
class OptimizerContractTest {

    /** Matrices, both kernels of a convolution's branch, a vector and a single number. */
    private static final List<List<Long>> SHAPES =
            List.of(
                    List.of(4L, 6L),
                    List.of(3L, 2L, 3L, 3L),
                    List.of(5L, 3L, 1L, 1L),
                    List.of(7L),
                    List.of(1L, 1L));

    private static final double RATE = 0.01;

    /** For optimizers whose rate is a factor. */
    private static double rate(OptimizerType type) {
        return type.usual().learningRate() == 1 ? 1 : RATE;
    }

    private interface Check {
        void of(Torch torch, OptimizerType type);
    }

    private static Stream<DynamicTest> each(Check check) {
        return Optimizers.all().stream()
                .map(type ->
                        DynamicTest.dynamicTest(
                                type.id(), () -> Quadratic.onLane(torch -> check.of(torch, type))));
    }

    private static Optimizer create(Torch torch, OptimizerType type, Quadratic problem) {
        return type.create(torch, problem.store, type.usual());
    }

    @TestFactory
    Stream<DynamicTest> goesOnFromItsStateToTheBit() {
        return each((torch, type) -> {
            OptimizerState saved;
            float[] half;
            float[] whole;
            try (Quadratic problem = Quadratic.random(torch, SHAPES);
                    Optimizer optimizer = create(torch, type, problem)) {
                problem.run(optimizer, 6, rate(type));
                saved = optimizer.state();
                half = problem.values();
                problem.run(optimizer, 6, rate(type));
                whole = problem.values();
            }
            assertThat(half).isNotEqualTo(whole);
            try (Quadratic problem = Quadratic.random(torch, SHAPES);
                    Optimizer optimizer = create(torch, type, problem)) {
                problem.set(half);
                optimizer.restore(saved);
                assertSame(optimizer.state(), saved);
                problem.run(optimizer, 6, rate(type));
                assertThat(problem.values()).isEqualTo(whole);
            }
        });
    }

    private static void assertSame(OptimizerState got, OptimizerState want) {
        assertThat(got.numbers()).isEqualTo(want.numbers());
        assertThat(List.copyOf(got.tensors().keySet()))
                .isEqualTo(List.copyOf(want.tensors().keySet()));
        want.tensors()
                .forEach((name, tensor) -> {
                    assertThat(got.tensors().get(name).shape()).isEqualTo(tensor.shape());
                    assertThat(got.tensors().get(name).values()).isEqualTo(tensor.values());
                });
    }

    @TestFactory
    Stream<DynamicTest> aRateOfZeroChangesNoParameter() {
        return each((torch, type) -> {
            try (Quadratic problem = Quadratic.random(torch, SHAPES);
                    Optimizer optimizer = create(torch, type, problem)) {
                float[] before = problem.values();
                problem.run(optimizer, 3, 0);
                assertThat(problem.values()).isEqualTo(before);
                // Also once it has momentum.
                problem.run(optimizer, 3, rate(type));
                float[] moved = problem.values();
                assertThat(moved).isNotEqualTo(before);
                problem.run(optimizer, 2, 0);
                assertThat(problem.values()).isEqualTo(moved);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> goesDownToTheLowestPoint() {
        return each((torch, type) -> {
            try (Quadratic problem = Quadratic.random(torch, SHAPES);
                    Optimizer optimizer = create(torch, type, problem)) {
                double start = problem.loss();
                problem.run(optimizer, 400, rate(type));
                problem.run(optimizer, 300, rate(type) / 30);
                assertThat(problem.loss()).isLessThan(start / 100);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> leavesTheGradientsAsTheyAre() {
        return each((torch, type) -> {
            try (Quadratic problem = Quadratic.random(torch, SHAPES);
                    Optimizer optimizer = create(torch, type, problem)) {
                problem.computeGradients();
                float[] before = problem.store.gradients().toFloatArray();
                optimizer.step(rate(type));
                assertThat(problem.store.gradients().toFloatArray()).isEqualTo(before);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesAStateOfOtherParametersAndStaysAsItIs() {
        return each((torch, type) -> {
            try (Quadratic other = Quadratic.random(torch, List.of(List.of(2L, 3L)));
                    Quadratic problem = Quadratic.random(torch, SHAPES);
                    Optimizer smaller = create(torch, type, other);
                    Optimizer optimizer = create(torch, type, problem)) {
                problem.run(optimizer, 2, rate(type));
                OptimizerState before = optimizer.state();
                assertRefused(optimizer, smaller.state());
                if (!before.numbers().isEmpty()) {
                    assertRefused(
                            optimizer, new OptimizerState(before.tensors(), new LinkedHashMap<>()));
                }
                assertSame(optimizer.state(), before);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> tellsHowManyNumbersItRemembers() {
        List<Slot> slots = new ArrayList<>();
        SHAPES.forEach(shape -> slots.add(new Slot("slot " + slots.size(), shape)));
        return each((torch, type) -> {
            for (double beta1 : List.of(0.0, 0.9)) {
                OptimizerSettings settings = type.usual().withBetas(beta1, 0.999);
                try (Quadratic problem = Quadratic.random(torch, SHAPES);
                        Optimizer optimizer = type.create(torch, problem.store, settings)) {
                    assertThat(type.remembered(slots, settings))
                            .isEqualTo(
                                    optimizer.state().tensors().values().stream()
                                            .mapToLong(tensor -> tensor.values().length)
                                            .sum());
                }
            }
        });
    }

    private static void assertRefused(Optimizer optimizer, OptimizerState state) {
        assertThatThrownBy(() -> optimizer.restore(state))
                .isInstanceOf(AtelierException.class)
                .hasMessageStartingWith("The saved state of the optimizer has no ");
    }
}
