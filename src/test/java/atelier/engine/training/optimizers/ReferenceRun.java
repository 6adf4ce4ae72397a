package atelier.engine.training.optimizers;

import atelier.model.training.AdafactorSettings;
import atelier.model.training.OptimizerSettings;
import atelier.model.training.ProdigySettings;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The settings of one run of the reference, in the words of the libraries that computed it. */
record ReferenceRun(JsonNode run) {

    private static final Set<String> KNOWN =
            Set.of(
                    "lr",
                    "betas",
                    "eps",
                    "weight_decay",
                    "momentum",
                    "d0",
                    "d_coef",
                    "growth_rate",
                    "use_bias_correction",
                    "safeguard_warmup",
                    "decouple",
                    "beta1",
                    "scale_parameter",
                    "relative_step",
                    "warmup_init");

    int steps() {
        return run.get("steps").asInt();
    }

    OptimizerSettings settings() {
        JsonNode args = run.get("args");
        if (!KNOWN.containsAll(args.propertyNames())) {
            throw new AssertionError("arguments that nothing here knows: " + args);
        }
        return switch (run.get("class").asString()) {
            case "torch.AdamW" -> settings("adamw", true, 0.9, 0.999);
            case "torch.Adam" -> settings("adamw", false, 0.9, 0.999);
            case "torch.SGD" -> settings("sgd", false, number("momentum", 0), 0);
            case "lion_pytorch.Lion" -> settings("lion", true, 0.9, 0.99);
            case "prodigyopt.Prodigy" ->
                    settings("prodigy", args.path("decouple").asBoolean(true), 0.9, 0.999);
            case "transformers.Adafactor" -> settings("adafactor", true, number("beta1", 0), 0);
            default -> throw new AssertionError("an optimizer that nothing here knows: " + run);
        };
    }

    private double number(String name, double otherwise) {
        return run.get("args").path(name).asDouble(otherwise);
    }

    private OptimizerSettings settings(
            String optimizer, boolean decoupled, double beta1, double beta2) {
        JsonNode args = run.get("args");
        return new OptimizerSettings(
                optimizer,
                number("lr", 1),
                number("weight_decay", 0),
                decoupled,
                args.path("betas").path(0).asDouble(beta1),
                args.path("betas").path(1).asDouble(beta2),
                number("eps", 1e-8),
                new ProdigySettings(
                        number("d0", 1e-6),
                        number("d_coef", 1),
                        number("growth_rate", Double.POSITIVE_INFINITY),
                        args.path("use_bias_correction").asBoolean(false),
                        args.path("safeguard_warmup").asBoolean(false)),
                new AdafactorSettings(
                        args.path("relative_step").asBoolean(false),
                        args.path("scale_parameter").asBoolean(false),
                        args.path("warmup_init").asBoolean(false)));
    }
}
