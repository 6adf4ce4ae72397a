package atelier.engine.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the CPU can multiply in hardware.
 *
 * @param flags the features that the system names, such as {@code avx512_bf16}; empty where it
 *     names none
 */
public record CpuFeatures(Set<String> flags) {

    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final Set<String> MULTIPLY_BF16 = Set.of("avx512_bf16", "amx_bf16", "bf16");

    /**
     * This machine's, as Linux tells them; other systems tell nothing, and are taken to have none.
     */
    public static CpuFeatures ofThisMachine() {
        try {
            return Files.isReadable(LINUX)
                    ? of(Files.readString(LINUX))
                    : new CpuFeatures(Set.of());
        } catch (IOException e) {
            return new CpuFeatures(Set.of());
        }
    }

    /** Those of a text as in /proc/cpuinfo: "flags" on x86, "Features" on ARM. */
    static CpuFeatures of(String text) {
        Set<String> flags = new TreeSet<>();
        text.lines()
                .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip().split(" "))
                .forEach(words -> flags.addAll(Arrays.asList(words)));
        return new CpuFeatures(flags);
    }

    /**
     * bf16 where the CPU multiplies it in hardware, else fp32; fp16 is emulated on every CPU and
     * far slower.
     */
    public ComputeType bestType() {
        return flags.stream().anyMatch(MULTIPLY_BF16::contains)
                ? ComputeType.BFLOAT16
                : ComputeType.FLOAT32;
    }
}
