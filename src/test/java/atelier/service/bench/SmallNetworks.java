package atelier.service.bench;

import atelier.engine.bench.NetworkSizes;
import atelier.engine.weights.UNetConfig;
import atelier.engine.weights.VaeConfig;
import java.util.List;

/** Networks of SDXL's structure that are computed in no time. */
final class SmallNetworks {

    static final NetworkSizes SIZES =
            new NetworkSizes(
                    new UNetConfig(
                            4,
                            4,
                            List.of(32, 64, 64),
                            2,
                            List.of(0, 1, 2),
                            List.of(1, 2, 2),
                            48,
                            8,
                            16,
                            40),
                    new VaeConfig(3, 4, List.of(16, 16, 32, 32), 1, 8, 0.13025));

    private SmallNetworks() {}
}
