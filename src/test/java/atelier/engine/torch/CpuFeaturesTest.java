package atelier.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CpuFeaturesTest {

    @Test
    void computesInBf16WhereTheHardwareMultipliesIt() {
        assertThat(CpuFeatures.of("flags\t\t: fpu sse avx512f avx512_bf16\n").bestType())
                .isEqualTo(ComputeType.BFLOAT16);
        assertThat(CpuFeatures.of("Features\t: fp asimd bf16 i8mm\n").bestType())
                .isEqualTo(ComputeType.BFLOAT16);
    }

    @Test
    void computesInFp32Elsewhere() {
        assertThat(CpuFeatures.of("flags : fpu sse avx2 avx512f\n").bestType())
                .isEqualTo(ComputeType.FLOAT32);
        assertThat(CpuFeatures.of("").bestType()).isEqualTo(ComputeType.FLOAT32);
    }
}
