package atelier.service.training;

import atelier.model.training.TrainingPlan;
import java.util.HashMap;
import java.util.Map;

/** Plans for tests of what is made of them. */
public final class TestPlans {

    private TestPlans() {}

    /** The plan for ten pictures at 1024 with those settings, each as {@code name=value}. */
    public static TrainingPlan of(String... sets) {
        Map<String, String> map = new HashMap<>();
        for (String set : sets) {
            map.put(set.substring(0, set.indexOf('=')), set.substring(set.indexOf('=') + 1));
        }
        return PlanReader.read(map, 10, 1024);
    }
}
