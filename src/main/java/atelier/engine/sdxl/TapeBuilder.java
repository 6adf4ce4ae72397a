package atelier.engine.sdxl;

import java.util.ArrayList;
import java.util.List;

/** Puts the steps of a tape one after another. */
final class TapeBuilder {

    private final int given;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param given how many values come from outside; they have the first numbers
     */
    TapeBuilder(int given) {
        this.given = given;
    }

    /**
     * Adds a step.
     *
     * @param differentiable how many of the inputs, from the first, pass gradients back
     * @param inputs numbers of values made before
     * @return the number of the value it makes
     */
    int add(Block block, int differentiable, Integer... inputs) {
        int output = given + steps.size();
        steps.add(new Step(block, List.of(inputs), differentiable, output));
        return output;
    }

    /**
     * Adds every step of another tape.
     *
     * @param sources for each value that the other takes from outside, the number it has here
     */
    void addAll(Tape other, int... sources) {
        int shift = given + steps.size() - sources.length;
        for (Step step : other.steps()) {
            add(
                    step.block(),
                    step.differentiable(),
                    step.inputs().stream()
                            .map(input -> input < sources.length ? sources[input] : input + shift)
                            .toArray(Integer[]::new));
        }
    }

    Tape tape() {
        return new Tape(steps, given);
    }
}
